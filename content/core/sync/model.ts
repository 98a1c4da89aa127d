// What is known about the shared folders, as plain values: what was seen at each (sightings), and what is true for
// a person because of it (statuses). Times are ISO texts; durations are milliseconds.
import type { AppError } from '../base/error.ts';
import type { ChannelId } from '../base/ids.ts';

/** What is true of a channel, of a share or of everything; one sentence each in the window. */
export type SyncKind =
  /** No share is set: what is read came with the app or was imported by hand. */
  | 'none'
  /** A check is under way (of `overall` only when a person asked for it or nothing was ever checked). */
  | 'checking'
  /** New files are being copied: `done` of `of`. */
  | 'copying'
  | 'current'
  /** Not confirmed by a share for longer than usual, or never; nothing more precise is known. */
  | 'out-of-date'
  /** A newer edition is there in part: `done` of `of` files where counted, else null. */
  | 'incomplete'
  | 'unreachable'
  | 'denied'
  /** What the share offers does not verify, three times over more than an hour, or is older for a day. */
  | 'refused'
  /** Verified, but past a date that its signers set (`error.code`: STALE, REVIEW_OVERDUE or ROOT_STALE). */
  | 'stale'
  | 'no-space'
  | 'clock'
  | 'app-too-old'
  /** Up to date, and damaged files of this PC were mended within the last day. */
  | 'repaired';

export interface SyncStatus {
  readonly kind: SyncKind;
  /** ISO time since when this is so; of 'current' and 'repaired', when it was last confirmed. */
  readonly since: string;
  /** Code and facts behind it, for the sentence and for IT; null where there is no trouble. */
  readonly error: AppError | null;
  /** Files that are in, of files there are; null where nothing is counted. */
  readonly done: number | null;
  readonly of: number | null;
}

/** One trouble, seen again and again. Another trouble starts anew. */
export interface Sighting {
  readonly error: AppError;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  /** Since when nothing was well here, whatever the trouble was. */
  readonly since: string;
}

export interface ChannelMemory {
  readonly channel: ChannelId;
  /** Last time this share offered what is held, or something newer that was taken in. */
  readonly good: string | null;
  /** Edition that was held when it was good. */
  readonly version: number | null;
  /** Edition that was offered and could not be brought in. */
  readonly offered: number | null;
  readonly trouble: Sighting | null;
  /** Of the last good check. */
  readonly warnings: readonly AppError[];
}

export interface ShareMemory {
  /** Id of the share: what its path hashes to. */
  readonly share: string;
  /** End of the last attempt. */
  readonly tried: string | null;
  /** Last time anything on it could be read. */
  readonly reached: string | null;
  /** Last time everything on it was as it should be. */
  readonly good: string | null;
  /** Attempts in a row that were not good. */
  readonly failures: number;
  /** Not to be tried before, unless a person asks. */
  readonly next: string | null;
  /** Of the share as a whole: not reachable, no rights, or a directory that cannot be used at all. */
  readonly trouble: Sighting | null;
  /** Of its directory only, while channels went on with the one held. */
  readonly directory: Sighting | null;
  readonly channels: readonly ChannelMemory[];
}

/** All that is kept between rounds. */
export interface SyncMemory {
  readonly shares: readonly ShareMemory[];
  /** This PC's own trouble (no space, store not writable): of no share. */
  readonly local: Sighting | null;
  /** Damaged files of this PC were mended then. */
  readonly repaired: string | null;
}

export const emptyMemory: SyncMemory = { shares: [], local: null, repaired: null };

/** What one attempt at one share came to; what `importShare` reports fits. */
export interface ShareReport {
  readonly error: AppError | null;
  readonly directory: { readonly error: AppError | null; readonly warnings: readonly AppError[] };
  readonly channels: readonly {
    readonly channel: ChannelId;
    readonly outcome: 'imported' | 'current' | 'failed';
    readonly version: number | null;
    readonly error: AppError | null;
    readonly warnings: readonly AppError[];
    readonly offered?: number;
  }[];
  /** What had been damaged or missing in the store and is whole again. */
  readonly repaired?: readonly string[];
}

/** An edition that can be read here. */
export interface HeldChannel {
  readonly channel: ChannelId;
  readonly version: number;
  /** ISO time up to which its signers stand by it. */
  readonly expires: string;
  readonly retired: string | null;
}
