// Two Syncthing instances on loopback that keep one folder each, in a temporary folder. They announce themselves to
// nobody and look at their folders only when told. Both are ended by the pids they were started with.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { startServer } from './mirror-process.ts';

export const canSyncthing = spawnSync('syncthing', ['--version'], { stdio: 'ignore' }).status === 0;

/** Two of them start, meet and index within seconds; a busy machine takes longer. */
const patienceMs = 60_000;

interface Side {
  readonly home: string;
  readonly folder: string;
  readonly id: string;
  readonly key: string;
  readonly port: number;
  readonly gui: number;
}

export interface SyncthingPair {
  /** The two copies of the folder. */
  readonly folders: readonly [string, string];
  readonly pids: readonly number[];
  /** Neither takes from the other nor looks at its folder. */
  part(): Promise<void>;
  join(): Promise<void>;
  /** Both look at what changed in their folders. */
  scan(): Promise<void>;
  /** Whether nothing is left to be copied either way. */
  isQuiet(): Promise<boolean>;
  stop(): Promise<void>;
}

/** @param home an empty folder. `first` is shared from the start. */
export async function syncthingPair(home: string): Promise<SyncthingPair> {
  const sides: Side[] = [];
  for (const name of ['one', 'two']) sides.push(await prepare(path.join(home, name)));
  for (const side of sides) writeFileSync(path.join(side.home, 'config.xml'), configOf(side, sides));
  const servers = sides.map(({ home: own }) =>
    startServer('syncthing', ['serve', `--home=${own}`, '--no-browser', '--no-upgrade', '--no-restart'], { STNOUPGRADE: '1', HOME: own }),
  );
  const other = (side: Side) => sides.find((one) => one !== side) as Side;
  const each = (run: (side: Side) => Promise<unknown>) => Promise.all(sides.map(run)).then(() => undefined);
  const stop = () => Promise.all(servers.map((server) => server.end())).then(() => undefined);
  const isConnected = async (side: Side) => {
    const { connections } = (await ask(side, 'GET', 'system/connections')) as { connections: Record<string, { connected: boolean }> };
    return connections[other(side).id]?.connected === true;
  };
  const untilAll = (what: string, check: (side: Side) => Promise<boolean>) => each((side) => until(what, () => check(side)));
  try {
    await untilAll('an answer', async (side) => (await ask(side, 'GET', 'system/ping')) !== null);
    await untilAll('a connection', isConnected);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return {
    folders: [sides[0]?.folder ?? '', sides[1]?.folder ?? ''],
    pids: servers.map(({ pid }) => pid),
    async part() {
      // Of the folder, not of the line: a line that was cut may take half a minute to be tried again.
      await each((side) => ask(side, 'PATCH', 'config/folders/guides', { paused: true }));
    },
    async join() {
      await each((side) => ask(side, 'PATCH', 'config/folders/guides', { paused: false }));
    },
    scan: () => each((side) => ask(side, 'POST', 'db/scan?folder=guides')),
    async isQuiet() {
      for (const side of sides) {
        const { state, needBytes, needFiles, needDeletes } = (await ask(side, 'GET', 'db/status?folder=guides')) as Record<string, unknown>;
        if (state !== 'idle' || needBytes !== 0 || needFiles !== 0 || needDeletes !== 0) return false;
        const { completion } = (await ask(side, 'GET', `db/completion?folder=guides&device=${other(side).id}`)) as Record<string, unknown>;
        if (completion !== 100) return false;
      }
      return true;
    },
    stop,
  };
}

async function prepare(base: string): Promise<Side> {
  const [home, folder] = [path.join(base, 'home'), path.join(base, 'share')];
  mkdirSync(folder, { recursive: true });
  // Its own mark that the folder is there.
  mkdirSync(path.join(folder, '.stfolder'));
  execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'], { stdio: 'ignore' });
  const id = /<device id="([A-Z0-9-]+)"/.exec(readFileSync(path.join(home, 'config.xml'), 'utf8'))?.[1];
  if (!id) throw new Error('Syncthing made no configuration');
  return { home, folder, id, key: randomBytes(16).toString('hex'), port: await freePort(), gui: await freePort() };
}

/** Nothing but the two: no announcing, no relays, no reports, no looking for new versions. */
function configOf(own: Side, sides: readonly Side[]): string {
  const flag = (name: string, value: unknown) => `<${name}>${value}</${name}>`;
  const devices = sides.map(({ id, port }) => `<device id="${id}" name="${port}">${flag('address', `tcp://127.0.0.1:${port}`)}</device>`);
  const off = ['globalAnnounceEnabled', 'localAnnounceEnabled', 'relaysEnabled', 'natEnabled', 'startBrowser', 'crashReportingEnabled'];
  const options = [
    flag('listenAddress', `tcp://127.0.0.1:${own.port}`),
    ...off.map((name) => flag(name, false)),
    flag('urAccepted', -1),
    flag('autoUpgradeIntervalH', 0),
    flag('reconnectionIntervalS', 1),
    flag('stunServer', ''),
    flag('minHomeDiskFree', 0),
    flag('setLowPriority', false),
  ];
  const folder = `<folder id="guides" path="${own.folder}" type="sendreceive" rescanIntervalS="0" fsWatcherEnabled="false">${sides
    .map(({ id }) => `<device id="${id}"></device>`)
    .join('')}${flag('minDiskFree', 0)}${flag('maxConflicts', -1)}</folder>`;
  const gui = `<gui enabled="true" tls="false">${flag('address', `127.0.0.1:${own.gui}`)}${flag('apikey', own.key)}</gui>`;
  return `<configuration version="36">${folder}${devices.join('')}${gui}<options>${options.join('')}</options></configuration>`;
}

/** The REST interface; null where there is no answer yet. */
async function ask({ gui, key }: Side, method: 'GET' | 'POST' | 'PATCH', what: string, body?: object): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${gui}/rest/${what}`, {
      method,
      headers: { 'X-API-Key': key },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    return null;
  }
  if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return text === '' ? {} : JSON.parse(text);
}

async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(50)) if (await check()) return;
  throw new Error(`${what} did not come`);
}
