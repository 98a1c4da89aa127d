import { describe, expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import type { ImportReport } from '../../../content/node/import-share.ts';
import { shareId } from '../../../content/node/sync-memory.ts';
import type { HeldPack, SyncState } from '../../../electron/ipc/replies.ts';
import { type SyncCallPorts, syncHandlers } from '../../../electron/services/sync-handlers.ts';

const state = { overall: { kind: 'current' } } as SyncState;
const report: ImportReport = {
  error: null,
  directory: { error: null, warnings: [] },
  channels: [{ channel: 'x' as ChannelId, outcome: 'imported', version: 7, error: null, warnings: [], files: 3, bytes: 40 }],
  changed: true,
};
const packs = [{ info: { channel: 'x', title: 'X' } }] as unknown as readonly HeldPack[];

function scene(over: { chosen?: string | null; managed?: boolean; paths?: readonly string[]; report?: ImportReport | null } = {}) {
  const done: string[] = [];
  let paths = over.paths ?? ['/mnt/a'];
  const ports: SyncCallPorts = {
    sync: {
      state: () => state,
      check: (byHand) => void done.push(`check ${byHand}`),
      halt: () => void done.push('halt'),
      configured: () => void done.push('configured'),
      importFrom: async ({ id, path }) => {
        done.push(`import ${id} ${path}`);
        return over.report === undefined ? report : over.report;
      },
    },
    shares: () => ({ paths, managed: over.managed ?? false }),
    setShares: async (next) => {
      paths = next;
    },
    askForFolder: async (why) => {
      done.push(`ask ${why}`);
      return over.chosen === undefined ? '/media/stick' : over.chosen;
    },
    imported: async () => void done.push('imported'),
    packs: () => packs,
  };
  return { calls: syncHandlers(ports), done, paths: () => paths };
}

describe('the calls', () => {
  test('tell the state, and look when asked', async () => {
    const { calls, done } = scene();
    expect([await calls['sync.state']({}), await calls['sync.check']({}), done]).toEqual([state, state, ['check true']]);
    expect([await calls['sync.halt']({}), done]).toEqual([state, ['check true', 'halt']]);
  });

  test('import from a folder that a person chose, and report on it without its path', async () => {
    const { calls, done } = scene();
    expect(await calls['sync.import-folder']({})).toEqual({
      name: 'stick',
      error: null,
      channels: [{ channel: 'x', title: 'X', outcome: 'imported', version: 7, error: null }],
      files: 3,
      bytes: 40,
    });
    expect(done).toEqual(['ask import', 'import folder /media/stick', 'imported']);
  });

  test('say of a folder that did not answer that it could not be reached', async () =>
    expect(await scene({ report: null }).calls['sync.import-folder']({})).toMatchObject({
      error: { code: 'SHARE_UNREACHABLE' },
      channels: [],
    }));

  test('do nothing when the person changed their mind', async () => {
    const { calls, done } = scene({ chosen: null });
    expect([await calls['sync.import-folder']({}), await calls['sync.add-share']({})]).toEqual([null, null]);
    expect(done).toEqual(['ask import', 'ask add']);
  });

  test('add a folder once, and remove one by its id', async () => {
    const { calls, paths, done } = scene();
    await calls['sync.add-share']({});
    await calls['sync.add-share']({});
    expect(paths()).toEqual(['/mnt/a', '/media/stick']);
    await calls['sync.remove-share']({ id: shareId('/mnt/a') });
    await calls['sync.remove-share']({ id: 'none' });
    expect(paths()).toEqual(['/media/stick']);
    expect(done.filter((what) => what === 'configured')).toHaveLength(2);
  });

  test('change nothing that IT decides, and add no ninth', async () => {
    const managed = scene({ managed: true });
    await expect(managed.calls['sync.add-share']({})).rejects.toMatchObject({ code: 'SETTING_MANAGED' });
    await expect((async () => managed.calls['sync.remove-share']({ id: 'x' }))()).rejects.toMatchObject({ code: 'SETTING_MANAGED' });
    expect(managed.done).toEqual([]);
    const full = scene({ paths: Array.from({ length: 8 }, (_, index) => `/${index}`) });
    await expect(full.calls['sync.add-share']({})).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
