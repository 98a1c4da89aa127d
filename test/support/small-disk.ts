// A disk of a few kilobytes, where the machine lets a test make one (Linux, as root).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { tempFolder } from './temp.ts';

export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/bin/mount') && tryMount();

/** @param choices of tmpfs, for example `size=256k`. */
export function smallDisk(choices: string): { folder: string; remount(more: string): void } {
  const folder = tempFolder();
  mount(['-t', 'tmpfs', '-o', choices, 'tmpfs', folder]);
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return { folder, remount: (more) => mount(['-o', `remount,${more}`, folder]) };
}

function mount(args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount: ${stderr}`);
}

function tryMount(): boolean {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}
