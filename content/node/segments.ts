// Where verified blobs are kept: many in one file, with a table at its end. One file per import instead of one
// per blob, because four thousand flushed files take seconds (and far longer under a virus scanner) and one
// takes milliseconds. A blob is addressed by its SHA-256, which is checked at every read. While it is being
// filled it is called a part, and each blob in it has its record, so that a killed import is taken up again.
import { closeSync, fstatSync, fsync, ftruncateSync, openSync, readSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Sha256 } from '../core/base/ids.ts';
import { moveIntoPlace, writeAll } from './atomic-write.ts';
import { storeFault } from './faults.ts';
import { sha256 } from './hash.ts';
import { storePlaces } from './store-state.ts';

export interface BlobPlace {
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
}

/** What a part that was left behind holds, verified: its rows in their order and where the last one ends. */
export interface PartRows {
  readonly name: string;
  readonly rows: readonly (readonly [digest: Sha256, length: number])[];
  readonly end: number;
}

// Last 16 bytes of a segment: length of the table in 8 hexadecimal digits, then the mark of its format. Format 1
// had no records before the blobs.
const marks: readonly (readonly [mark: string, recordBytes: number])[] = [
  ['ng-seg-2', 40],
  ['ng-seg-1', 0],
];
const tailBytes = 16;
/** Before each blob: this word, the digest's 32 bytes, the length in 4. */
const recordWord = Buffer.from('ngb2');
export const recordBytes = 40;

const flush = promisify(fsync);

export interface SegmentWriter {
  /** Its name once it is finished. */
  readonly name: string;
  readonly count: number;
  /** What is in it so far, by digest. */
  readonly places: ReadonlyMap<Sha256, BlobPlace>;
  /** Bytes that were hashed already. Handed to the system before this returns, so that a killed process loses none. */
  append(bytes: Uint8Array, blob: { readonly sha256: Sha256; readonly length: number }): void;
  /** The same of bytes that begin `recordBytes` into a buffer: the record is written into that room, and nothing is copied. */
  appendBehind(room: Buffer, blob: { readonly sha256: Sha256; readonly length: number }): void;
  /** Flushes and names the file. */
  finish(): Promise<void>;
  /** Leaves the part for the next import. */
  leave(): void;
  abandon(): void;
}

/** @param resumed a part of that name, to be carried on behind its last good blob. Throws the store's faults. */
export function createSegment(store: string, name: string, resumed?: PartRows): SegmentWriter {
  const part = storePlaces.part(store, name);
  const table: (readonly [string, number])[] = [];
  const places = new Map<Sha256, BlobPlace>();
  let end = 0;
  const enter = (digest: Sha256, length: number): void => {
    table.push([digest, length]);
    places.set(digest, { segment: name, offset: end + recordBytes, length });
    end += recordBytes + length;
  };
  for (const [digest, length] of resumed?.rows ?? []) enter(digest, length);
  const handle = guarded(() => openSync(part, resumed ? 'r+' : 'wx', 0o644));
  let isOpen = true;
  const shut = () => {
    if (isOpen) {
      isOpen = false;
      closeSync(handle);
    }
  };
  const remove = () => {
    try {
      shut();
    } catch {
      // It goes all the same.
    }
    rmSync(part, { force: true });
  };
  if (resumed) guarded(() => ftruncateSync(handle, resumed.end));
  return {
    name,
    places,
    get count() {
      return table.length;
    },
    append(bytes, blob) {
      const room = Buffer.allocUnsafe(recordBytes + bytes.length);
      room.set(bytes, recordBytes);
      this.appendBehind(room, blob);
    },
    appendBehind(room, { sha256: digest, length }) {
      recordWord.copy(room);
      room.write(digest, recordWord.length, 'hex');
      room.writeUInt32LE(length, recordBytes - 4);
      guarded(() => writeAll(handle, room.subarray(0, recordBytes + length), end));
      enter(digest, length);
    },
    async finish() {
      try {
        const text = Buffer.from(JSON.stringify(table));
        writeAll(handle, Buffer.concat([text, Buffer.from(text.length.toString(16).padStart(8, '0') + (marks[0]?.[0] ?? ''))]), end);
        // In a thread of Node's own: the caller has work to do while the disk is busy.
        await flush(handle);
        shut();
        await moveIntoPlace(part, storePlaces.segment(store, name));
      } catch (error) {
        // After a flush that failed nothing of it can be relied on.
        guarded(remove);
        throw storeFault(error);
      }
    },
    leave: () => guarded(shut),
    abandon: () => guarded(remove),
  };
}

/** The record at a place of a part, or null where none is: what follows is not to be used. */
export function readRecord(handle: number, at: number): { readonly sha256: Sha256; readonly length: number } | null {
  const record = readAt(handle, at, recordBytes);
  if (record.length < recordBytes || !record.subarray(0, recordWord.length).equals(recordWord)) return null;
  return { sha256: record.toString('hex', recordWord.length, recordBytes - 4) as Sha256, length: record.readUInt32LE(recordBytes - 4) };
}

/** Blobs of a segment by digest; empty when the file is missing or its table is damaged. */
export function readTable(store: string, name: string): ReadonlyMap<Sha256, BlobPlace> {
  const places = new Map<Sha256, BlobPlace>();
  try {
    const handle = openSync(storePlaces.segment(store, name), 'r');
    try {
      const { size } = fstatSync(handle);
      const tail = readAt(handle, size - tailBytes, tailBytes).toString('latin1');
      const length = Number.parseInt(tail.slice(0, 8), 16);
      const format = marks.find(([mark]) => mark === tail.slice(8));
      if (!format || !(length <= size - tailBytes)) return places;
      const table = JSON.parse(readAt(handle, size - tailBytes - length, length).toString('latin1')) as [Sha256, number][];
      let offset = 0;
      for (const [digest, bytes] of table) {
        offset += format[1];
        places.set(digest, { segment: name, offset, length: bytes });
        offset += bytes;
      }
      return offset === size - tailBytes - length ? places : new Map();
    } finally {
      closeSync(handle);
    }
  } catch {
    return new Map();
  }
}

/** The verified bytes, or `null` when they are not what they should be. Throws the system's error. */
export function readBlob(store: string, place: BlobPlace, expected: Sha256): Buffer | null {
  const handle = openSync(storePlaces.segment(store, place.segment), 'r');
  try {
    const bytes = readAt(handle, place.offset, place.length);
    return sha256(bytes) === expected ? bytes : null;
  } finally {
    closeSync(handle);
  }
}

/** As many bytes as there are, up to `length`. */
export function readAt(handle: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(length, 0));
  let done = 0;
  while (done < bytes.length) {
    const got = readSync(handle, bytes, done, bytes.length - done, offset + done);
    if (got === 0) break;
    done += got;
  }
  return bytes.subarray(0, done);
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw storeFault(error);
  }
}
