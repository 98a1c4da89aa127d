// A folder in which the PCs of one person leave their notes for each other: what lies there, what of it is missing here,
// and what it lacks. Anybody may have written there: names, sizes and counts are bounded, links are not followed, records
// are checked. Nothing that is there is deleted but our own unfinished files, and nothing of a newer app is written over.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { mergeRecords } from '../core/annotation/merge.ts';
import { isDeleted, type NoteRecord, noteLimits } from '../core/annotation/model.ts';
import { type NoteFile, readNoteFile, writeNoteFile } from '../core/annotation/note-file.ts';
import { AppFault } from '../core/base/error.ts';
import { type GuideId, isGuideId } from '../core/base/ids.ts';
import { renameInto, temporaryName, writeAll } from './atomic-write.ts';
import { errnoOf, shareFault } from './faults.ts';
import { sha256 } from './hash.ts';
import { rawFs } from './raw-fs.ts';
import { joinNames } from './safe-path.ts';
import type { ShareFolder, ShareWatch } from './share.ts';

export interface TheirFile {
  readonly name: string;
  readonly guide: GuideId;
  /** What a sync program put beside the file when two PCs had written at once: read, never written or deleted. */
  readonly isCopy: boolean;
  /** Changes whenever the file does, as far as its folder tells. */
  readonly stamp: string;
}

export interface ExchangePlan {
  /** To be taken in here; empty: nothing is missing here. */
  readonly take: readonly NoteRecord[];
  /** What the guide's file there is to hold; null: it may stay as it is. */
  readonly write: readonly NoteRecord[] | null;
  /** Some of what is there was written by a newer app: it is neither read nor written. */
  readonly isNewer: boolean;
}

export interface TheirNotes {
  /** Null where there is no file of that name. */
  readonly file: NoteFile | null;
  readonly copies: readonly NoteFile[];
}

/** Of a share with more than this something is wrong; a person's notes are on some hundred guides. */
const mostEntries = 20_000;
const mostFiles = 2_000;
/** Of all files together: a person's notes of years are a hundredth. */
const mostBytes = 256 * 1024 * 1024;
/** Of one guide. Sync programs make one each time; a person who has more has long not looked. */
const mostCopies = 20;
/** Short enough for a slow line to answer within the silence that counts as a hang. */
const chunkBytes = 256 * 1024;
/** Other PCs' unfinished files may still be at work; after a day none is. */
const unfinishedMs = 24 * 60 * 60 * 1000;

/** Decides without doing. `ours` and `theirs` are of one guide. */
export function planExchange(ours: readonly NoteRecord[], theirs: TheirNotes): ExchangePlan {
  const all = [...(theirs.file ? [theirs.file] : []), ...theirs.copies];
  if (all.some(({ isNewer }) => isNewer)) return { take: [], write: null, isNewer: true };
  const there = theirs.file?.records ?? [];
  const others = theirs.copies.reduce<readonly NoteRecord[]>((sum, { records }) => mergeRecords(sum, records, sha256), there);
  const merged = mergeRecords(there, [...others, ...ours], sha256);
  const isThere = isSame(merged, there) && !(theirs.file && isSpoilt(theirs.file));
  return { take: missing(ours, others), write: isThere ? null : merged, isNewer: false };
}

/** Something in it could not be read: before it is written over, it gets another name. */
export const isSpoilt = ({ isNewer, isDamaged, refused }: NoteFile): boolean => !isNewer && (isDamaged || refused.length > 0);

/** Records of `theirs` that `ours` does not hold in this version or a later one. */
function missing(ours: readonly NoteRecord[], theirs: readonly NoteRecord[]): readonly NoteRecord[] {
  const here = new Map(ours.map((record) => [record.id, record]));
  return theirs.filter((record) => {
    const known = here.get(record.id);
    return !known || !isSame(mergeRecords([known], [record], sha256), [known]);
  });
}

const isSame = (a: readonly NoteRecord[], b: readonly NoteRecord[]): boolean =>
  a.length === b.length && a.every((record, at) => record === b[at]);

/** Null: no file of notes. Sync programs' ways to name what they found in conflict, and OneDrive's with the PC's name. */
export function guideOfName(name: string): Pick<TheirFile, 'guide' | 'isCopy'> | null {
  if (!name.endsWith('.json') || name.startsWith('.')) return null;
  const stem = name.slice(0, -'.json'.length);
  if (isGuideId(stem)) return { guide: stem, isCopy: false };
  const [, guide = ''] = /^([a-z0-9-]+?)(?:\.sync-conflict-[\w-]+| ?\([^()]{1,120}\)|-(?=[^a-z]*[A-Z])[A-Z0-9-]{1,40})$/.exec(stem) ?? [];
  return isGuideId(guide) ? { guide, isCopy: true } : null;
}

/** Files of notes, in no order. Throws SHARE_… when the folder does not answer, TOO_LARGE when it is no folder of notes. */
export function listTheirs(folder: string, watch: ShareWatch): readonly TheirFile[] {
  return watched(watch, () => {
    const found: TheirFile[] = [];
    const copies = new Map<GuideId, number>();
    let bytes = 0;
    const listing = rawFs.opendirSync(folder);
    try {
      let entries = 0;
      for (let entry = listing.readSync(); entry; entry = listing.readSync()) {
        watch.answered();
        watch.asked('look');
        entries += 1;
        if (entries > mostEntries) throw new AppFault('TOO_LARGE', { what: 'entries', most: mostEntries });
        const notes = guideOfName(entry.name);
        if (!notes) continue;
        const count = notes.isCopy ? (copies.get(notes.guide) ?? 0) + 1 : 0;
        if (count > mostCopies) continue;
        const stat = rawFs.lstatSync(joinNames(folder, entry.name), { throwIfNoEntry: false });
        if (!stat?.isFile()) continue;
        if (notes.isCopy) copies.set(notes.guide, count);
        found.push({ name: entry.name, ...notes, stamp: `${stat.size} ${stat.mtimeMs}` });
        bytes += stat.size;
        if (found.length > mostFiles || bytes > mostBytes) throw new AppFault('TOO_LARGE', { what: 'files', most: mostFiles });
      }
    } finally {
      listing.closeSync();
    }
    return found;
  });
}

/** Only records of that guide. Throws TOO_LARGE, MALFORMED for a link, SHARE_…. Null: it is gone. */
export async function readTheirs(share: ShareFolder, { name, guide }: Pick<TheirFile, 'name' | 'guide'>): Promise<NoteFile | null> {
  const bytes = await share.read(share.root, name, noteLimits.fileBytes);
  if (!bytes) return null;
  if (bytes.length > noteLimits.fileBytes) throw new AppFault('TOO_LARGE', { file: name });
  const read = readNoteFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  return { ...read, records: read.records.filter((record) => isDeleted(record) || record.guide === guide) };
}

/** Whole or not at all. Throws NOTES_FULL for what could not be read again, NO_SPACE, SHARE_…. */
export async function writeTheirs(folder: string, guide: GuideId, records: readonly NoteRecord[], watch: ShareWatch): Promise<void> {
  const bytes = Buffer.from(writeNoteFile(guide, records, randomBytes(6).toString('hex')));
  const count = records.filter((record) => !isDeleted(record)).length;
  if (count > noteLimits.perGuide || bytes.length > noteLimits.fileBytes) throw new AppFault('NOTES_FULL');
  const file = joinNames(folder, `${guide}.json`);
  const temporary = temporaryName(file);
  try {
    const handle = watched(watch, () => rawFs.openSync(temporary, 'wx', 0o600));
    try {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        watched(watch, () => writeAll(handle, bytes.subarray(at, at + chunkBytes)));
        // Else all of it would wait for the last flush, and a slow line looked like one that hangs.
        watched(watch, () => rawFs.fsyncSync(handle));
      }
    } finally {
      watched(watch, () => rawFs.closeSync(handle));
    }
    watch.asked('look');
    try {
      await renameInto(temporary, file);
    } finally {
      watch.answered();
    }
  } catch (thrown) {
    try {
      rawFs.rmSync(temporary, { force: true });
    } catch {
      // It goes with the next tidying.
    }
    throw exchangeFault(thrown);
  }
}

/** Gives a file that could not be read whole another name, under which nobody reads or writes it. Throws SHARE_…. */
export async function setTheirsAside(folder: string, guide: GuideId, watch: ShareWatch): Promise<void> {
  const aside = `${guide}.damaged-${randomBytes(6).toString('hex')}.json`;
  watch.asked('look');
  try {
    await renameInto(joinNames(folder, `${guide}.json`), joinNames(folder, aside));
  } catch (thrown) {
    throw exchangeFault(thrown);
  } finally {
    watch.answered();
  }
}

/** Removes what killed processes left unfinished long ago. Never throws. */
export function tidyTheirs(folder: string, watch: ShareWatch): void {
  try {
    watched(watch, () => {
      const stale = rawFs.readdirSync(folder).filter((name) => /^\.[a-z0-9-]+\.json\.[0-9a-f]{12}\.tmp$/.test(name));
      const times = stale.map((name) => ({ name, at: rawFs.lstatSync(path.join(folder, name)).mtimeMs }));
      for (const { name, at } of times) if (Date.now() - at > unfinishedMs) rawFs.rmSync(path.join(folder, name), { force: true });
    });
  } catch {
    // Another time.
  }
}

/** What a call on the folder failed with: NO_SPACE, SHARE_DENIED or SHARE_UNREACHABLE. */
export function exchangeFault(thrown: unknown): AppFault {
  return ['ENOSPC', 'EDQUOT'].includes(errnoOf(thrown)) ? new AppFault('NO_SPACE', { errno: errnoOf(thrown) }, thrown) : shareFault(thrown);
}

function watched<T>(watch: ShareWatch, call: () => T): T {
  watch.asked('look');
  try {
    return call();
  } finally {
    watch.answered();
  }
}
