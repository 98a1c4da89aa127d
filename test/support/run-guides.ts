// Runs the `guides` command for real, as a person would, in a folder of their own.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const command = path.resolve(import.meta.dirname, '..', '..', '.ci', 'guides.mjs');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function runGuides(args: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
