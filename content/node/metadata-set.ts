// One repository's verified metadata in one file, named by its SHA-256: root, timestamp, snapshot, targets, and
// for the directory its own small files. A first line lists names and lengths, the bytes follow.
import { readdirSync, readFileSync } from 'node:fs';
import type { Sha256 } from '../core/base/ids.ts';
import { isSha256 } from '../core/base/ids.ts';
import { parseMetadata } from '../core/trust/metadata.ts';
import { type Floors, noFloors } from '../core/trust/state.ts';
import { writeAtomic } from './atomic-write.ts';
import { storeFault } from './faults.ts';
import { sha256 } from './hash.ts';
import { storePlaces } from './store-state.ts';

export type MetadataSet = ReadonlyMap<string, Uint8Array>;

export async function writeSet(store: string, files: MetadataSet): Promise<Sha256> {
  const head = Buffer.from(`${JSON.stringify([...files].map(([name, bytes]) => [name, bytes.length]))}\n`);
  const whole = Buffer.concat([head, ...files.values()]);
  const name = sha256(whole);
  try {
    // One that lies there damaged is replaced.
    if (readSet(store, name) === null) await writeAtomic(storePlaces.set(store, name), whole);
  } catch (error) {
    throw storeFault(error);
  }
  return name;
}

/** `null` when the set is missing or damaged: its floors are then taken from the state. */
export function readSet(store: string, name: Sha256 | null): MetadataSet | null {
  if (name === null) return null;
  try {
    const whole = readFileSync(storePlaces.set(store, name));
    if (sha256(whole) !== name) return null;
    const end = whole.indexOf(0x0a);
    const files = new Map<string, Uint8Array>();
    let at = end + 1;
    for (const [file, length] of JSON.parse(whole.toString('utf8', 0, end)) as [string, number][]) {
      files.set(file, whole.subarray(at, at + length));
      at += length;
    }
    return files;
  } catch {
    return null;
  }
}

/** Every undamaged set in the store, named by a state or not. */
export function allSets(store: string): ReadonlyMap<Sha256, MetadataSet> {
  const sets = new Map<Sha256, MetadataSet>();
  try {
    for (const file of readdirSync(storePlaces.metadata(store))) {
      const name = file.replace(/\.set$/, '');
      const files = isSha256(name) ? readSet(store, name) : null;
      if (isSha256(name) && files) sets.set(name, files);
    }
  } catch {
    // A store without metadata has no sets.
  }
  return sets;
}

/** Not a name that a target could have. */
export const rootPrefix = 'roots/';

/**
 * A stored set as a start for the next update. Its signed versions are the floors, so that rotated keys can lift
 * them (5.3.11); a set that is older than the floors (a newer one was lost) vouches for its roots alone.
 */
export function startOf(set: MetadataSet | null, floors: Floors): { readonly held: MetadataSet | null; readonly floors: Floors } {
  const bytes = set?.get('timestamp.json');
  const timestamp = bytes && parseMetadata('timestamp', bytes, 'product');
  if (set && timestamp?.ok && timestamp.value.version >= floors.timestamp) return { held: set, floors: noFloors };
  return { held: set && new Map([...set].filter(([name]) => name === 'root.json' || name.startsWith(rootPrefix))), floors };
}
