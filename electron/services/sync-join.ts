// Joins the sync service to the rest of the app: its process, the settings that name the shares, the library that
// reads what came in.
import path from 'node:path';
import { type BrowserWindow, utilityProcess } from 'electron';
import { now } from '../../content/node/clock.ts';
import { readMemory, shareId, writeMemory } from '../../content/node/sync-memory.ts';
import type { SyncState } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import type { SettingsKeeper, SettingsView } from '../settings/keeper.ts';
import type { Policy } from '../settings/policy.ts';
import { askForFolder, takePath } from '../windows/dialogs.ts';
import type { Library } from './library.ts';
import type { Notes } from './log.ts';
import { createSync, type Sync } from './sync.ts';
import { syncHandlers } from './sync-handlers.ts';
import { createRoundRunner, type SyncProcess } from './sync-process.ts';

export interface SyncJoin {
  readonly places: Places;
  readonly notes: Notes;
  readonly settings: SettingsKeeper;
  readonly policy: Policy;
  readonly library: () => Pick<Library, 'state' | 'reload'>;
  /** Throws while there is no window. */
  readonly window: () => BrowserWindow;
  readonly changed: (state: SyncState) => void;
  readonly settingsChanged: (view: SettingsView) => void;
}

type SyncCalls = Extract<keyof Handlers, `sync.${string}`>;

export function joinSync(join: SyncJoin): { readonly sync: Sync; readonly handlers: Pick<Handlers, SyncCalls> } {
  const { places, settings, library } = join;
  const inForce = () => ({ paths: settings.view().values.shares, managed: settings.view().managed.includes('shares') });
  const ofForce = new Set([...(join.policy.mandatory.shares ?? []), ...(join.policy.defaults.shares ?? [])]);
  const packs = () => library().state().packs;
  const imported = () => library().reload();
  const sync = createSync({
    runner: createRoundRunner({
      fork: () =>
        utilityProcess.fork(path.join(places.workers, 'sync.cjs'), [], {
          serviceName: 'sync',
          stdio: 'ignore',
          // As many as read a slow share at once (copy-blobs.ts): with Node's four, half of them wait for a thread.
          env: { ...process.env, UV_THREADPOOL_SIZE: '8' },
        }) as unknown as SyncProcess,
      forceKill: (pid) => {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended meanwhile.
        }
      },
    }),
    storeDir: places.store,
    machineDir: places.machineStore,
    rootFile: places.pinnedRoot,
    shares: () => {
      const { paths, managed } = inForce();
      return {
        list: paths.map((folder) => ({ id: shareId(folder), path: folder, origin: ofForce.has(folder) ? 'policy' : 'user' })),
        managed,
      };
    },
    packs,
    memory: { read: () => readMemory(places.store), write: (memory) => writeMemory(places.store, memory) },
    imported,
    changed: join.changed,
    notes: join.notes,
    now,
    random: Math.random,
  });
  const handlers = syncHandlers({
    sync,
    shares: inForce,
    setShares: async (paths) => join.settingsChanged(await settings.change({ shares: paths })),
    askForFolder: async (why) => {
      const token = await askForFolder(join.window(), why);
      return token === null ? null : takePath(token);
    },
    imported,
    packs,
  });
  return { sync, handlers };
}
