// Leaves a file in a folder where a person may perhaps only create: not list, not read, not rename. The file appears whole
// under a name that was free: no lock, nothing is ever written over, and the same bytes a second time are the first file.
// Refuses to follow links; what it could not finish has a name that nobody reads.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { AppFault } from '../core/base/error.ts';
import { compareFile, refusals, removeQuietly, watched, writeNew } from './drop-box-calls.ts';
import { errnoOf } from './faults.ts';
import { rawFs } from './raw-fs.ts';
import { joinNames } from './safe-path.ts';
import type { ShareWatch } from './share.ts';

export interface Dropped {
  /** Of the file: another than was asked for where that one is taken by other bytes. */
  readonly name: string;
  /**
   * `there`: the same bytes were there already. `link`, `rename`: it got its name when it was whole. `plain`: it was written
   * under its name, because this folder lets nobody rename; killed meanwhile it is a torn file, which readers refuse.
   */
  readonly how: 'there' | 'link' | 'rename' | 'plain';
  /** It was read back and is the same; false where this PC may not read there. */
  readonly isRead: boolean;
}

/** Names carry a digest, so a taken one is a rarity or a joke; somebody who takes this many wants to be in the way. */
const mostNames = 20;
/** What virus scanners and SMB servers were seen to need (trust.md 1.2): ten tries over about six seconds. */
const renameTries = 10;
/** Nobody writes a file for a day; by the share's own clock. */
const unfinishedMs = 24 * 60 * 60 * 1000;
/** Of a folder with more than this something is wrong, and tidying is not what mends it. */
const mostEntries = 20_000;

/** Of a rename: the system has none here, or the folder lets its people create and nothing else. */
const noRename = [...refusals, 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV'];
const unfinished = /^\.[0-9a-f]{12}\.unsent\.tmp$/;

/**
 * @param folder real path; it must be there
 * @param name plain, with an ending
 * Throws the system's error, NAME_TAKEN, or INCOMPLETE where other bytes are read than were written; nothing of its own
 * is left then but what the folder does not let it remove.
 */
export async function dropInto(folder: string, name: string, bytes: Uint8Array, watch: ShareWatch): Promise<Dropped> {
  const temporary = joinNames(folder, `.${randomBytes(6).toString('hex')}.unsent.tmp`);
  let made: { readonly isRead: boolean; readonly at: number } | null = null;
  try {
    for (let number = 1; number <= mostNames; number += 1) {
      const tried = numbered(name, number);
      const file = joinNames(folder, tried);
      const there = await look(file, bytes, watch);
      if (there === 'same' || there === 'unread') return { name: tried, how: 'there', isRead: there === 'same' };
      if (there === 'other') continue;
      made ??= await writeWhole(temporary, bytes, watch);
      const how = await giveName(temporary, file, bytes, there === 'free', watch);
      flushNames(folder, watch);
      if (how === 'plain') return { name: tried, how, isRead: (await checked(file, bytes, watch)) === 'same' };
      if (how !== 'taken') return { name: tried, how, isRead: made.isRead };
      // Somebody was a moment earlier: perhaps this person, in another window.
      const now = await look(file, bytes, watch);
      if (now === 'same' || now === 'unread') return { name: tried, how: 'there', isRead: now === 'same' };
    }
    throw new AppFault('NAME_TAKEN', { file: name });
  } finally {
    // After a rename it is not there; a folder that lets nobody remove keeps it until somebody tidies who may.
    if (made) removeQuietly(temporary, watch);
    if (made) await tidy(folder, made.at, watch);
  }
}

/** That the new name outlives a power cut: where people may list, and the system has such a call. */
function flushNames(folder: string, watch: ShareWatch): void {
  if (process.platform === 'win32') return;
  try {
    const handle = watched(watch, () => rawFs.openSync(folder, 'r'));
    try {
      watched(watch, () => rawFs.fsyncSync(handle));
    } finally {
      watched(watch, () => rawFs.closeSync(handle));
    }
  } catch {
    // The name is there; how long a network folder keeps what it has not flushed is its own.
  }
}

/** "name.ngsuggest", "name-2.ngsuggest" … */
function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  return number === 1 ? name : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
}

/**
 * `unread`: it cannot be read, and is as long: names carry a digest, so it is taken for the same. `hidden`: not even
 * whether there is one can be seen.
 */
type There = 'free' | 'same' | 'other' | 'unread' | 'hidden';

async function look(file: string, bytes: Uint8Array, watch: ShareWatch): Promise<There> {
  try {
    const stat = watched(watch, () => rawFs.lstatSync(file, { throwIfNoEntry: false }));
    if (!stat) return 'free';
    if (!stat.isFile() || stat.size !== bytes.length) return 'other';
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return 'free';
    if (refusals.includes(errnoOf(thrown))) return 'hidden';
    throw thrown;
  }
  return (await compareFile(file, bytes, watch)) ?? 'unread';
}

/** What was written must be what is read, as far as this PC may read. */
async function checked(file: string, bytes: Uint8Array, watch: ShareWatch): Promise<'same' | null> {
  const found = await compareFile(file, bytes, watch);
  if (found === 'other') throw new AppFault('INCOMPLETE', { bytes: bytes.length });
  return found;
}

/** Flushed and read back before it gets a name. `at` is its time by the share's own clock. */
async function writeWhole(file: string, bytes: Uint8Array, watch: ShareWatch): Promise<{ readonly isRead: boolean; readonly at: number }> {
  let at: number;
  try {
    at = await writeNew(file, bytes, watch);
  } catch (thrown) {
    // It may be there though its answer was lost; a name by chance is nobody else's.
    removeQuietly(file, watch);
    throw thrown;
  }
  try {
    return { isRead: (await checked(file, bytes, watch)) === 'same', at };
  } catch (thrown) {
    removeQuietly(file, watch);
    throw thrown;
  }
}

/** @param isFree known to be free a moment ago; else nothing is done that could write over a file */
async function giveName(
  temporary: string,
  file: string,
  bytes: Uint8Array,
  isFree: boolean,
  watch: ShareWatch,
): Promise<'link' | 'rename' | 'plain' | 'taken'> {
  try {
    // A hard link never replaces.
    watched(watch, () => rawFs.linkSync(temporary, file));
    return 'link';
  } catch (thrown) {
    if (errnoOf(thrown) === 'EEXIST') return 'taken';
  }
  // No system here renames without replacing, and nobody gets a lock: between the look and the rename another may come. Names
  // carry a digest, so that who comes under this one brings the same.
  for (let attempt = 1; isFree && attempt <= renameTries; attempt += 1) {
    // Also because an answer may be lost on its way back: then the link is there.
    const there = await look(file, bytes, watch);
    if (there !== 'free' && there !== 'hidden') return 'taken';
    try {
      if (there === 'free') {
        watched(watch, () => rawFs.renameSync(temporary, file));
        return 'rename';
      }
    } catch (thrown) {
      const errno = errnoOf(thrown);
      if (!noRename.includes(errno) && errno !== 'EBUSY') throw thrown;
      if (!refusals.includes(errno) && errno !== 'EBUSY') break;
      if (attempt === renameTries && errno === 'EBUSY') throw thrown;
    }
    if (attempt < renameTries) await pause(Math.min(20 * 2 ** (attempt - 1), 1_000));
  }
  try {
    await writeNew(file, bytes, watch);
    return 'plain';
  } catch (thrown) {
    // Our other file could be made here: this name belongs to what cannot be seen.
    if (errnoOf(thrown) === 'EEXIST' || (!isFree && refusals.includes(errnoOf(thrown)))) return 'taken';
    throw thrown;
  }
}

/** Removes what killed processes left unfinished a day before our own file was written. Never throws. */
async function tidy(folder: string, at: number, watch: ShareWatch): Promise<void> {
  try {
    const listing = watched(watch, () => rawFs.opendirSync(folder));
    try {
      for (let entries = 0; entries < mostEntries; entries += 1) {
        const entry = watched(watch, () => listing.readSync());
        if (!entry) break;
        if (!unfinished.test(entry.name)) continue;
        const file = joinNames(folder, entry.name);
        const stat = watched(watch, () => rawFs.lstatSync(file));
        if (stat.isFile() && at - stat.mtimeMs > unfinishedMs) removeQuietly(file, watch);
        await turn();
      }
    } finally {
      watched(watch, () => listing.closeSync());
    }
  } catch {
    // It may not be listed from here; somebody will who may.
  }
}
