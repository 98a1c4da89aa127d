// What a Linux machine needs before Electron can open a window: system libraries, a display, and, as root,
// an unprivileged user to run as (Chromium's sandbox refuses root, and it stays on).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { executableName, isRoot } from './places.ts';
import type { Runtime } from './runtime.ts';
import { Stop, say } from './say.ts';

// Debian's names. Xvfb is only needed where there is no display (CI, SSH).
const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libnotify4'];
const headless = ['xvfb', 'xauth'];

/** Installs missing system libraries as root; as a person, stops with the command to run. */
export function ensureLibraries(runtime: Runtime, needsXvfb: boolean): void {
  if (process.platform !== 'linux') return;
  const missing = [...(linksResolve(runtime) ? [] : libraries), ...(needsXvfb && !onPath('Xvfb') ? headless : [])];
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!isRoot) throw new Stop(`Electron needs system libraries that only an administrator can install. Run: sudo ${install}`);
  if (!onPath('apt-get'))
    throw new Stop(
      `Electron needs these system libraries, named as in Debian: ${missing.join(' ')}. Install them with this machine's package manager and run the command again.`,
    );
  say(`Installing system libraries: ${missing.join(' ')} ...`);
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  if (spawnSync('apt-get', install.split(' ').slice(1), quiet).status !== 0)
    throw new Stop(`The system libraries could not be installed. Run this and read what it says: ${install}`);
}

function linksResolve(runtime: Runtime): boolean {
  const ldd = spawnSync('ldd', [path.join(runtime.dir, executableName)], { encoding: 'utf8' });
  return ldd.status === 0 && !ldd.stdout.includes('not found');
}

function onPath(command: string): boolean {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .concat('/usr/sbin', '/usr/bin')
    .some((dir) => existsSync(path.join(dir, command)));
}

/**
 * The display to open windows on: the person's own, else an Xvfb of ours on a free number.
 * `-ac` because the unprivileged user cannot read root's X authority; it listens on no network.
 */
export async function ensureDisplay(own = false): Promise<{ readonly env: NodeJS.ProcessEnv; stop(): void }> {
  if (process.platform !== 'linux' || (!own && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)))
    return { env: {}, stop: () => undefined };
  mkdirSync('/tmp/.X11-unix', { recursive: true, mode: 0o1777 });
  // It takes a free number by itself and says which: two runs at once must not share one.
  const child = spawn('Xvfb', ['-displayfd', '3', '-ac', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await numberOf(child);
  if (number === null) {
    child.kill();
    throw new Stop('No display could be opened: Xvfb did not start. Run "Xvfb :99" and read what it says.');
  }
  const stop = () => {
    process.off('exit', stop);
    child.kill();
  };
  process.once('exit', stop);
  return { env: { DISPLAY: `:${number}` }, stop };
}

/** What Xvfb says when it listens; null when it ends or is silent for longer than a slow machine needs. */
function numberOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), 20_000);
    const answer = (number: number | null): void => {
      clearTimeout(timer);
      resolve(number);
    };
    child.once('error', () => answer(null));
    child.once('exit', () => answer(null));
    let said = '';
    (child.stdio[3] as Readable | null)?.on('data', (data: Buffer) => {
      said += data.toString('latin1');
      if (said.includes('\n')) answer(Number(said.trim()));
    });
  });
}
