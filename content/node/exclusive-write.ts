// Writes a file on a share so that it appears whole, and never over one that is there: temporary file in the same
// folder, flush, then a name that only one writer can get. Calls that a scanner or a server refuses for a moment
// are tried again.
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { renameInto, temporaryName, writeNew } from './atomic-write.ts';
import { errnoOf } from './faults.ts';

/** `kept`: the same bytes are there already. `differs`: other bytes are there; nothing was changed. */
export type ExclusiveWrite = 'written' | 'kept' | 'differs';

/** Ten tries over about six seconds (trust.md 1.2): what virus scanners and SMB servers were seen to need. */
const tries = 10;
const firstWaitMs = 20;
const longestWaitMs = 1_000;
const passing = ['EBUSY', 'EPERM', 'EACCES'];

/** Everybody who reaches the share reads it; its own rights say who that is. */
const publicMode = 0o644;

/** Makes the folders above. Throws the system's error; no temporary file is left behind then. */
export async function writeExclusive(file: string, bytes: Uint8Array): Promise<ExclusiveWrite> {
  const there = compare(file, bytes);
  if (there !== null) return there;
  const temporary = temporaryName(file);
  try {
    await retried(() => {
      mkdirSync(path.dirname(file), { recursive: true });
      rmSync(temporary, { force: true });
      writeNew(temporary, bytes, publicMode);
    });
    return (await nameOnce(temporary, file)) ? 'written' : (compare(file, bytes) ?? 'differs');
  } finally {
    removeQuietly(temporary);
  }
}

/** The one file that may be replaced (`timestamp.json`), and blobs whose bytes do not match their name. */
export async function writeReplacing(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(file);
  try {
    await retried(() => {
      mkdirSync(path.dirname(file), { recursive: true });
      rmSync(temporary, { force: true });
      writeNew(temporary, bytes, publicMode);
    });
    await renameInto(temporary, file);
  } finally {
    removeQuietly(temporary);
  }
}

/** Of a file of ours that nobody needs: the fault that came before it is the one to tell. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Left behind; names ending in .tmp are passed over by everybody.
  }
}

function compare(file: string, bytes: Uint8Array): 'kept' | 'differs' | null {
  if (!existsSync(file)) return null;
  return Buffer.from(bytes).equals(readFileSync(file)) ? 'kept' : 'differs';
}

/** False when somebody else has the name. */
async function nameOnce(temporary: string, file: string): Promise<boolean> {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
  }
  // A hard link never replaces; where a share knows none, one writer at a time may rename to a name that is free. (An
  // empty file in the name's place will not do: a rename over it lost both on SMB through rclone.)
  const claim = path.join(path.dirname(file), `.${path.basename(file)}.claim.tmp`);
  if (!(await claimed(claim, temporary))) return false;
  try {
    if (existsSync(file)) return false;
    await renameInto(temporary, file);
    return true;
  } finally {
    removeQuietly(claim);
  }
}

/** False when another writer has the claim for longer than a write takes. One that died with it is passed over. */
async function claimed(claim: string, temporary: string): Promise<boolean> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      await retried(() => writeNew(claim, claimText, publicMode));
      return true;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
      if (isForgotten(claim, temporary)) removeQuietly(claim);
      else await wait(Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs));
    }
  }
  return false;
}

/** Not empty: some network folders make empty files later than they say, also of those that were removed meanwhile. */
const claimText = Buffer.from('claim\n');

/** By the share's own clock: our file was written a moment ago, and no write holds a claim for this long. */
const forgottenMs = 10 * 60_000;
function isForgotten(claim: string, temporary: string): boolean {
  try {
    return statSync(temporary).mtimeMs - statSync(claim).mtimeMs > forgottenMs;
  } catch {
    // It went meanwhile.
    return false;
  }
}

/** A call that is tried again while the answer is one that passes. */
export async function retried<T>(run: () => T): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return run();
    } catch (error) {
      if (attempt >= tries || !passing.includes(errnoOf(error))) throw error;
      await wait(Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs));
    }
  }
}
