import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SyncState } from '../../../electron/ipc/replies.ts';
import { announcement } from '../../../renderer/state/announcer.ts';
import {
  addShare,
  checkNow,
  clearFolderImport,
  countAloud,
  folderImport,
  importFolder,
  removeShare,
  type Spoken,
  sayable,
  startSync,
  stopSync,
  sync,
} from '../../../renderer/state/sync.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleStatus, sampleSync } from '../../support/sync-samples.ts';

let bridge: FakeBridge | undefined;
let said: string[] = [];
let stopHearing: () => void = () => undefined;
beforeEach(() => {
  said = [];
  stopHearing = announcement.subscribe(() => said.push(announcement.get().replace('\u200b', '')));
});
afterEach(() => {
  stopHearing();
  stopSync();
  bridge?.remove();
});

const is = (kind: SyncState['overall']['kind'], own: Partial<SyncState> = {}): SyncState =>
  sampleSync({ overall: sampleStatus({ kind }), settled: sampleStatus({ kind }), ...own });
const copying = (done: number): SyncState => sampleSync({ overall: sampleStatus({ kind: 'copying', done, of: 214 }) });
const at = new Date('2026-11-22T09:20:00Z');

async function started(first: SyncState = is('current')): Promise<FakeBridge> {
  bridge = fakeBridge({ 'sync.state': () => ({ ok: true, value: first }) });
  await startSync(() => at);
  return bridge;
}

test('nothing is asked before it is started, and once is enough', async () => {
  bridge = fakeBridge({ 'sync.state': () => ({ ok: true, value: is('current') }) });
  expect([sync.get(), bridge.asked]).toEqual([null, []]);
  await Promise.all([startSync(() => at), startSync(() => at)]);
  expect(bridge.asked).toHaveLength(1);
  expect(sync.get()).toEqual({ state: is('current'), at: at.toISOString() });
});

test('what the main process tells replaces what is known', async () => {
  (await started()).push('sync.changed', is('unreachable'));
  expect(sync.get()?.state.settled.kind).toBe('unreachable');
});

test('another library is asked about, because what is held is part of it', async () => {
  const main = await started();
  main.push('library.changed', { packs: [], guides: [], problems: [] });
  expect(main.asked.map(([name]) => name)).toEqual(['sync.state', 'sync.state']);
});

test('an answer that was overtaken by what is told is asked for again, and does not bring back the older truth', async () => {
  const kept: (() => void)[] = [];
  const answers = [copying(213), copying(214)];
  bridge = fakeBridge({
    'sync.state': () => {
      const value = answers.shift();
      return value ? new Promise((resolve) => kept.push(() => resolve({ ok: true, value }))) : { ok: true, value: is('current') };
    },
  });
  const starting = startSync(() => at);
  await vi.waitFor(() => expect(kept).toHaveLength(1));
  kept[0]?.();
  await starting;
  bridge.push('library.changed', { packs: [], guides: [], problems: [] });
  await vi.waitFor(() => expect(kept).toHaveLength(2));
  bridge.push('sync.changed', is('current'));
  kept[1]?.();
  await vi.waitFor(() => expect(bridge?.asked).toHaveLength(3));
  expect(sync.get()?.state.overall.kind).toBe('current');
});

describe('what is said aloud', () => {
  test('nothing at the start, however it stands', async () => {
    await started(is('refused'));
    expect(said).toEqual([]);
  });

  test('a change once, and neither figures nor the same again', async () => {
    const main = await started();
    for (const done of [1, 100, 213]) main.push('sync.changed', copying(done));
    for (let again = 0; again < 3; again += 1) main.push('sync.changed', is('unreachable'));
    main.push('sync.changed', is('current'));
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^Share not reachable since/);
    expect(said[1]).toMatch(/^Up to date at/);
  });

  test('a long copy that somebody waits for, soon and then twice a minute', () => {
    const copied = { kind: 'copying' } as const;
    const times: number[] = [];
    let spoken: Spoken = null;
    for (let at = 0; at <= 70_000; at += 200) {
      const [now, next]: readonly [boolean, Spoken] = countAloud(spoken, copied, true, at);
      spoken = next;
      if (now) times.push(at);
    }
    expect(times).toEqual([3_000, 33_000, 63_000]);
    expect([countAloud(0, copied, false, 90_000), countAloud(0, { kind: 'current' }, true, 90_000)]).toEqual([
      [false, null],
      [false, null],
    ]);
  });

  test('another reason of the same kind is another truth', () => {
    const refused = (code: 'TAMPERED' | 'ROLLED_BACK') =>
      is('refused', { settled: sampleStatus({ kind: 'refused', error: { code, data: {} } }) });
    expect(sayable(refused('TAMPERED'), refused('ROLLED_BACK'), false)).not.toBeNull();
    expect(sayable(refused('TAMPERED'), refused('TAMPERED'), false)).toBeNull();
  });

  test('the end of a check that a person asked for, also when nothing is new', async () => {
    bridge = fakeBridge({
      'sync.state': () => ({ ok: true, value: is('current') }),
      'sync.check': () => ({ ok: true, value: sampleSync({ overall: sampleStatus({ kind: 'checking' }) }) }),
    });
    await startSync(() => at);
    expect(await checkNow()).toBeNull();
    expect(said).toEqual([]);
    bridge.push('sync.changed', is('current'));
    bridge.push('sync.changed', is('current'));
    expect(said).toHaveLength(1);
  });
});

describe('a folder chosen by hand', () => {
  const report = { name: 'STICK', error: null, channels: [], files: 0, bytes: 0 };

  test('its report is kept until it is closed', async () => {
    bridge = fakeBridge({ 'sync.import-folder': () => ({ ok: true, value: report }) });
    const importing = importFolder();
    expect(folderImport.get().busy).toBe(true);
    await importFolder();
    await importing;
    expect([bridge.asked.length, folderImport.get()]).toEqual([1, { busy: false, report, error: null }]);
    clearFolderImport();
    expect(folderImport.get().report).toBeNull();
  });

  test('a change of mind leaves what was there, a failure says so', async () => {
    bridge = fakeBridge({ 'sync.import-folder': () => ({ ok: true, value: report }) });
    await importFolder();
    bridge.remove();
    bridge = fakeBridge({ 'sync.import-folder': () => ({ ok: true, value: null }) });
    await importFolder();
    expect(folderImport.get()).toEqual({ busy: false, report, error: null });
    bridge.remove();
    bridge = fakeBridge({});
    await importFolder();
    expect(folderImport.get()).toMatchObject({ busy: false, report: null, error: { code: 'UNEXPECTED' } });
  });
});

test('shares are added and removed by the main process, whose answer is shown', async () => {
  bridge = fakeBridge({
    'sync.add-share': () => ({ ok: true, value: is('checking') }),
    'sync.remove-share': ({ id }) => ({ ok: true, value: is('none', { shares: [], managed: id === 'a' }) }),
  });
  expect([await addShare(), sync.get()?.state.overall.kind]).toEqual([null, 'checking']);
  expect([await removeShare('a'), sync.get()?.state.managed]).toEqual([null, true]);
  bridge.remove();
  bridge = fakeBridge({
    'sync.add-share': () => ({ ok: false, error: { code: 'SETTING_MANAGED', data: {} } }),
  });
  expect((await addShare())?.code).toBe('SETTING_MANAGED');
  expect((await removeShare('a'))?.code).toBe('UNEXPECTED');
  expect((await checkNow())?.code).toBe('UNEXPECTED');
});
