// The local store's commit point: one small file that says which verified editions are held, in which files, and
// which versions may never be gone below. What it does not name does not exist.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppFault } from '../core/base/error.ts';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import type { EditionSeal } from '../core/trust/model.ts';
import type { Floors } from '../core/trust/state.ts';
import { storeFault } from './faults.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** Of the whole store. A newer one than this means that a newer app wrote it. */
export const storeFormat = 1;

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
}

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
  /** SHA-256 of the directory root this store's trust began with. */
  readonly pinned: string;
  readonly directory: { readonly set: Sha256 | null; readonly floors: Floors };
  readonly channels: readonly ChannelState[];
}

export const emptyState: StoreState = {
  format: storeFormat,
  pinned: '',
  directory: { set: null, floors: { timestamp: 0, snapshot: 0, targets: 0 } },
  channels: [],
};

export const storePlaces = {
  state: (store: string) => path.join(store, 'store.json'),
  metadata: (store: string) => path.join(store, 'metadata'),
  blobs: (store: string) => path.join(store, 'blobs'),
  derived: (store: string) => path.join(store, 'derived'),
  set: (store: string, sha: Sha256) => path.join(store, 'metadata', `${sha}.set`),
  segment: (store: string, name: string) => path.join(store, 'blobs', name),
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

/** The state; an empty one where nothing was imported yet. Throws STORE_DAMAGED, APP_TOO_OLD or STORE_DENIED. */
export function readState(store: string): StoreState {
  const file = storePlaces.state(store);
  try {
    if (!existsSync(file)) return emptyState;
    const text = readSealed(file);
    if (text === null) throw new AppFault('STORE_DAMAGED', { file: 'store.json' });
    const state = JSON.parse(text) as StoreState;
    if (state.format !== storeFormat)
      throw new AppFault(state.format > storeFormat ? 'APP_TOO_OLD' : 'STORE_DAMAGED', { file: 'store.json' });
    return state;
  } catch (error) {
    throw storeFault(error);
  }
}

/** The commit: everything it names must be flushed to disk already. */
export async function writeState(store: string, state: StoreState): Promise<void> {
  try {
    await writeSealed(storePlaces.state(store), JSON.stringify(state));
  } catch (error) {
    throw storeFault(error);
  }
}
