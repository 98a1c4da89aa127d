import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readMemory, shareId } from '../../../content/node/sync-memory.ts';
import type { SyncState } from '../../../electron/ipc/replies.ts';
import { placesOf } from '../../../electron/places.ts';
import { openSettings } from '../../../electron/settings/keeper.ts';
import type { Policy } from '../../../electron/settings/policy.ts';
import type { FromSync, ToSync } from '../../../electron/workers/sync-protocol.ts';
import { tempFolder } from '../../support/temp.ts';

const fake = vi.hoisted(() => ({ fork: vi.fn(), showOpenDialog: vi.fn() }));
vi.mock('electron', () => ({ utilityProcess: { fork: fake.fork }, dialog: { showOpenDialog: fake.showOpenDialog } }));
const { joinSync } = await import('../../../electron/services/sync-join.ts');

const report = { error: null, directory: { error: null, warnings: [] }, channels: [], changed: true };
beforeEach(() => {
  fake.fork.mockReset().mockImplementation(() => {
    let tell: (message: FromSync) => void = () => undefined;
    return {
      postMessage: (message: ToSync) => {
        if (message.kind !== 'round') return;
        for (const { id } of message.round.shares) {
          tell({ kind: 'share', id });
          tell({ kind: 'report', id, report, ms: 1 });
        }
        tell({ kind: 'done' });
      },
      on: (event: string, listener: typeof tell) => {
        if (event === 'message') tell = listener;
      },
      kill: () => true,
    };
  });
});

function scene(policy: Policy = { mandatory: {}, defaults: {} }) {
  const userData = tempFolder();
  const places = { ...placesOf('/app', '/resources', userData), store: userData };
  const settings = openSettings({ folder: userData, policy, save: async () => undefined, log: () => undefined, now: new Date() });
  const pushed: SyncState[] = [];
  let reloads = 0;
  const reload = async () => {
    reloads += 1;
  };
  const library = () => ({ state: () => ({ packs: [], guides: [], problems: [] }), reload });
  const joined = joinSync({
    places,
    notes: { note: () => undefined, fault: () => undefined },
    settings,
    policy,
    library,
    window: () => ({}) as never,
    changed: (state) => pushed.push(state),
    settingsChanged: () => undefined,
  });
  return { ...joined, settings, pushed, places, reloads: () => reloads };
}

describe('the sync service in the app', () => {
  test('adds a folder from the dialog to the settings, looks at it in a process of its own, and remembers', async () => {
    const { sync, handlers, settings, places, reloads } = scene();
    sync.start();
    fake.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/mnt/guides'] });
    await handlers['sync.add-share']({});
    expect(settings.view().values.shares).toEqual(['/mnt/guides']);
    await vi.waitFor(() => expect(readMemory(places.store).shares).toMatchObject([{ share: shareId('/mnt/guides'), failures: 0 }]));
    expect(fake.fork.mock.calls[0]?.slice(0, 2)).toEqual([path.join('/app', 'workers', 'sync.cjs'), []]);
    expect(reloads()).toBe(1);
    expect(sync.state().shares[0]).toMatchObject({ label: 'guides', origin: 'user' });
    sync.stop();
  });

  test('says which shares are the force’s', () => {
    const policy = { mandatory: {}, defaults: { shares: ['/mnt/force'] } };
    expect(scene(policy).sync.state()).toMatchObject({ managed: false, shares: [{ origin: 'policy' }, { origin: 'seed' }] });
    expect(scene({ mandatory: policy.defaults, defaults: {} }).sync.state().managed).toBe(true);
  });

  test('imports from a chosen folder', async () => {
    const { sync, handlers, reloads } = scene();
    fake.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/media/stick'] });
    expect(await handlers['sync.import-folder']({})).toMatchObject({ name: 'stick', error: null });
    expect(reloads()).toBe(1);
    sync.stop();
  });
});
