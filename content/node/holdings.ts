// Which blobs of a channel the store has, and in which segments. Later segments win over earlier ones, so that a
// healed blob replaces its damaged twin. Segments that are mostly dead are emptied into the next new one.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isSha256, type Sha256 } from '../core/base/ids.ts';
import { type BlobPlace, readTable } from './segments.ts';

export interface Holdings {
  /** Blobs that stay where they are. */
  readonly places: ReadonlyMap<Sha256, BlobPlace>;
  /** Blobs whose segment is to be given up: to be copied into the new one. */
  readonly moves: ReadonlyMap<Sha256, BlobPlace>;
  /** Segments of `places`, in their order. */
  readonly keep: readonly string[];
}

/** Of a segment's bytes: with less in use, the space is worth a copy. */
const liveShare = 0.5;
/** Every further segment is one more file to look into at an import; small ones beyond this are joined. */
const manySegments = 16;
const smallBytes = 1024 * 1024;

/**
 * @param needed digests of the edition's blobs.
 * @param verified segments that were hashed just now: what was marked as damaged is good there.
 */
export function holdingsOf(
  store: string,
  segments: readonly string[],
  needed: ReadonlySet<Sha256>,
  verified: readonly string[] = [],
): Holdings {
  const damaged = damagedBlobs(store);
  const last = new Map<Sha256, BlobPlace>();
  const totals = new Map<string, number>();
  for (const name of segments) {
    let total = 0;
    for (const [digest, place] of readTable(store, name)) {
      total += place.length;
      if (needed.has(digest) && (!damaged.has(digest) || verified.includes(name))) last.set(digest, place);
    }
    totals.set(name, total);
  }
  const live = new Map<string, number>();
  for (const place of last.values()) live.set(place.segment, (live.get(place.segment) ?? 0) + place.length);
  const isKept = (name: string) => {
    const [total, used] = [totals.get(name) ?? 0, live.get(name) ?? 0];
    return used > 0 && used >= total * liveShare && (segments.length <= manySegments || total >= smallBytes);
  };
  const keep = segments.filter(isKept);
  const kept = new Set(keep);
  const [places, moves] = [new Map<Sha256, BlobPlace>(), new Map<Sha256, BlobPlace>()];
  for (const [digest, place] of last) (kept.has(place.segment) ? places : moves).set(digest, place);
  return { places, moves, keep };
}

const folderOf = (store: string) => path.join(store, 'damaged');

/** Blobs that were found changed when they were opened: the next import fetches them again. */
export function damagedBlobs(store: string): ReadonlySet<Sha256> {
  try {
    return new Set(readdirSync(folderOf(store)).filter(isSha256));
  } catch {
    return new Set();
  }
}

/** Best effort: a store that cannot be written must still be readable. */
export function markDamaged(store: string, digest: Sha256): void {
  try {
    mkdirSync(folderOf(store), { recursive: true });
    writeFileSync(path.join(folderOf(store), digest), '');
  } catch {
    // The blob is found damaged again at its next open.
  }
}

/** After the commit that replaced them: which were marked. What cannot be removed now costs one more copy of that blob. */
export function clearDamaged(store: string, healed: readonly Sha256[]): readonly Sha256[] {
  const marked = damagedBlobs(store);
  const cleared = [...new Set(healed)].filter((digest) => marked.has(digest));
  for (const digest of cleared)
    try {
      rmSync(path.join(folderOf(store), digest), { force: true });
    } catch {
      // The next import tries again.
    }
  return cleared;
}
