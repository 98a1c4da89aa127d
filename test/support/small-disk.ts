// A disk of a few kilobytes, where the machine lets a test make one (Linux, as root).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { tempFolder } from './temp.ts';

export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/bin/mount') && tryMount();

export interface SmallDisk {
  readonly folder: string;
  remount(more: string): void;
  /** Takes it away before the test is over. */
  stop(): void;
}

/** @param choices of tmpfs, for example `size=256k`. @param folder where it appears; a temporary one unless told. */
export function smallDisk(choices: string, folder = tempFolder()): SmallDisk {
  mount(['-t', 'tmpfs', '-o', choices, 'tmpfs', folder]);
  // Lazily: what still has a file of it open may be ended later.
  const stop = () => void spawnSync('umount', ['-l', folder]);
  onTestFinished(stop);
  return { folder, remount: (more) => mount(['-o', `remount,${more}`, folder]), stop };
}

function mount(args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount: ${stderr}`);
}

function tryMount(): boolean {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}
