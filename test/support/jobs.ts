// TypeScript files as processes of their own, bundled first: a loader in each would take longer than what is tried.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');

// Dependencies in the CommonJS form ask for Node's own modules by `require`.
const banner = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };

/** @param file below the project. @returns the bundle, which stands until the test is over */
export async function bundleJob(file: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-job-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'job.mjs');
  await build({ entryPoints: [path.join(root, file)], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error', banner });
  return outfile;
}

/** Ended by its own number when the test is over. */
export function forkJob(bundle: string, args: readonly string[], execArgv: readonly string[] = []): ChildProcess {
  const child = fork(bundle, args, { execArgv: [...execArgv], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

export const firstWord = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once('message', (said) => resolve(said as T)));

/** All that it says until it ends. */
export const everyWord = <T>(child: ChildProcess): Promise<readonly T[]> =>
  new Promise((resolve) => {
    const words: T[] = [];
    child.on('message', (said) => words.push(said as T));
    child.once('exit', () => resolve(words));
  });

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));
