// Writes a file so that it is there whole or not at all, also over a power cut: temporary file in the same
// folder, flush, rename, flush the folder (trust.md 1.5). Windows virus scanners hold fresh files open for a
// moment, so a refused rename is tried again.
import { randomBytes } from 'node:crypto';
import { closeSync, fsync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errnoOf } from './faults.ts';

const flushFile = promisify(fsync);

/** Ten tries over about six seconds: what scanners were seen to need (trust.md 1.2). */
const tries = 10;
const firstWaitMs = 20;
const longestWaitMs = 1_000;

/** Where a file may be written before it gets its name. Ends in `.tmp`, which clean-up looks for. */
export function temporaryName(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * The folder must exist. Throws the system's error; nothing is left behind then.
 * @param flush false for what can be made again and notices its own damage.
 */
export async function writeAtomic(file: string, bytes: Uint8Array | string, flush = true): Promise<void> {
  const temporary = temporaryName(file);
  try {
    const handle = openSync(temporary, 'wx', 0o644);
    try {
      writeAll(handle, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
      // In a thread of Node's own: the caller may have work to do while the disk is busy.
      if (flush) await flushFile(handle);
    } finally {
      closeSync(handle);
    }
    await (flush ? moveIntoPlace(temporary, file) : renameInto(temporary, file));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * A write may take fewer bytes than it was given (a full disk, a network folder).
 * @param at place in the file; without it where the last write ended.
 */
export function writeAll(handle: number, bytes: Uint8Array, at: number | null = null): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, at === null ? null : at + done);
}

/** A new file with these bytes on the disk; another of the name is left alone (EEXIST). */
export function writeNew(file: string, bytes: Uint8Array, mode: number): void {
  const handle = openSync(file, 'wx', mode);
  try {
    writeAll(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Renames over what is there and makes the new name last. */
export async function moveIntoPlace(temporary: string, file: string): Promise<void> {
  await renameInto(temporary, file);
  flushFolder(path.dirname(file));
}

/** The rename alone, tried again while a scanner holds the file. */
export async function renameInto(temporary: string, file: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(temporary, file);
      return;
    } catch (error) {
      if (attempt >= tries || !['EBUSY', 'EPERM', 'EACCES'].includes(errnoOf(error))) throw error;
      await wait(Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs));
    }
  }
}

/** Windows has no such call for folders and does not need one. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some network folders refuse it; the rename itself has happened.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes(errnoOf(error))) throw error;
  } finally {
    closeSync(handle);
  }
}
