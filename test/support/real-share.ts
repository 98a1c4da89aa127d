// Real network folders on loopback, in temporary folders: Samba seen through rclone, and a file system that fails on
// demand. Every process is ended by the pid it was started with and every mount is taken away, whatever happened.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** Debian's own Python: the binding to FUSE is a package of the system. */
const python = '/usr/bin/python3';
const smbd = '/usr/sbin/smbd';

export const packages =
  'samba smbclient rclone fuse3 python3-fusepy rsync syncthing nginx-light faketime strace libreoffice-writer-nogui'.split(' ');
export const installCommand = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;

const runs = (file: string, ...args: readonly string[]) => spawnSync(file, args, { stdio: 'ignore' }).status === 0;
const hasFuse = existsSync('/dev/fuse') && runs('fusermount3', '--version');

/** What this machine can do; a suite is skipped by name where it says no. */
export const canMount = {
  samba: hasFuse && runs(smbd, '--version') && runs('rclone', 'version'),
  faults: hasFuse && runs(python, '-c', 'import fusepy'),
};
export const canRsync = runs('rsync', '--version');

export interface Mounted {
  /** What is written here … */
  readonly source: string;
  /** … is seen here. */
  readonly seen: string;
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

export interface SambaShare extends Mounted {
  /** Stops every process of the server without ending it; connections stay. */
  freeze(): void;
  thaw(): void;
  /** Ends the server, its connections too. */
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export interface Fault {
  readonly kind: string;
  readonly op: 'look' | 'open' | 'read';
  readonly match: string;
  readonly after?: number;
  readonly ms?: number;
}

export interface FaultShare<F = Fault> extends Mounted {
  set(fault: F | null): void;
}

/** How long a server or a mount may take to be there on a machine that is busy. */
const startMs = 15_000;

async function until(what: string, check: () => boolean): Promise<void> {
  for (const end = performance.now() + startMs; performance.now() < end; await sleep(50)) if (check()) return;
  throw new Error(`${what} did not come`);
}

export const isMounted = (folder: string): boolean => runs('mountpoint', '-q', folder);

/** False also for one that ended and was not yet waited for. */
export function isAlive(pid: number): boolean {
  const found = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return found.status === 0 && !found.stdout.trim().startsWith('Z');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function unmount(folder: string): Promise<void> {
  // Lazily: an open file of a server that does not answer would keep it for ever.
  if (isMounted(folder)) spawnSync('fusermount3', ['-uz', folder], { stdio: 'ignore' });
  await until(`the end of ${folder}`, () => !isMounted(folder));
}

/** Outlives a test run that is itself killed, and then takes its mount and its processes away. */
function guard(home: string, pids: readonly (number | undefined)[]): void {
  const own = pids.filter((pid) => pid !== undefined).join(' ');
  // Over when the mount is gone for good; its numbers may be somebody else's by then.
  const script = `while kill -0 ${process.pid} 2>/dev/null; do sleep 1; mountpoint -q "$1" || exit 0; done; fusermount3 -uz "$1"; kill -CONT ${own}; kill ${own}`;
  spawn('sh', ['-c', script, 'guard', path.join(home, 'seen')], { stdio: 'ignore', detached: true }).unref();
}

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  const own = stdout
    .split('\n')
    .map(Number)
    .filter((found) => found > 0);
  return own.flatMap((found) => [found, ...childrenOf(found)]);
}

export interface MountChoice {
  /** How long names and sizes are remembered, as rclone writes it; nothing unless told. */
  readonly remember?: string;
  /** As editors have it, who may write; else read-only, as readers have it. */
  readonly isWritable?: boolean;
  /** A line to the server's port, and the port by which the mount is to reach it. */
  readonly line?: (port: number) => Promise<number>;
}

/** @param home an empty folder; `readers` lets other users of the machine see the mount. */
export async function sambaShare(home: string, readers: 'me' | 'all' = 'me', choice: MountChoice = {}): Promise<SambaShare> {
  const [source, seen, run, config] = ['source', 'seen', 'run', 'smb.conf'].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [source, seen, run]) mkdirSync(folder);
  const port = await freePort();
  const folders = ['pid', 'lock', 'state', 'cache', 'ncalrpc'].map((name) =>
    `${name} directory = ${run}`.replace('ncalrpc directory', 'ncalrpc dir'),
  );
  const lines = [
    'server role = standalone server',
    `smb ports = ${port}`,
    'interfaces = 127.0.0.1',
    'bind interfaces only = yes',
    'map to guest = Bad User',
  ];
  const quiet = [
    'guest account = root',
    'disable netbios = yes',
    'load printers = no',
    'disable spoolss = yes',
    `private dir = ${run}`,
    `log file = ${run}/log`,
  ];
  const share = [
    '[guides]',
    `path = ${source}`,
    'guest ok = yes',
    `read only = ${choice.isWritable ? 'no' : 'yes'}`,
    'case sensitive = yes',
    'mangled names = no',
  ];
  writeFileSync(config, ['[global]', ...lines, ...folders, ...quiet, ...share, ''].join('\n'));
  let server: ChildProcess;
  const serve = async () => {
    server = spawn(smbd, ['-F', '--no-process-group', '-s', config], { stdio: 'ignore' });
    writeFileSync(path.join(home, 'smbd.pid'), String(server.pid));
    await until('smbd', () => runs('smbclient', '-N', '-s', config, '-p', String(port), '//127.0.0.1/guides', '-c', 'ls'));
  };
  const all = () => (server.pid === undefined ? [] : [server.pid, ...childrenOf(server.pid)]);
  const signal = (name: NodeJS.Signals, pids = all()) => {
    for (const pid of pids)
      try {
        process.kill(pid, name);
      } catch {
        // It ended by itself.
      }
  };
  const kill = async () => {
    signal('SIGKILL', all().slice(1));
    await end(server);
  };
  await serve();
  const flags = [
    ...(choice.isWritable ? [] : ['--read-only']),
    '--vfs-cache-mode',
    'off',
    '--dir-cache-time',
    choice.remember ?? '0s',
    '--attr-timeout',
    choice.remember ?? '0s',
    '--timeout',
    '20s',
    '--contimeout',
    '5s',
  ];
  const once = ['--retries', '1', '--low-level-retries', '1', ...(readers === 'all' ? ['--allow-other'] : [])];
  const seenPort = (await choice.line?.(port)) ?? port;
  const mount = spawn('rclone', ['mount', `:smb,host=127.0.0.1,port=${seenPort},user=guest:guides`, seen, ...flags, ...once], {
    stdio: 'ignore',
    env: { ...process.env, RCLONE_CONFIG: '/dev/null' },
  });
  writeFileSync(path.join(home, 'rclone.pid'), String(mount.pid));
  const stop = async () => {
    signal('SIGCONT');
    await unmount(seen);
    await end(mount);
    await kill();
  };
  try {
    await until('the mount', () => isMounted(seen));
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  guard(home, [all()[0], mount.pid]);
  return {
    source,
    seen,
    get pids() {
      return [...all(), ...(mount.pid === undefined ? [] : [mount.pid])];
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    kill,
    restart: serve,
    stop,
  };
}

/** Read-only. @param home an empty folder. */
export const faultShare = (home: string): Promise<FaultShare> => scriptedShare(home, 'fault-fs.py');

/** @param script beside this file: a file system over a folder, told its fault by a file */
export async function scriptedShare<F>(home: string, script: string): Promise<FaultShare<F>> {
  const [source, seen, control] = ['source', 'seen', 'control.json'].map((name) => path.join(home, name)) as [string, string, string];
  for (const folder of [source, seen]) mkdirSync(folder);
  const set = (fault: F | null) => {
    writeFileSync(`${control}.new`, JSON.stringify(fault ?? {}));
    renameSync(`${control}.new`, control);
  };
  set(null);
  const child = spawn(python, [path.join(import.meta.dirname, script), source, control, seen], { stdio: 'ignore' });
  writeFileSync(path.join(home, `${script}.pid`), String(child.pid));
  const stop = async () => {
    await unmount(seen);
    await end(child);
  };
  try {
    await until('the mount', () => isMounted(seen));
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  guard(home, [child.pid]);
  return { source, seen, set, stop, pids: child.pid === undefined ? [] : [child.pid] };
}

/** Installs what the suites with real parts need, or says how. */
export function installParts(): string {
  if (process.getuid?.() !== 0) return `Run as root: ${installCommand}`;
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'inherit' });
  return 'The suites with real parts can run.';
}
