// Name of this process in the clocks of notes. No two processes that write at the same time have the same one, and one
// PC uses few over the years, because a clock holds 64 at most: an id kept in the profile and the PC's name make the
// first part, the number of the first place that no living process holds makes the last.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { temporaryName, writeNew } from './atomic-write.ts';
import { errnoOf } from './faults.ts';
import { sha256 } from './hash.ts';
import { type Claim, machineMark, tryClaim } from './note-claims.ts';

export interface NoteWriter {
  /** `[a-z0-9]{1,16}` */
  readonly name: string;
  /** Also at the end of the process. What has been written under the name stays its own. */
  release(): void;
}

/** One window has one writer; a second one is there while the first is being ended. More than a few have never been. */
const mostSlots = 16;
/** Two that start at once draw back from each other; chance lets one be first the next time. */
const mostTries = 50;
const longestPauseMs = 10;

/**
 * Where the profile cannot be written to, the name is one of chance: for this process alone, and never used again.
 * @param folder of the profile, for the id and the places; made when it is not there
 * @param machine the PC's name; PCs that share a profile must differ in it
 */
export function openNoteWriter(folder: string, machine = hostname()): NoteWriter {
  try {
    mkdirSync(folder, { recursive: true });
    const stem = sha256(`${idIn(folder)} ${machine}`).slice(0, 14);
    const held = freeSlot(folder, machineMark(machine));
    if (held) return writerOf(`${stem}${held.slot.toString(mostSlots)}`, held.claim);
  } catch {
    // Notes come first: they can be written under any name.
  }
  return { name: randomBytes(8).toString('hex'), release: () => undefined };
}

function writerOf(name: string, claim: Claim): NoteWriter {
  const release = (): void => {
    process.off('exit', release);
    claim.release();
  };
  process.on('exit', release);
  return { name, release };
}

function freeSlot(folder: string, mark: string): { readonly slot: number; readonly claim: Claim } | null {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    for (let slot = 0; slot < mostSlots; slot += 1) {
      const claim = tryClaim(folder, `${mark}-${slot}`, null);
      if (claim) return { slot, claim };
    }
    pause(1 + Math.random() * longestPauseMs);
  }
  return null;
}

/** Holds up this process alone, which has nothing to do before it has a name. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/**
 * Two that make one at the same moment agree on whichever came first: a link is never put over a file that is there. Where
 * there are no links, each may go on with its own, and their places differ all the same.
 */
function idIn(folder: string): string {
  const file = path.join(folder, 'id');
  const known = readId(file);
  if (known !== null) return known;
  const id = randomBytes(8).toString('hex');
  const temporary = temporaryName(file);
  try {
    writeNew(temporary, Buffer.from(id), 0o600);
    if (!linked(temporary, file) && readId(file) === null) renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  return readId(file) ?? id;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function readId(file: string): string | null {
  try {
    return /^[0-9a-f]{16}/.exec(readFileSync(file, 'utf8').slice(0, 16))?.[0] ?? null;
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
