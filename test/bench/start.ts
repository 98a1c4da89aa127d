// Start-up: from the spawn of the process to the first text painted, and the memory of all processes when the
// window has come to rest. Ours and the bare window alternate, so that a slow moment of the machine hits both.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { memoryOf, processTree } from './process-tree.ts';
import { type Spread, spread } from './stats.ts';

export interface Startable {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Kept between runs, so that what is measured is an ordinary start and not the first. */
  readonly userData: string;
}

export interface StartFigures {
  readonly firstTextMs: Spread;
  readonly memoryBytes: Spread;
}

const settleMs = 3_000;
const limitMs = 60_000;

/** One run: spawn, wait for the line with `firstTextMs`, let it rest, read the memory, end it. */
export async function startOnce(app: Startable): Promise<{ readonly wallMs: number; readonly memory: number }> {
  const from = performance.now();
  const child = spawn(app.command, [...app.args, `--user-data-dir=${app.userData}`, '--disable-gpu'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${app.name} did not start`);
  try {
    const wallMs = await new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${app.name}: no text after ${limitMs} ms`)), limitMs);
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (!line.includes('firstTextMs')) return;
        clearTimeout(timer);
        resolve(performance.now() - from);
      });
      child.once('exit', (code) => reject(new Error(`${app.name} ended with ${code} before its text was painted`)));
    });
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    return { wallMs, memory: memoryOf(processTree(pid)) };
  } finally {
    child.removeAllListeners('exit');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    for (const each of processTree(pid).reverse()) {
      try {
        process.kill(each, 'SIGTERM');
      } catch {
        // Already gone.
      }
    }
    await gone;
  }
}

export async function measureStarts(apps: readonly Startable[], rounds: number): Promise<Map<string, StartFigures>> {
  const walls = new Map<string, number[]>(apps.map((app) => [app.name, []]));
  const memories = new Map<string, number[]>(apps.map((app) => [app.name, []]));
  // One start of each before the measured ones: first-run work (import, caches) is not an ordinary start.
  for (const app of apps) await startOnce(app);
  for (let round = 0; round < rounds; round += 1) {
    for (const app of apps) {
      const run = await startOnce(app);
      walls.get(app.name)?.push(run.wallMs);
      memories.get(app.name)?.push(run.memory);
    }
  }
  return new Map(
    apps.map((app) => [app.name, { firstTextMs: spread(walls.get(app.name) ?? []), memoryBytes: spread(memories.get(app.name) ?? []) }]),
  );
}

/** A folder for user data below `home`, which whoever the app runs as can write to. */
export function freshUserData(home: string): string {
  const dir = mkdtempSync(path.join(home, 'user-'));
  chmodSync(dir, 0o777);
  return dir;
}

export function removeUserData(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
}
