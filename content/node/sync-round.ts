// One round over several shares, one after the other: each brings in what verified and is newer than what is held,
// so that the highest edition of any of them wins. Can be stopped between any two calls on a share; what verified
// is kept. Refuses nothing itself and throws nothing that the world can cause.
import { type AppError, AppFault } from '../core/base/error.ts';
import { type ImportReport, importShare } from './import-share.ts';
import { openShare, type ShareWatch } from './share.ts';

export interface RoundShare {
  readonly id: string;
  /** A share, or the folder or stick that holds one under the usual name. */
  readonly path: string;
}

export interface RoundInput {
  readonly store: string;
  /** A store that all users of the PC share; see `ImportInput`. */
  readonly machine?: string;
  /** In the order in which they are to be looked at. */
  readonly shares: readonly RoundShare[];
  readonly pinnedRoot: Uint8Array;
  readonly now: Date;
  readonly isStopped?: () => boolean;
  readonly watch?: ShareWatch;
  readonly onShare?: (share: RoundShare) => void;
  readonly onReport?: (share: RoundShare, report: ImportReport) => void;
  /** Files of the share in work. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly onFault?: (thrown: unknown) => void;
}

/** As the folder is called on a stick or at the top of a drive (trust.md 1.2). */
export const shareName = 'NationalGuides';

/** Reports of the shares that were looked at; a stopped one says CANCELLED, and those after it are left out. */
export async function syncRound(input: RoundInput): Promise<ReadonlyMap<string, ImportReport>> {
  const isStopped = input.isStopped ?? (() => false);
  const watch = stopping(input.watch, isStopped);
  const reports = new Map<string, ImportReport>();
  for (const share of input.shares) {
    if (isStopped()) break;
    input.onShare?.(share);
    const folder = whereIs(share.path, watch);
    const { store, machine, pinnedRoot, now, onProgress, onFault } = input;
    const listeners = { ...(onProgress ? { onProgress } : {}), ...(onFault ? { onFault } : {}) };
    const report =
      folder === null
        ? failedReport({ code: 'SHARE_UNREACHABLE', data: { why: 'no-guides' } })
        : await importShare({ store, ...(machine === undefined ? {} : { machine }), share: folder, pinnedRoot, now, watch, ...listeners });
    reports.set(share.id, report);
    input.onReport?.(share, report);
  }
  return reports;
}

function stopping(watch: ShareWatch | undefined, isStopped: () => boolean): ShareWatch {
  return {
    asked(what) {
      // A file that is open is closed all the same.
      if (what !== 'close' && isStopped()) throw new AppFault('CANCELLED');
      watch?.asked(what);
    },
    answered: () => watch?.answered(),
  };
}

/**
 * People choose the stick or the drive as often as the folder on it. Null for a folder that holds no guides: a drive
 * that is not connected often leaves an empty one, and a wrong one must be said at once, not as a half copy in a day.
 */
function whereIs(chosen: string, watch: ShareWatch): string | null {
  try {
    const share = openShare(chosen, watch);
    if (share.folder('directory') !== null || share.folder('channels') !== null) return chosen;
    return share.folder(shareName);
  } catch {
    // The import says what is wrong with it.
    return chosen;
  }
}

function failedReport(error: AppError): ImportReport {
  return { error, directory: { error: null, warnings: [] }, channels: [], changed: false };
}
