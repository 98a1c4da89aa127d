// The window's calls of the group `sync`. Folders come from the system's dialog only; the window learns their names.
import { AppFault } from '../../content/core/base/error.ts';
import type { ImportReport } from '../../content/node/import-share.ts';
import { shareId } from '../../content/node/sync-memory.ts';
import type { FolderImport, HeldPack } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';
import { mostShares } from '../settings/schema.ts';
import { byHandId, type Sync } from './sync.ts';
import { labelOf } from './sync-state.ts';

export interface SyncCallPorts {
  readonly sync: Pick<Sync, 'state' | 'check' | 'halt' | 'configured' | 'importFrom'>;
  /** In force now. */
  readonly shares: () => { readonly paths: readonly string[]; readonly managed: boolean };
  /** Keeps the person's list. Throws SETTING_MANAGED or SAVE_FAILED. */
  readonly setShares: (paths: readonly string[]) => Promise<void>;
  /** Null: the person changed their mind. */
  readonly askForFolder: (why: 'import' | 'add') => Promise<string | null>;
  /** Something new can be read. */
  readonly imported: () => Promise<void>;
  readonly packs: () => readonly HeldPack[];
}

type SyncCalls = 'sync.state' | 'sync.check' | 'sync.halt' | 'sync.import-folder' | 'sync.add-share' | 'sync.remove-share';

export function syncHandlers({ sync, ...ports }: SyncCallPorts): Pick<Handlers, SyncCalls> {
  const refuseIfManaged = (): readonly string[] => {
    const { paths, managed } = ports.shares();
    if (managed) throw new AppFault('SETTING_MANAGED', { setting: 'shares' });
    return paths;
  };
  return {
    'sync.state': () => sync.state(),
    'sync.check': () => {
      sync.check(true);
      return sync.state();
    },
    'sync.halt': () => {
      sync.halt();
      return sync.state();
    },
    'sync.import-folder': async () => {
      const folder = await ports.askForFolder('import');
      if (folder === null) return null;
      const report = await sync.importFrom({ id: byHandId, path: folder });
      if (report?.changed) await ports.imported();
      return folderImport(folder, report, ports.packs());
    },
    'sync.add-share': async () => {
      refuseIfManaged();
      const folder = await ports.askForFolder('add');
      if (folder === null) return null;
      // Asked again: the dialog may have been open for long.
      const paths = refuseIfManaged();
      if (!paths.includes(folder)) {
        if (paths.length >= mostShares) throw new AppFault('TOO_LARGE', { what: 'shares', most: mostShares });
        await ports.setShares([...paths, folder]);
        sync.configured();
      }
      return sync.state();
    },
    'sync.remove-share': async ({ id }) => {
      const paths = refuseIfManaged();
      const left = paths.filter((folder) => shareId(folder) !== id);
      if (left.length < paths.length) {
        await ports.setShares(left);
        sync.configured();
      }
      return sync.state();
    },
  };
}

/** `report` null: the process was ended because the folder did not answer. */
export function folderImport(folder: string, report: ImportReport | null, packs: readonly HeldPack[]): FolderImport {
  const titles = new Map(packs.map(({ info }) => [info.channel, info.title]));
  const channels = report?.channels ?? [];
  const sum = (pick: 'files' | 'bytes'): number => channels.reduce((total, channel) => total + channel[pick], 0);
  return {
    name: labelOf(folder),
    error: report ? (report.error ?? report.directory.error) : { code: 'SHARE_UNREACHABLE', data: { errno: 'HUNG' } },
    channels: channels.map(({ channel, outcome, version, error }) => ({
      channel,
      title: titles.get(channel) ?? channel,
      outcome,
      version,
      error,
    })),
    files: sum('files'),
    bytes: sum('bytes'),
  };
}
