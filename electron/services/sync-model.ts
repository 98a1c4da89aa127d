// What the sync service needs and offers. Types only.
import type { SyncMemory } from '../../content/core/sync/model.ts';
import type { ImportReport } from '../../content/node/import-share.ts';
import type { RoundShare } from '../../content/node/sync-round.ts';
import type { HeldPack, SyncState } from '../ipc/replies.ts';
import type { Notes } from './log.ts';
import type { RoundRunner } from './sync-process.ts';
import type { ConfiguredShare } from './sync-state.ts';

export interface SyncPorts {
  readonly runner: RoundRunner;
  readonly storeDir: string;
  /** A store that all users of the PC share. */
  readonly machineDir?: string;
  readonly rootFile: string;
  /** In force now, in their order. */
  readonly shares: () => { readonly list: readonly ConfiguredShare[]; readonly managed: boolean };
  readonly packs: () => readonly HeldPack[];
  readonly memory: { readonly read: () => SyncMemory; readonly write: (memory: SyncMemory) => Promise<void> };
  /** Something new can be read. */
  readonly imported: () => Promise<void>;
  readonly changed: (state: SyncState) => void;
  readonly notes: Pick<Notes, 'note' | 'fault'>;
  readonly now: () => Date;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Before the first round; shorter in tests only. */
  readonly firstMs?: number;
}

export interface Sync {
  state(): SyncState;
  /** Begins to plan rounds; more calls do nothing. */
  start(): void;
  isStarted(): boolean;
  /** Looks at every share now. `byHand`: a person waits and is shown that it happens. */
  check(byHand: boolean): void;
  /** The list of shares changed. */
  configured(): void;
  /** Imports from one folder that is no configured share, before everything else. Null: the process was lost. */
  importFrom(folder: RoundShare): Promise<ImportReport | null>;
  /** A person calls off what is under way; what was copied is kept. Planned rounds then wait for as long as usual. */
  halt(): void;
  /** Damaged files of this PC were found, and mended if `isWhole`; the shares may have what is still missing. */
  mended(isWhole: boolean): void;
  stop(): void;
}
