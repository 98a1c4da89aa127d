// Where verified blobs are kept: many in one file, with a table at its end. One file per import instead of one
// per blob, because four thousand flushed files take seconds (and far longer under a virus scanner) and one
// takes milliseconds. A blob is addressed by its SHA-256, which is checked at every read.
import { closeSync, fstatSync, fsync, openSync, readSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Sha256 } from '../core/base/ids.ts';
import { moveIntoPlace, temporaryName, writeAll } from './atomic-write.ts';
import { storeFault } from './faults.ts';
import { sha256 } from './hash.ts';
import { storePlaces } from './store-state.ts';

export interface BlobPlace {
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
}

// Last 16 bytes of a segment: length of the table in 8 hexadecimal digits, then this mark (format 1).
const mark = 'ng-seg-1';
const tailBytes = 16;

const flush = promisify(fsync);

export interface SegmentWriter {
  readonly name: string;
  readonly count: number;
  /** What was appended so far, by digest. */
  readonly places: ReadonlyMap<Sha256, BlobPlace>;
  /** Bytes that were hashed already, one or more blobs in a row. */
  append(bytes: Uint8Array, blobs: readonly { readonly sha256: Sha256; readonly length: number }[]): void;
  /** Flushes and names the file; an empty one is not kept. */
  finish(): Promise<void>;
  abandon(): void;
}

export function createSegment(store: string, name: string): SegmentWriter {
  const file = storePlaces.segment(store, name);
  const temporary = temporaryName(file);
  const table: [string, number][] = [];
  const places = new Map<Sha256, BlobPlace>();
  let end = 0;
  const handle = guarded(() => openSync(temporary, 'wx', 0o644));
  let isOpen = true;
  const shut = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    name,
    places,
    get count() {
      return table.length;
    },
    append(bytes, blobs) {
      guarded(() => writeAll(handle, bytes));
      for (const blob of blobs) {
        table.push([blob.sha256, blob.length]);
        places.set(blob.sha256, { segment: name, offset: end, length: blob.length });
        end += blob.length;
      }
    },
    async finish() {
      try {
        const text = Buffer.from(JSON.stringify(table));
        writeAll(handle, text);
        writeAll(handle, Buffer.from(text.length.toString(16).padStart(8, '0') + mark));
        // In a thread of Node's own: the caller has work to do while the disk is busy.
        await flush(handle);
        shut();
        await moveIntoPlace(temporary, file);
      } catch (error) {
        throw storeFault(error);
      }
    },
    abandon() {
      shut();
      rmSync(temporary, { force: true });
    },
  };
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
      if (tail.slice(8) !== mark || !(length <= size - tailBytes)) return places;
      const table = JSON.parse(readAt(handle, size - tailBytes - length, length).toString('latin1')) as [Sha256, number][];
      let offset = 0;
      for (const [digest, bytes] of table) {
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
