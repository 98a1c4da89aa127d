// Single files of a drop-box, call by call, so that somebody outside can tell waiting from working: written new and flushed
// in pieces, compared with what they should be, removed if that may be.
import { setImmediate as turn } from 'node:timers/promises';
import { writeAll } from './atomic-write.ts';
import { errnoOf } from './faults.ts';
import { rawFs } from './raw-fs.ts';
import type { ShareWatch } from './share.ts';

/** Short enough for a slow line to answer within the silence that counts as a hang. */
const chunkBytes = 256 * 1024;
/** What a system says to those who may not. */
export const refusals = ['EACCES', 'EPERM'];
const { constants } = rawFs;
// As for every share: a link is refused at the open, and a pipe does not make it wait. Windows knows neither flag.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Throws EEXIST for a name that is taken; else removes what it began before it throws. @returns its time by the share's own clock */
export async function writeNew(file: string, bytes: Uint8Array, watch: ShareWatch): Promise<number> {
  const handle = watched(watch, () => rawFs.openSync(file, 'wx', 0o644));
  let isOpen = true;
  try {
    for (let done = 0; done < bytes.length; done += chunkBytes) {
      watched(watch, () => writeAll(handle, bytes.subarray(done, done + chunkBytes)));
      // Else all of it would wait for the last flush, and a slow line looked like one that hangs.
      watched(watch, () => flush(handle));
      await turn();
    }
    const at = watched(watch, () => rawFs.fstatSync(handle)).mtimeMs;
    isOpen = false;
    // Some network folders say only now that the disk was full.
    watched(watch, () => rawFs.closeSync(handle));
    return at;
  } catch (thrown) {
    if (isOpen) closeQuietly(handle, watch);
    removeQuietly(file, watch);
    throw thrown;
  }
}

/** Some network folders know no flushing: what they have is read back all the same. */
function flush(handle: number): void {
  try {
    rawFs.fsyncSync(handle);
  } catch (thrown) {
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errnoOf(thrown))) throw thrown;
  }
}

/** Null: this PC may not read it. Throws the system's error. */
export async function compareFile(file: string, bytes: Uint8Array, watch: ShareWatch): Promise<'same' | 'other' | null> {
  let handle: number;
  try {
    handle = watched(watch, () => rawFs.openSync(file, readFlags));
  } catch (thrown) {
    if (refusals.includes(errnoOf(thrown))) return null;
    if (['ELOOP', 'EMLINK', 'EFTYPE'].includes(errnoOf(thrown))) return 'other';
    throw thrown;
  }
  try {
    const chunk = new Uint8Array(chunkBytes);
    for (let at = 0; ; ) {
      const got = watched(watch, () => rawFs.readSync(handle, chunk, 0, chunk.length, null));
      if (got === 0) return at === bytes.length ? 'same' : 'other';
      if (Buffer.compare(chunk.subarray(0, got), bytes.subarray(at, at + got)) !== 0) return 'other';
      at += got;
      await turn();
    }
  } finally {
    watched(watch, () => rawFs.closeSync(handle));
  }
}

/** Never throws. */
export function removeQuietly(file: string, watch: ShareWatch): void {
  try {
    watched(watch, () => rawFs.rmSync(file, { force: true }));
  } catch {
    // Passed over by everybody, and tidied away when it is old.
  }
}

function closeQuietly(handle: number, watch: ShareWatch): void {
  try {
    watched(watch, () => rawFs.closeSync(handle));
  } catch {
    // The fault that came before it is the one to tell.
  }
}

/** One call that may hang. */
export function watched<T>(watch: ShareWatch, call: () => T): T {
  watch.asked('look');
  try {
    return call();
  } finally {
    watch.answered();
  }
}
