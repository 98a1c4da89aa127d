// What an import is given and what it says afterwards, and what its parts hand to each other. Types only, so that
// the parts need not know one another.
import type { AppError } from '../core/base/error.ts';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import type { DirectoryEntry } from '../core/pack/model.ts';
import type { PeopleNames } from '../core/trust/seal.ts';
import type { ShareFolder, ShareWatch } from './share.ts';
import type { ChannelState, StoreState } from './store-state.ts';

export interface ImportReport {
  /** Why nothing could be done at all (share not reachable, no space, store not writable …); else null. */
  readonly error: AppError | null;
  /** The directory's own trouble; channels held already go on without it. */
  readonly directory: { readonly error: AppError | null; readonly warnings: readonly AppError[] };
  readonly channels: readonly ChannelReport[];
  /** Something new can be read: call `LocalStore.reload`. */
  readonly changed: boolean;
  /** State files, and blobs by the start of their digests, that were missing or damaged and are whole again; left out when there were none. */
  readonly repaired?: readonly string[];
}

export interface ChannelReport {
  readonly channel: ChannelId;
  readonly outcome: 'imported' | 'current' | 'failed';
  /** Version now held, or null. */
  readonly version: number | null;
  readonly error: AppError | null;
  /** STALE, REVIEW_OVERDUE, ROOT_STALE, CLOCK: verified and readable all the same. */
  readonly warnings: readonly AppError[];
  /** Version that the share offers, where its signatures held but it could not be brought in. */
  readonly offered?: number;
  /** Files and bytes copied now. */
  readonly files: number;
  readonly bytes: number;
}

export interface ImportInput {
  /** Folder of the local store; made when missing. */
  readonly store: string;
  readonly share: string;
  /** The directory's `1.root.json` as it came with the app. */
  readonly pinnedRoot: Uint8Array;
  readonly now: Date;
  /** A store that all users of the PC share: only read, and what it holds is not fetched again. It may be missing. */
  readonly machine?: string;
  /** Files read of files to be read, over all channels. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Told of every call on the share; what it throws stops the import (what verified is kept). */
  readonly watch?: ShareWatch;
  /** What was thrown where a code alone says too little; for the log. */
  readonly onFault?: (thrown: unknown) => void;
}

export interface ListedChannel extends DirectoryEntry {
  readonly root: Uint8Array;
}

export interface HeldDirectory {
  readonly channels: readonly ListedChannel[];
  readonly people: PeopleNames;
  readonly warnings: readonly AppError[];
  readonly error: AppError | null;
  /** What the store's state says of it from now on. */
  readonly state: Pick<StoreState, 'pinned' | 'directory'>;
}

export interface ChannelImport {
  readonly input: ImportInput;
  readonly share: ShareFolder;
  readonly entry: ListedChannel;
  readonly held: ChannelState | null;
  readonly people: PeopleNames;
  /** Called for each file that was read, good or not. */
  readonly step: () => void;
}

export interface ChannelOutcome {
  /** To be committed; null when there is nothing to keep. */
  readonly state: ChannelState | null;
  /** Blobs that are good again once the state is committed. */
  readonly fresh?: readonly Sha256[];
  readonly report: ChannelReport;
}
