// A third copy of the versions that may never be gone below, beside the two states and the signed metadata: with both
// states and a set lost at once, an older share would slip in otherwise. It is not flushed, because the states are,
// and it notices its own damage. Nothing else is ever believed from it.
import path from 'node:path';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import { type Floors, noFloors } from '../core/trust/state.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import type { StoreState } from './store-state.ts';

export interface FloorsCopy {
  /** SHA-256 of the directory root they were set under. */
  readonly pinned: string;
  readonly directory: Floors;
  readonly channels: readonly { readonly id: ChannelId; readonly firstRoot: Sha256; readonly floors: Floors }[];
}

const fileOf = (store: string) => path.join(store, 'floors.json');

/** No floors when the copy is missing or damaged. */
export function readFloors(store: string): FloorsCopy {
  try {
    const text = readSealed(fileOf(store));
    if (text !== null) return JSON.parse(text) as FloorsCopy;
  } catch {
    // As if it were not there.
  }
  return { pinned: '', directory: noFloors, channels: [] };
}

/** After a commit; writes only what differs. Throws the system's error. */
export async function keepFloors(store: string, state: StoreState): Promise<void> {
  const copy: FloorsCopy = {
    pinned: state.pinned,
    directory: state.directory.floors,
    channels: state.channels.map(({ id, firstRoot, floors }) => ({ id, firstRoot, floors })),
  };
  if (JSON.stringify(readFloors(store)) !== JSON.stringify(copy)) await writeSealed(fileOf(store), JSON.stringify(copy), false);
}

/** The higher of each. */
export function highest(one: Floors, other: Floors): Floors {
  return {
    timestamp: Math.max(one.timestamp, other.timestamp),
    snapshot: Math.max(one.snapshot, other.snapshot),
    targets: Math.max(one.targets, other.targets),
  };
}
