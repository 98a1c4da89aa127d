// Copies a share's blobs into a segment, each hashed on its way and handed to the system before the next is asked
// for, so that a killed process loses one at most. A local folder is read at once, one file after the other (fastest
// there); a slow one by several readers, because each answer takes a while. What is wrong is left out and reported.
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '../core/base/error.ts';
import type { Sha256 } from '../core/base/ids.ts';
import { sha256 } from './hash.ts';
import { recordBytes, type SegmentWriter } from './segments.ts';
import type { ShareFolder } from './share.ts';

export interface WantedBlob {
  /** File name in the folder, digest included. */
  readonly file: string;
  readonly sha256: Sha256;
  readonly length: number;
}

/** Room that every file of ordinary size is read into; larger ones get their own. */
const bufferBytes = 1024 * 1024;
/** Files read, at most, to learn how fast the share is. */
const probes = 8;
/** Slower than this per file (milliseconds), waiting is what takes the time. */
const slowMs = 2;
/** Readers at once on a slow share; more only queue behind Node's few file threads. */
const readers = 8;
/** Bytes that slow readers may hold at once. */
const heldBytes = 48 * 1024 * 1024;

/**
 * @param onBlob called after each file, good or not.
 * @returns what was wrong, worst first; empty when every blob is in. Throws the store's faults.
 */
export async function copyBlobs(
  share: ShareFolder,
  folder: string,
  wanted: readonly WantedBlob[],
  into: SegmentWriter,
  onBlob: () => void,
): Promise<readonly AppError[]> {
  const problems: AppError[] = [];
  const buffer = Buffer.allocUnsafeSlow(bufferBytes);
  const readNow = (blob: WantedBlob): void => {
    const needed = recordBytes + blob.length + 1;
    const room = needed > bufferBytes ? Buffer.allocUnsafe(needed) : buffer;
    const got = share.readInto(folder, blob.file, room, recordBytes, blob.length);
    const problem = judge(blob, got, room.subarray(recordBytes, recordBytes + Math.min(got ?? 0, blob.length)));
    if (problem) problems.push(problem);
    else into.appendBehind(room, blob);
    onBlob();
  };

  const started = performance.now();
  let next = 0;
  let isSlow = false;
  // Reading one after the other is what a slow share is worst at: no more than are needed to know.
  for (; next < Math.min(probes, wanted.length) && !isSlow; next += 1) {
    readNow(wanted[next] as WantedBlob);
    isSlow = performance.now() - started > probes * slowMs;
  }
  if (isSlow) {
    await copySlowly(share, folder, wanted.slice(next), into, problems, onBlob);
  } else {
    for (let since = performance.now(); next < wanted.length; next += 1) {
      readNow(wanted[next] as WantedBlob);
      // Other work of this process gets its turn about a hundred times a second.
      if (performance.now() - since > 10) {
        await breathe();
        since = performance.now();
      }
    }
  }
  return problems.sort((a, b) => severity(b) - severity(a));
}

async function copySlowly(
  share: ShareFolder,
  folder: string,
  wanted: readonly WantedBlob[],
  into: SegmentWriter,
  problems: AppError[],
  onBlob: () => void,
): Promise<void> {
  let next = 0;
  let held = 0;
  const reader = async (): Promise<void> => {
    for (let blob = wanted[next++]; blob; blob = wanted[next++]) {
      while (held > 0 && held + blob.length > heldBytes) await breathe();
      held += blob.length;
      try {
        const bytes = await share.read(folder, blob.file, blob.length);
        const problem = judge(blob, bytes?.length ?? null, bytes ?? undefined);
        if (problem || !bytes) problems.push(problem ?? wrong('INCOMPLETE', blob, 'missing'));
        else into.append(bytes, blob);
      } catch (error) {
        // The others end with what they are reading: nothing may be written once this function has thrown.
        next = wanted.length;
        throw error;
      } finally {
        held -= blob.length;
        onBlob();
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: readers }, reader));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Missing and short are half copies; too long and another content at the right length are not. */
function judge(blob: WantedBlob, got: number | null, bytes: Uint8Array | undefined): AppError | null {
  if (got === null || !bytes) return wrong('INCOMPLETE', blob, 'missing');
  if (got < blob.length) return wrong('INCOMPLETE', blob, 'short');
  if (got > blob.length) return wrong('TAMPERED', blob, 'long');
  return sha256(bytes) === blob.sha256 ? null : wrong('TAMPERED', blob, 'hash');
}

// The name of a file may say what it is about: the log gets the start of its digest only.
const wrong = (code: AppError['code'], blob: WantedBlob, why: string): AppError => ({
  code,
  data: { file: blob.sha256.slice(0, 12), why },
});

const severity = (problem: AppError): number => (problem.code === 'TAMPERED' ? 1 : 0);
