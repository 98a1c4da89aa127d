// What a stopped import left behind for a channel: segments that no state names yet, and the part it was writing.
// Every blob in them is hashed before it counts; from the first one that is not what its record says, the rest of a
// part is dropped (a power cut leaves a cut or zeroed tail). So a killed import costs at most the blob it was reading.
import { closeSync, fstatSync, openSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import { packLimits } from '../core/pack/model.ts';
import { sha256 } from './hash.ts';
import { type BlobPlace, type PartRows, readAt, readBlob, readRecord, readTable, recordBytes } from './segments.ts';
import { type StoreState, storePlaces } from './store-state.ts';

export interface LeftBehind {
  /** Finished segments; all of each was verified now. */
  readonly segments: readonly string[];
  readonly part: PartRows | null;
  /** Where the part's blobs are now. */
  readonly places: ReadonlyMap<Sha256, BlobPlace>;
  /** Digests of all of it. */
  readonly verified: ReadonlySet<Sha256>;
}

const nothing: LeftBehind = { segments: [], part: null, places: new Map(), verified: new Set() };

/** The channel a segment or part belongs to by its name, or null. */
export function channelOfFile(name: string): string | null {
  return /^(.+)-[0-9a-f]{16}\.(?:seg|part)$/.exec(name)?.[1] ?? null;
}

/** Reads, and removes nothing but parts that hold nothing. Never rejects: what cannot be read is not there. */
export async function leftBehind(store: string, channel: ChannelId, state: StoreState): Promise<LeftBehind> {
  const files = filesOf(store).filter((name) => channelOfFile(name) === channel);
  if (files.length === 0) return nothing;
  const named = new Set(state.channels.flatMap((held) => [held, ...held.earlier].flatMap(({ segments }) => segments)));
  const segments: string[] = [];
  const verified = new Set<Sha256>();
  for (const name of files.filter((file) => file.endsWith('.seg') && !named.has(file))) {
    const table = readTable(store, name);
    if (!(await isGood(store, table))) continue;
    segments.push(name);
    for (const digest of table.keys()) verified.add(digest);
  }
  const parts: { readonly name: string; readonly rows: PartRows | null }[] = [];
  for (const name of files) if (name.endsWith('.part')) parts.push({ name, rows: await readPart(store, name) });
  // One import runs at a time and takes up the part it finds, so there is one; of more the longest serves.
  const part = parts.reduce<PartRows | null>((best, { rows }) => ((rows?.end ?? 0) > (best?.end ?? 0) ? rows : best), null);
  for (const { name, rows } of parts) if (rows === null || rows !== part) remove(path.join(storePlaces.blobs(store), name));
  const places = new Map<Sha256, BlobPlace>();
  let at = 0;
  for (const [digest, length] of part?.rows ?? []) {
    places.set(digest, { segment: path.basename(storePlaces.part(store, part?.name ?? '')), offset: at + recordBytes, length });
    verified.add(digest);
    at += recordBytes + length;
  }
  return { segments, part, places, verified };
}

async function isGood(store: string, table: ReadonlyMap<Sha256, BlobPlace>): Promise<boolean> {
  try {
    for (const [digest, place] of table) {
      if (readBlob(store, place, digest) === null) return false;
      // Half a gigabyte on a slow disk takes long, and a process that is silent for 10 s counts as hung.
      await breathe();
    }
    return table.size > 0;
  } catch {
    return false;
  }
}

/** Null when not even the first blob is whole. */
async function readPart(store: string, file: string): Promise<PartRows | null> {
  const rows: (readonly [Sha256, number])[] = [];
  let end = 0;
  try {
    const handle = openSync(path.join(storePlaces.blobs(store), file), 'r');
    try {
      const { size } = fstatSync(handle);
      for (;;) {
        const record = readRecord(handle, end);
        // A length that was damaged must not ask for more memory than a file of a pack may need.
        if (!record || record.length > packLimits.fileBytes || end + recordBytes + record.length > size) break;
        if (sha256(readAt(handle, end + recordBytes, record.length)) !== record.sha256) break;
        rows.push([record.sha256, record.length]);
        end += recordBytes + record.length;
        await breathe();
      }
    } finally {
      closeSync(handle);
    }
  } catch {
    // What was read until here was hashed.
  }
  return rows.length === 0 ? null : { name: file.replace(/\.part$/, '.seg'), rows, end };
}

function filesOf(store: string): readonly string[] {
  try {
    return readdirSync(storePlaces.blobs(store)).sort();
  } catch {
    return [];
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next import tries again.
  }
}
