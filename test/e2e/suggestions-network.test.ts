// Suggestions that leave the real app for a network folder that hangs, or while a process of the app is killed: pages open
// as ever, the draft stays what it was, and in the end the drop-box has it once.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBundle } from '../../content/node/suggestion-bundle.ts';
import { freshUserDataDir, launchApp, openFolder, type RunningApp } from '../support/electron-app.ts';
import { canMount as canFuse, isAlive } from '../support/real-share.ts';
import { call, complaints, openByLink } from '../support/screens.ts';
import { type Suggester, suggester } from '../support/suggester.ts';
import { type WritableShare, writableShare } from '../support/writable-share.ts';

let home: string;
let profile: string;
let running: RunningApp;
let person: Suggester;
let said: readonly string[] = [];

async function start(shares: readonly string[]): Promise<void> {
  running = await launchApp({ userDataDir: profile, policy: { format: 1, mandatory: { shares } } });
  said = complaints(running);
  person = await suggester(running.page);
}
/** What readers find in a drop-box: each whole, by its name. */
const held = (box: string): readonly string[] => readdirSync(box).filter((name) => !name.startsWith('.'));
async function isWhole(file: string): Promise<boolean> {
  return (await openBundle(readFileSync(file))).ok;
}
/** What the log says of suggestions. */
const log = (): string =>
  readFileSync(path.join(profile, 'logs', 'national-guides.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"where":"suggestions"'))
    .join('\n');

beforeAll(async () => {
  // The app of a run as root is another user's.
  home = mkdtempSync(path.join(tmpdir(), 'guides-send-'));
  chmodSync(home, 0o755);
  profile = await freshUserDataDir();
}, 180_000);
afterEach(async () => {
  expect(said).toEqual([]);
});
afterAll(() => {
  for (const folder of [home, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

describe.skipIf(!canFuse.faults)('a network folder that misbehaves (needs fuse3 and python3-fusepy)', () => {
  let share: WritableShare;
  let second: string;
  let box: string;
  beforeAll(async () => {
    const folder = path.join(home, 'network');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    share = await writableShare(folder);
    share.set({ lacks: ['link'] });
    second = openFolder(path.join(home, 'second'));
    await start([share.seen, second]);
    box = openFolder(path.join(openFolder(path.join(share.source, 'inbox')), person.channel));
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    await share?.stop();
  });
  const inboxPids = (): Promise<number[]> =>
    running.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ name }) => name === 'inbox')
        .map(({ pid }) => pid),
    );
  const until = async (what: string, is: () => boolean | Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + 20_000; !(await is()); await wait(50))
      if (Date.now() > end) throw new Error(`${what} did not come; the log:\n${log()}`);
  };
  /** What a process began that was killed stays for a day. */
  const unfinished = (): number => readdirSync(box).filter((name) => name.endsWith('.tmp')).length;
  const restart = async (): Promise<void> => {
    process.kill(running.pid, 'SIGKILL');
    await running.close().catch(() => undefined);
    await start([share.seen, second]);
  };

  test('and hangs is given up, and pages open meanwhile as if nothing was', { timeout: 90_000 }, async () => {
    const id = await person.draft('A line that waits.');
    share.set({ lacks: ['link'], op: 'create', kind: 'delay', ms: 16_000 });
    const began = performance.now();
    const sending = person.send(id).catch((thrown: Error) => thrown.message);
    await until('the process', async () => (await inboxPids()).length > 0);
    const [pid] = await inboxPids();
    const opened: number[] = [];
    const { guides } = await call(running.page, 'library.list', {});
    for (const guide of guides.slice(0, 3)) {
      const from = performance.now();
      await openByLink(running.page, guide.id);
      opened.push(performance.now() - from);
    }
    expect(await sending).toBe('SHARE_UNREACHABLE');
    const gaveUp = performance.now() - began;
    console.log(`given up after ${(gaveUp / 1000).toFixed(1)} s; pages meanwhile ${opened.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
    expect((await person.open(id)).draft.sent).toBeNull();
    share.set({ lacks: ['link'] });
    // As promised of every process that a share holds.
    await until('its end', () => !isAlive(pid as number));
    await until('the answer of the mount', async () => (await person.send(id).catch(() => null)) !== null);
    expect(held(box)).toHaveLength(1);
  });

  test('the sending process killed on the way leaves the draft, and sending again is harmless', async () => {
    const [before, left] = [held(box), unfinished()];
    const id = await person.draft('A line that is cut.');
    share.set({ lacks: ['link'], op: 'fsync', kind: 'delay', ms: 2_000 });
    const sending = person.send(id).catch((thrown: Error) => thrown.message);
    await until('a file that is being written', () => unfinished() > left);
    process.kill((await inboxPids())[0] as number, 'SIGKILL');
    expect(await sending).toBe('SHARE_UNREACHABLE');
    expect([held(box), (await person.open(id)).draft.sent]).toEqual([before, null]);
    share.set({ lacks: ['link'] });
    const { name } = await person.send(id);
    expect(held(box)).toHaveLength(before.length + 1);
    expect(await isWhole(path.join(box, name))).toBe(true);
  });

  test('the app killed on the way, before and after the file has its name, has it once in the end', { timeout: 120_000 }, async () => {
    for (const op of ['fsync', 'fsyncdir'] as const) {
      const [before, left] = [held(box), unfinished()];
      const id = await person.draft(`A line that is cut at ${op}.`);
      const { name } = await person.preview(id);
      share.set({ lacks: ['link'], op, kind: 'delay', ms: 3_000 });
      const sending = person.send(id).catch(() => null);
      await until('the file', () => (op === 'fsync' ? unfinished() > left : existsSync(path.join(box, name))));
      await restart();
      await sending;
      expect((await person.open(id)).draft.sent).toBeNull();
      share.set({ lacks: ['link'] });
      expect((await person.send(id)).name).toBe(name);
      expect(held(box)).toEqual([...before, name].sort());
      expect(await isWhole(path.join(box, name))).toBe(true);
      expect((await person.open(id)).draft.sent?.way).toBe('inbox');
    }
  });

  test('and hangs costs its time once, where another share has a drop-box', { timeout: 90_000 }, async () => {
    const other = openFolder(path.join(openFolder(path.join(second, 'inbox')), person.channel));
    share.set({ lacks: ['link'], op: 'create', kind: 'delay', ms: 16_000 });
    const before = log().length;
    const ids = [await person.draft('A line for the other share.'), await person.draft('And one more.')];
    for (const id of ids) expect((await person.send(id)).sent.way).toBe('inbox');
    expect(held(other)).toHaveLength(2);
    const told = log()
      .slice(before)
      .match(/"code":"inbox-\w+","data":\{"share":\d/g);
    expect(told?.map((line) => line.replace(/[^a-z\d-]+/g, ' ').trim())).toEqual([
      'code inbox-refused data share 1',
      'code inbox-sent data share 2',
      'code inbox-sent data share 2',
    ]);
  });
});
