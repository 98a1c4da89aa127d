// One file that plain Node runs, from a TypeScript entry: a loader in the process that is measured would count as its
// own time and memory.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const esbuild = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'esbuild', 'bin', 'esbuild');

/** @param entry name of a file in `test/torture`. */
export function bundleJob(entry: string, outfile: string): void {
  const from = path.resolve(import.meta.dirname, '..', 'torture', entry);
  const args = [from, '--bundle', '--minify', '--format=cjs', '--platform=node', '--log-level=error', `--outfile=${outfile}`];
  const { status, stderr } = spawnSync(esbuild, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`esbuild: ${stderr}`);
}
