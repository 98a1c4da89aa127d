// What the main process and the sync process say to each other. Values only. Both are ours, so nothing is checked
// here. Every message of the sync process also says that it is alive: it sends none while a share keeps it waiting.
import type { ImportReport } from '../../content/node/import-share.ts';
import type { RoundShare } from '../../content/node/sync-round.ts';

export interface Round {
  readonly storeDir: string;
  /** A store that all users of the PC share; only read, and it may be missing. */
  readonly machineDir?: string;
  /** File with the directory's first root, as it came with the app. */
  readonly rootFile: string;
  readonly shares: readonly RoundShare[];
}

export type ToSync =
  /** One at a time: the next one only after `done`. */
  | { readonly kind: 'round'; readonly round: Round }
  /** Ends the round between two files; what verified is kept. */
  | { readonly kind: 'stop' };

export type FromSync =
  /** Something was answered, or nothing is being waited for. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'share'; readonly id: string }
  | { readonly kind: 'progress'; readonly id: string; readonly done: number; readonly of: number }
  | { readonly kind: 'report'; readonly id: string; readonly report: ImportReport; readonly ms: number }
  /** For the log: code, errno and place of something thrown, without its text. */
  | { readonly kind: 'fault'; readonly code: string; readonly cause: string }
  | { readonly kind: 'done' };
