// Brings a share's verified editions into the local store: metadata through core/trust, then every blob by its
// signed digest, then one commit. On any failure what was held stays readable; one channel's trouble does not
// touch the others. Nothing is believed because of where it lies.
import type { AppError } from '../core/base/error.ts';
import { asAppError } from '../core/base/error.ts';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import { clearLeftovers, clearUnnamed } from './clear-store.ts';
import { clearDamaged } from './holdings.ts';
import { importChannel } from './import-channel.ts';
import { type HeldDirectory, updateDirectory } from './import-directory.ts';
import { recoverChannel, recoverState } from './recover-store.ts';
import { openShare, type ShareFolder, type ShareWatch } from './share.ts';
import { type ChannelState, type FoundState, findState, prepareStore, readState, type StoreState, writeState } from './store-state.ts';

export interface ImportReport {
  /** Why nothing could be done at all (share not reachable, no space, store not writable …); else null. */
  readonly error: AppError | null;
  /** The directory's own trouble; channels held already go on without it. */
  readonly directory: { readonly error: AppError | null; readonly warnings: readonly AppError[] };
  readonly channels: readonly ChannelReport[];
  /** Something new can be read: call `LocalStore.reload`. */
  readonly changed: boolean;
  /** Names of state files that were missing or damaged and are whole again; left out when there were none. */
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
  /** Files read of files to be read, over all channels known so far. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Told of every call on the share; what it throws stops the import (what verified is kept). */
  readonly watch?: ShareWatch;
  /** What was thrown where a code alone says too little; for the log. */
  readonly onFault?: (thrown: unknown) => void;
}

/** Editions that are ready are committed at least this often, so that a stopped import loses little. */
const commitEveryMs = 2_000;

/** Never throws for what can go wrong outside; it says so in the report. */
export async function importShare(input: ImportInput): Promise<ImportReport> {
  const nothing: ImportReport = { error: null, directory: { error: null, warnings: [] }, channels: [], changed: false };
  try {
    prepareStore(input.store);
    clearLeftovers(input.store);
    const found = findState(input.store);
    // Without a state there may still be signed metadata, and with it the floors.
    const before = found.state ?? recoverState(input.store, input.pinnedRoot, input.now);
    const share = openShare(input.share, input.watch);
    const directory = await updateDirectory(input, share, before);
    if (!directory.ok) {
      if (found.state && found.damaged.length > 0) await writeState(input.store, found.state);
      return { ...nothing, directory: { error: directory.error, warnings: [] }, error: directory.error };
    }
    return await importChannels(input, share, { ...found, before }, directory.value);
  } catch (thrown) {
    input.onFault?.(thrown);
    return { ...nothing, error: asAppError(thrown) };
  }
}

interface Before extends FoundState {
  readonly before: StoreState;
}

async function importChannels(input: ImportInput, share: ShareFolder, found: Before, directory: HeldDirectory): Promise<ImportReport> {
  const { before } = found;
  const reports: ChannelReport[] = [];
  const channels = new Map<ChannelId, ChannelState>(before.channels.map((channel) => [channel.id, channel]));
  if (!found.state)
    for (const entry of directory.channels) {
      const recovered = await recoverChannel(input.store, entry, directory.people, input.now);
      if (recovered) channels.set(entry.id, recovered);
    }
  // A damaged twin is made again by a commit of the same.
  let committed = found.state && found.damaged.length === 0 ? JSON.stringify(before) : '';
  let sequence = before.sequence;
  let lastCommit = performance.now();
  const commit = async () => {
    const state: StoreState = { ...before, ...directory.state, channels: [...channels.values()] };
    const text = JSON.stringify(state);
    if (text !== committed) sequence = (await writeState(input.store, { ...state, sequence })).sequence;
    committed = text;
    lastCommit = performance.now();
  };
  let [done, of] = [0, 0];
  const progress = {
    plan: (files: number) => {
      of += files;
    },
    step: () => {
      done += 1;
      input.onProgress?.(done, of);
    },
  };
  let error: AppError | null = null;
  const healed: Sha256[] = [];
  for (const entry of directory.channels) {
    try {
      const {
        state,
        report,
        fresh = [],
      } = await importChannel({
        input,
        share,
        entry,
        held: channels.get(entry.id) ?? null,
        people: directory.people,
        progress,
      });
      if (state) channels.set(entry.id, state);
      healed.push(...fresh);
      reports.push(report);
      if (performance.now() - lastCommit > commitEveryMs) await commit();
    } catch (thrown) {
      // Only the store's own faults come here: no space, no rights, no folder. The rest would fail alike.
      input.onFault?.(thrown);
      error = asAppError(thrown);
      reports.push({
        channel: entry.id,
        outcome: 'failed',
        version: channels.get(entry.id)?.edition?.seal.version ?? null,
        error,
        warnings: [],
        files: 0,
        bytes: 0,
      });
      break;
    }
  }
  try {
    await commit();
    clearDamaged(input.store, healed);
    clearUnnamed(input.store, readState(input.store));
  } catch (thrown) {
    error = asAppError(thrown);
  }
  const isRecovered = !found.state && [...channels.values()].some(({ edition }) => edition !== null);
  const changed = isRecovered || reports.some(({ outcome }) => outcome === 'imported');
  const repaired = error === null && found.damaged.length > 0 ? { repaired: found.damaged } : {};
  return { error, directory: { error: directory.error, warnings: directory.warnings }, channels: reports, changed, ...repaired };
}
