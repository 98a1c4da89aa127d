// Brings an edition's missing blobs into a new segment: from the share, or from segments that are given up.
// Returns where every blob is now, or what is still wrong.
import { randomBytes } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { type AppError, AppFault } from '../core/base/error.ts';
import type { Sha256 } from '../core/base/ids.ts';
import type { TargetEntry } from '../core/trust/metadata.ts';
import { copyBlobs, type WantedBlob } from './copy-blobs.ts';
import { storeFault } from './faults.ts';
import type { Holdings } from './holdings.ts';
import { type BlobPlace, createSegment, readBlob, type SegmentWriter } from './segments.ts';
import type { ShareFolder } from './share.ts';

export interface BlobImport {
  readonly store: string;
  readonly share: ShareFolder;
  /** Folder of the blobs on the share. */
  readonly folder: string;
  readonly channel: string;
  readonly targets: ReadonlyMap<string, TargetEntry>;
  readonly holdings: Holdings;
  /** A blob that was read and verified already. */
  readonly known: { readonly sha256: Sha256; readonly bytes: Uint8Array } | null;
  readonly progress: { plan(files: number): void; step(): void };
}

export interface BlobOutcome {
  /** Worst first; empty when every blob is in. */
  readonly problems: readonly AppError[];
  readonly places: ReadonlyMap<Sha256, BlobPlace>;
  /** Blobs that were written and verified now. */
  readonly fresh: readonly Sha256[];
  /** The channel's segments from now on. */
  readonly segments: readonly string[];
  /** Files and bytes that came from the share. */
  readonly files: number;
  readonly bytes: number;
  /** Resolves when the new segment is on disk under its name; nothing may be committed before. */
  readonly onDisk: Promise<void>;
}

/** Beside the blobs come the catalogue, the tables and the temporary twin of each (trust.md 1.4 row 25). */
const spaceFactor = 2;

/** Throws the store's faults and the share's (SHARE_UNREACHABLE, SHARE_DENIED, MALFORMED for links). */
export async function importBlobs(work: BlobImport): Promise<BlobOutcome> {
  const { store, holdings } = work;
  const needed = new Set([...work.targets.values()].map((target) => target.sha256));
  const wanted = wantedBlobs(work);
  const total = [...wanted.values()].reduce((sum, blob) => sum + blob.length, 0);
  const moved = [...holdings.moves.values()].reduce((sum, place) => sum + place.length, 0);
  if (wanted.size === 0 && holdings.moves.size === 0)
    return { problems: [], places: holdings.places, fresh: [], segments: holdings.keep, files: 0, bytes: 0, onDisk: Promise.resolve() };
  requireSpace(store, total + moved);

  const segment = createSegment(store, `${work.channel}-${randomBytes(8).toString('hex')}.seg`);
  let problems: readonly AppError[];
  let files = 0;
  try {
    moveBlobs(work, segment, wanted);
    files = wanted.size;
    work.progress.plan(files);
    const { known } = work;
    if (known && wanted.delete(known.sha256)) {
      segment.append(known.bytes, [{ sha256: known.sha256, length: known.bytes.length }]);
      work.progress.step();
    }
    problems = await copyBlobs(work.share, work.folder, [...wanted.values()], segment, work.progress.step);
  } catch (error) {
    segment.abandon();
    throw error;
  }
  const onDisk = segment.count > 0 ? segment.finish() : Promise.resolve(segment.abandon());
  // Awaited by the caller; a failure before that must not end the process.
  onDisk.catch(() => undefined);
  const segments = segment.count > 0 ? [...holdings.keep, segment.name] : holdings.keep;
  const places = new Map(holdings.places);
  // What was just verified lies in the new segment, also where an older one has a damaged twin.
  for (const [digest, place] of segment.places) if (needed.has(digest)) places.set(digest, place);
  return { problems, places, fresh: [...segment.places.keys()], segments, files: files - problems.length, bytes: total, onDisk };
}

/** One entry per digest: two names with the same content are one blob. */
function wantedBlobs({ targets, holdings }: BlobImport): Map<Sha256, WantedBlob> {
  const wanted = new Map<Sha256, WantedBlob>();
  for (const [name, { sha256, length }] of targets)
    if (!holdings.places.has(sha256) && !holdings.moves.has(sha256)) wanted.set(sha256, { file: `${sha256}.${name}`, sha256, length });
  return wanted;
}

/** What cannot be read here any more is asked of the share again. */
function moveBlobs({ store, targets, holdings }: BlobImport, segment: SegmentWriter, wanted: Map<Sha256, WantedBlob>): void {
  const names = new Map([...targets].map(([name, { sha256 }]) => [sha256, name]));
  for (const [sha256, place] of holdings.moves) {
    let bytes: Buffer | null = null;
    try {
      bytes = readBlob(store, place, sha256);
    } catch {
      // Asked of the share below.
    }
    if (bytes) segment.append(bytes, [{ sha256, length: place.length }]);
    else wanted.set(sha256, { file: `${sha256}.${names.get(sha256)}`, sha256, length: place.length });
  }
}

function requireSpace(store: string, bytes: number): void {
  let free: number;
  try {
    const { bavail, bsize } = statfsSync(store);
    free = bavail * bsize;
  } catch (error) {
    throw storeFault(error);
  }
  if (free < bytes * spaceFactor) throw new AppFault('NO_SPACE', { needed: bytes * spaceFactor, free });
}
