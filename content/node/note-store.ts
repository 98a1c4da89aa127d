// A person's notes on this PC's disk: one open JSON file a guide, written whole or not at all. Several processes may use
// the folder: a change holds the guide's claim from its reading to its writing, and writes nothing over a file that is not
// the one it read. Refuses to write over what a newer app has written, and over damage before it is set aside.

import { randomBytes } from 'node:crypto';
import { closeSync, fsync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isDeleted, type NoteRecord, noteLimits } from '../core/annotation/model.ts';
import { type NoteFile, readNoteFile, writeNoteFile } from '../core/annotation/note-file.ts';
import { AppFault } from '../core/base/error.ts';
import { type GuideId, isGuideId } from '../core/base/ids.ts';
import { moveIntoPlace, temporaryName, writeAll, writeAtomic } from './atomic-write.ts';
import { errnoOf, storeFault } from './faults.ts';
import { sha256 } from './hash.ts';
import { type Claim, tryClaim } from './note-claims.ts';

export interface NoteStorePorts {
  /** Of this PC and person; made with the first note. */
  readonly folder: string;
  readonly log: (what: 'notes-damaged' | 'notes-newer' | 'notes-not-readable', file: string, cause?: unknown) => void;
}

export interface KeptNotes {
  readonly records: readonly NoteRecord[];
  /** A newer app wrote the file: changes are refused. */
  readonly isReadOnly: boolean;
  /** Records that could not be read; they stand in a file beside. */
  readonly refused: number;
  /** Name of the newest file beside with what could not be read; null when there never was any. */
  readonly setAside: string | null;
}

export interface NoteStore {
  /** Guides with a file, whether or not there are notes in it. */
  guides(): readonly GuideId[];
  /** Throws TOO_LARGE or STORE_… where the file cannot be read: that is not the same as no notes. */
  read(guide: GuideId): Promise<KeptNotes>;
  /**
   * @param edit what is there now -> what there shall be; called again when another process wrote meanwhile. The very
   * list that it was given: nothing is written.
   * Resolves when it is on disk. Throws NOTES_NEWER, NOTES_FULL, NO_SPACE, STORE_DENIED, and what `edit` throws.
   */
  change(guide: GuideId, edit: (records: readonly NoteRecord[]) => readonly NoteRecord[]): Promise<KeptNotes>;
}

/** A change takes a fraction of a second; what holds a guide for longer hangs, or its number is another program's by now. */
const oldClaimMs = 8_000;
/** Longer than that, so that what is left behind is found; short of what the notes process is given for an answer. */
const longestWaitMs = 12_000;
/** Between two looks: two that met must not meet again. */
const pauseMs = 8;
/** More than the first line has: format, guide, and which writing of the file it is. */
const headBytes = 512;

interface Loaded {
  /** Of the file as it was read. */
  readonly stamp: string;
  readonly kept: KeptNotes;
  /** Damage that is not set aside yet. */
  readonly isLoose: boolean;
}

const flushFile = promisify(fsync);
const nothing: Loaded = { stamp: '', kept: { records: [], isReadOnly: false, refused: 0, setAside: null }, isLoose: false };

export function openNoteStore({ folder, log }: NoteStorePorts): NoteStore {
  const queues = new Map<GuideId, Promise<unknown>>();
  /** What was read last, for as long as the file stays as it is. */
  const known = new Map<GuideId, Loaded>();
  const fileOf = (guide: GuideId): string => path.join(folder, `${guide}.json`);
  /** One after the other within this process; claims are for others. */
  const queued = <T>(guide: GuideId, run: () => Promise<T>): Promise<T> => {
    const next = (queues.get(guide) ?? Promise.resolve()).then(run, run);
    const over = () => queues.get(guide) === next && queues.delete(guide);
    queues.set(guide, next);
    next.then(over, over);
    return next;
  };

  const load = async (guide: GuideId): Promise<Loaded> => {
    const file = fileOf(guide);
    try {
      const stamp = stampOf(file);
      if (stamp === null) return nothing;
      const before = known.get(guide);
      if (before?.stamp === stamp && !before.isLoose) return before;
      if (statSync(file).size > noteLimits.fileBytes) throw new AppFault('TOO_LARGE', { file: path.basename(file) });
      const bytes = readFileSync(file);
      const read = readNoteFile(bytes.toString('utf8'));
      const isLoose = await isLeftLoose(guide, bytes, read);
      const kept = { records: read.records, isReadOnly: read.isNewer, refused: read.refused.length, setAside: newestAside(guide) };
      const loaded = { stamp, kept, isLoose };
      known.set(guide, loaded);
      return loaded;
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return nothing;
      log('notes-not-readable', path.basename(file), cause);
      throw storeFault(cause);
    }
  };
  /** Sets aside what could not be read. True where the disk refuses that: reading goes on, writing must not. */
  const isLeftLoose = async (guide: GuideId, bytes: Uint8Array, { isNewer, isDamaged, refused }: NoteFile): Promise<boolean> => {
    if (isNewer) log('notes-newer', `${guide}.json`);
    if (isNewer || (!isDamaged && refused.length === 0)) return false;
    // Named by what it holds: the same damage is set aside once, however often it is read.
    const aside = `${guide}.damaged-${sha256(bytes).slice(0, 12)}.json`;
    if (statSync(path.join(folder, aside), { throwIfNoEntry: false })?.isFile()) return false;
    try {
      await writeAtomic(path.join(folder, aside), bytes);
      log('notes-damaged', aside);
      return false;
    } catch (cause) {
      log('notes-not-readable', aside, cause);
      return true;
    }
  };
  const newestAside = (guide: GuideId): string | null => {
    const asides = readdirSync(folder).filter((name) => name.startsWith(`${guide}.damaged-`) && name.endsWith('.json'));
    const timed = asides.map((name) => ({ name, at: statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
    return timed.sort((a, b) => b.at - a.at)[0]?.name ?? null;
  };

  const claimed = async (guide: GuideId): Promise<Claim> => {
    const end = performance.now() + longestWaitMs;
    for (;;) {
      const claim = tryClaim(folder, guide, oldClaimMs);
      if (claim) return claim;
      if (performance.now() > end) throw new AppFault('STORE_DENIED', { errno: 'EBUSY' });
      await wait(1 + Math.random() * pauseMs);
    }
  };
  /** Null: somebody else wrote meanwhile, or took the claim for left behind; then nothing is changed. */
  const replaced = async (guide: GuideId, text: Buffer, was: Loaded, claim: Claim): Promise<string | null> => {
    const file = fileOf(guide);
    const temporary = temporaryName(file);
    try {
      const handle = openSync(temporary, 'wx', 0o644);
      try {
        writeAll(handle, text);
        await flushFile(handle);
      } finally {
        closeSync(handle);
      }
      if (!claim.isHeld() || (stampOf(file) ?? '') !== was.stamp) {
        rmSync(temporary, { force: true });
        return null;
      }
      // Taken before it has its name: whatever stands there later is not this.
      const stamp = stampOf(temporary);
      await moveIntoPlace(temporary, file);
      return stamp;
    } catch (thrown) {
      rmSync(temporary, { force: true });
      throw thrown;
    }
  };
  /** With the claim held, such files are of processes that are gone. */
  const tidy = (guide: GuideId): void => {
    for (const name of readdirSync(folder))
      if (name.startsWith(`.${guide}.json.`) && name.endsWith('.tmp')) rmSync(path.join(folder, name), { force: true });
  };
  /** Null: to be tried again. */
  const changeOnce = async (guide: GuideId, edit: (records: readonly NoteRecord[]) => readonly NoteRecord[]): Promise<KeptNotes | null> => {
    const claim = await claimed(guide);
    try {
      tidy(guide);
      const was = await load(guide);
      if (was.kept.isReadOnly) throw new AppFault('NOTES_NEWER', { file: `${guide}.json` });
      const records = edit(was.kept.records);
      if (records === was.kept.records) return was.kept;
      if (was.isLoose) throw new AppFault('STORE_DENIED', { file: `${guide}.json` });
      const text = Buffer.from(writeNoteFile(guide, records, randomBytes(6).toString('hex')));
      refuseBeyond(records, was.kept.records, text);
      known.delete(guide);
      const stamp = await replaced(guide, text, was, claim);
      if (stamp === null) return null;
      known.set(guide, { stamp, kept: { ...was.kept, records, refused: 0 }, isLoose: false });
      // Once more with what could not be read, for who asked.
      return { ...was.kept, records };
    } finally {
      claim.release();
    }
  };

  return {
    guides() {
      try {
        const names = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));
        return names.filter(isGuideId).sort();
      } catch (thrown) {
        if (errnoOf(thrown) === 'ENOENT') return [];
        throw storeFault(thrown);
      }
    },
    read: (guide) => queued(guide, async () => (await load(guide)).kept),
    change: (guide, edit) =>
      queued(guide, async () => {
        try {
          mkdirSync(folder, { recursive: true });
          for (;;) {
            const kept = await changeOnce(guide, edit);
            if (kept) return kept;
          }
        } catch (thrown) {
          // What `edit` throws goes through as it is.
          throw errnoOf(thrown) === '' ? thrown : storeFault(thrown);
        }
      }),
  };
}

/** Null where there is no file. The same only for the very same writing: numbers of files are used again, times are coarse. */
function stampOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  if (!stat) return null;
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const length = readSync(handle, head, 0, headBytes, 0);
    return `${stat.ino} ${stat.size} ${stat.mtimeNs} ${sha256(head.subarray(0, length))}`;
  } finally {
    closeSync(handle);
  }
}

/** What could not be read again must not be written. A guide that has too many already may shrink. */
function refuseBeyond(records: readonly NoteRecord[], before: readonly NoteRecord[], text: Uint8Array): void {
  const [now, then] = [notesIn(records), notesIn(before)];
  if ((now > noteLimits.perGuide && now > then) || text.length > noteLimits.fileBytes) throw new AppFault('NOTES_FULL');
}

const notesIn = (records: readonly NoteRecord[]): number => records.reduce((sum, record) => sum + (isDeleted(record) ? 0 : 1), 0);
