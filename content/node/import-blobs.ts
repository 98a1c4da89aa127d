// Brings an edition's missing blobs into a segment: from the share, from segments that are given up, from the store
// that all users of the PC share; and carries on the part that a stopped import left. Returns where every blob is
// now, or what is still wrong.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { type AppError, asAppError } from '../core/base/error.ts';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import type { TargetEntry } from '../core/trust/metadata.ts';
import { copyBlobs, type WantedBlob } from './copy-blobs.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import type { LeftBehind } from './import-resume.ts';
import { type BlobPlace, createSegment, readBlob, type SegmentWriter } from './segments.ts';
import type { ShareFolder } from './share.ts';
import { readState, storePlaces } from './store-state.ts';

export interface BlobNeed {
  readonly store: string;
  /** The store that all users share; null where there is none. */
  readonly machine: string | null;
  readonly channel: ChannelId;
  readonly targets: ReadonlyMap<string, TargetEntry>;
  readonly holdings: Holdings;
  readonly left: LeftBehind;
}

export interface BlobPlan extends BlobNeed {
  /** Blobs that are neither held nor left behind, by digest. */
  readonly wanted: ReadonlyMap<Sha256, WantedBlob>;
  /** Bytes that will be written. */
  readonly bytes: number;
  /** The verified bytes of a blob that the shared store holds, or null. */
  readonly fromMachine: (digest: Sha256) => Buffer | null;
}

export interface BlobImport {
  readonly plan: BlobPlan;
  readonly share: ShareFolder;
  /** Folder of the blobs on the share. */
  readonly folder: string;
  /** A blob that was read and verified already. */
  readonly known: { readonly sha256: Sha256; readonly bytes: Uint8Array } | null;
  /** Called for each wanted blob, good or not. */
  readonly step: () => void;
}

export interface BlobOutcome {
  /** Worst first; empty when every blob is in. */
  readonly problems: readonly AppError[];
  readonly places: ReadonlyMap<Sha256, BlobPlace>;
  /** Blobs that were verified now. */
  readonly fresh: readonly Sha256[];
  /** The channel's segments from now on. */
  readonly segments: readonly string[];
  /** Files and bytes that came from the share. */
  readonly files: number;
  readonly bytes: number;
  /** Resolves when the new segment is on disk under its name; nothing may be committed before. */
  readonly onDisk: Promise<void>;
}

export function planBlobs(need: BlobNeed): BlobPlan {
  const { targets, holdings, left } = need;
  const wanted = new Map<Sha256, WantedBlob>();
  // One entry per digest: two names with the same content are one blob.
  for (const [name, { sha256, length }] of targets)
    if (!holdings.places.has(sha256) && !holdings.moves.has(sha256) && !left.places.has(sha256))
      wanted.set(sha256, { file: `${sha256}.${name}`, sha256, length });
  const sizes = [...wanted.values(), ...holdings.moves.values()].map(({ length }) => length);
  const places = need.machine === null || wanted.size === 0 ? null : placesOf(need.machine, need.channel, wanted);
  const fromMachine = (digest: Sha256): Buffer | null => {
    const place = places?.get(digest);
    try {
      return place && need.machine !== null ? readBlob(need.machine, place, digest) : null;
    } catch {
      return null;
    }
  };
  return { ...need, wanted, bytes: sizes.reduce((sum, length) => sum + length, 0), fromMachine };
}

/** A shared store that is missing, damaged or newer than this app holds nothing. */
function placesOf(machine: string, channel: ChannelId, wanted: ReadonlyMap<Sha256, WantedBlob>): ReadonlyMap<Sha256, BlobPlace> {
  try {
    const held = readState(machine).channels.find(({ id }) => id === channel);
    const segments = [held, ...(held?.earlier ?? [])].flatMap((one) => one?.segments ?? []);
    const { places, moves } = holdingsOf(machine, [...new Set(segments)], new Set(wanted.keys()));
    return new Map([...moves, ...places]);
  } catch {
    return new Map();
  }
}

/** Throws the store's faults and the share's (SHARE_UNREACHABLE, SHARE_DENIED, MALFORMED for links). */
export async function importBlobs(work: BlobImport): Promise<BlobOutcome> {
  const { plan, known } = work;
  const { store, holdings, left } = plan;
  const needed = new Set([...plan.targets.values()].map((target) => target.sha256));
  const verified = [...left.verified].filter((digest) => needed.has(digest));
  const part = left.part?.rows.some(([digest]) => needed.has(digest)) ? left.part : null;
  // Of another edition: nothing of it is of use.
  if (left.part && !part) rmSync(storePlaces.part(store, left.part.name), { force: true });
  const wanted = new Map(plan.wanted);
  if (wanted.size === 0 && holdings.moves.size === 0 && part === null)
    return {
      problems: [],
      places: holdings.places,
      fresh: verified,
      segments: holdings.keep,
      files: 0,
      bytes: 0,
      onDisk: Promise.resolve(),
    };

  const name = part?.name ?? `${plan.channel}-${randomBytes(8).toString('hex')}.seg`;
  const segment = createSegment(store, name, part ?? undefined);
  let problems: readonly AppError[];
  let files = 0;
  let bytes = 0;
  try {
    await moveBlobs(plan, segment, wanted);
    await takeShared(work, segment, wanted);
    files = wanted.size;
    bytes = [...wanted.values()].reduce((sum, { length }) => sum + length, 0);
    if (known && wanted.delete(known.sha256)) {
      segment.append(known.bytes, { sha256: known.sha256, length: known.bytes.length });
      work.step();
    }
    problems = await copyBlobs(work.share, work.folder, [...wanted.values()], segment, work.step);
  } catch (error) {
    // Where space is short, nothing half done may take any (trust.md 1.4 row 25).
    if (asAppError(error).code === 'NO_SPACE') segment.abandon();
    else segment.leave();
    throw error;
  }
  const isEmpty = segment.count === 0;
  const onDisk = isEmpty ? Promise.resolve(segment.abandon()) : segment.finish();
  // Awaited by the caller; a failure before that must not end the process.
  onDisk.catch(() => undefined);
  const segments = isEmpty ? holdings.keep : [...holdings.keep, segment.name];
  const places = new Map(holdings.places);
  // What was just verified lies in the new segment, also where an older one has a damaged twin.
  for (const [digest, place] of segment.places) if (needed.has(digest)) places.set(digest, place);
  const fresh = [...new Set([...verified, ...segment.places.keys()])];
  return { problems, places, fresh, segments, files: files - problems.length, bytes, onDisk };
}

/** What cannot be read here any more is asked of the share again. */
async function moveBlobs({ store, targets, holdings }: BlobPlan, segment: SegmentWriter, wanted: Map<Sha256, WantedBlob>): Promise<void> {
  const names = new Map([...targets].map(([name, { sha256 }]) => [sha256, name]));
  for (const [sha256, place] of holdings.moves) {
    if (segment.places.has(sha256)) continue;
    let bytes: Buffer | null = null;
    try {
      bytes = readBlob(store, place, sha256);
    } catch {
      // Asked of the share below.
    }
    if (bytes) segment.append(bytes, { sha256, length: place.length });
    else wanted.set(sha256, { file: `${sha256}.${names.get(sha256)}`, sha256, length: place.length });
    await breathe();
  }
}

async function takeShared({ plan, step }: BlobImport, segment: SegmentWriter, wanted: Map<Sha256, WantedBlob>): Promise<void> {
  for (const sha256 of [...wanted.keys()]) {
    const bytes = plan.fromMachine(sha256);
    if (!bytes) continue;
    segment.append(bytes, { sha256, length: bytes.length });
    wanted.delete(sha256);
    step();
    await breathe();
  }
}
