// The local store's commit point: a small file that says which verified editions are held, in which files, and
// which versions may never be gone below. What it does not name does not exist. It is kept twice, A and B: a
// commit replaces the older one, and then the other is made its equal, so that damage of one loses nothing.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppFault } from '../core/base/error.ts';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import type { EditionSeal } from '../core/trust/model.ts';
import type { Floors } from '../core/trust/state.ts';
import { storeFault } from './faults.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** Of the whole store. A newer one than this means that a newer app wrote it. */
export const storeFormat = 2;

export interface ChannelState {
  readonly id: ChannelId;
  /** SHA-256 of the channel's first root as the directory lists it. */
  readonly firstRoot: Sha256;
  /** Name of the metadata set that was verified last; null until an edition was complete. */
  readonly set: Sha256 | null;
  readonly floors: Floors;
  readonly edition: HeldEditionState | null;
  readonly retired: string | null;
  /** Files with verified blobs, those of an unfinished copy included; the order decides where a blob is read. */
  readonly segments: readonly string[];
  /** Editions before the one held, newest first: an open page keeps its edition after a sync. */
  readonly earlier: readonly EarlierEdition[];
}

export interface EarlierEdition {
  readonly set: Sha256;
  readonly edition: HeldEditionState;
  /** Where its blobs were when it was the newest. */
  readonly segments: readonly string[];
}

/** What a suggestion or an open page may still refer to; older ones cost disk space and help nobody. */
export const keptEarlier = 2;

export interface HeldEditionState {
  /** SHA-256 of `index.json`: the digest of the whole pack. */
  readonly index: Sha256;
  /** Digests, and so names, of the derived files. */
  readonly catalogue: Sha256;
  readonly blocks: Sha256;
  readonly seal: EditionSeal;
}

export interface StoreState {
  readonly format: typeof storeFormat;
  /** Counts commits: of two good states the higher one counts. */
  readonly sequence: number;
  /** SHA-256 of the directory root this store's trust began with. */
  readonly pinned: string;
  readonly directory: { readonly set: Sha256 | null; readonly floors: Floors };
  readonly channels: readonly ChannelState[];
}

export const emptyState: StoreState = {
  format: storeFormat,
  sequence: 0,
  pinned: '',
  directory: { set: null, floors: { timestamp: 0, snapshot: 0, targets: 0 } },
  channels: [],
};

export const storePlaces = {
  stateA: (store: string) => path.join(store, 'store-a.json'),
  stateB: (store: string) => path.join(store, 'store-b.json'),
  /** Of format 1: read when neither of the others is there. */
  oldState: (store: string) => path.join(store, 'store.json'),
  metadata: (store: string) => path.join(store, 'metadata'),
  blobs: (store: string) => path.join(store, 'blobs'),
  derived: (store: string) => path.join(store, 'derived'),
  set: (store: string, sha: Sha256) => path.join(store, 'metadata', `${sha}.set`),
  segment: (store: string, name: string) => path.join(store, 'blobs', name),
  /** A segment of that name while it is being filled. */
  part: (store: string, name: string) => path.join(store, 'blobs', name.replace(/(?:\.seg)?$/, '.part')),
  catalogue: (store: string, sha: Sha256) => path.join(store, 'derived', `${sha}.catalogue`),
  blocks: (store: string, sha: string) => path.join(store, 'derived', `${sha}.blocks`),
} as const;

/** Makes the folders that are missing. Throws NO_SPACE, STORE_DENIED or STORE_MISSING. */
export function prepareStore(store: string): void {
  try {
    for (const place of [storePlaces.metadata, storePlaces.blobs, storePlaces.derived]) mkdirSync(place(store), { recursive: true });
  } catch (error) {
    throw storeFault(error);
  }
}

export interface FoundState {
  /** Null when none is good. */
  readonly state: StoreState | null;
  /** Names of what is missing or damaged although it should be there. */
  readonly damaged: readonly string[];
}

/** Reads both states. Throws APP_TOO_OLD, STORE_DENIED or STORE_MISSING. */
export function findState(store: string): FoundState {
  try {
    const places = [storePlaces.stateA(store), storePlaces.stateB(store)];
    const texts = places.map(readOrFault);
    // The ordinary start looks no further.
    if (texts.every((text) => text === null) && places.every((place) => !existsSync(place))) return findOldState(store);
    const states = texts.map((text) => (typeof text === 'string' ? upgraded(text) : null));
    const newest = states.filter((state) => state !== null).sort((a, b) => b.sequence - a.sequence)[0] ?? null;
    // A sector that cannot be read is damage; whatever else keeps us from reading is not, and must not begin a new store.
    for (const text of newest ? [] : texts) if (text instanceof Error && storeFault(text).code !== 'STORE_DAMAGED') throw text;
    return { state: newest, damaged: places.flatMap((place, at) => (states[at] ? [] : [path.basename(place)])) };
  } catch (error) {
    throw storeFault(error);
  }
}

function readOrFault(place: string): string | null | Error {
  try {
    return readSealed(place);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function findOldState(store: string): FoundState {
  const file = storePlaces.oldState(store);
  if (!existsSync(file)) return { state: null, damaged: [] };
  const text = readSealed(file);
  return text === null ? { state: null, damaged: [path.basename(file)] } : { state: upgraded(text), damaged: [] };
}

/** One step per format, from the oldest up. */
function upgraded(text: string): StoreState {
  const parsed = JSON.parse(text) as Omit<StoreState, 'format'> & { readonly format: number };
  let state = parsed;
  if (state.format === 1)
    state = { ...state, format: 2, sequence: 0, channels: state.channels.map((channel) => ({ ...channel, earlier: [] })) };
  if (state.format !== storeFormat) throw new AppFault(state.format > storeFormat ? 'APP_TOO_OLD' : 'STORE_DAMAGED', { file: 'store' });
  return state as StoreState;
}

/** The state; an empty one where nothing was imported yet. Throws STORE_DAMAGED, APP_TOO_OLD, STORE_DENIED or STORE_MISSING. */
export function readState(store: string): StoreState {
  const { state, damaged } = findState(store);
  if (!state && damaged.length > 0) throw new AppFault('STORE_DAMAGED', { file: damaged[0] ?? '' });
  return state ?? emptyState;
}

/**
 * The commit: everything it names must be flushed to disk already. The older state is replaced first; nothing that
 * the other names may be removed before this resolves.
 * @returns the state as written, its sequence raised.
 */
export async function writeState(store: string, state: StoreState): Promise<StoreState> {
  const next = { ...state, sequence: state.sequence + 1 };
  const text = JSON.stringify(next);
  const [a, b] = [storePlaces.stateA(store), storePlaces.stateB(store)];
  const [first, second] = next.sequence % 2 === 1 ? [a, b] : [b, a];
  try {
    await writeSealed(first, text);
    await writeSealed(second, text);
  } catch (error) {
    throw storeFault(error);
  }
  return next;
}
