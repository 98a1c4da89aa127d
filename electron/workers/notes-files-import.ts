// Takes a file of notes in: reads it by and by, finds each note's guide and place, and joins them to what is here, guide
// by guide. Everything in the file is hostile; whatever it holds, the process goes on answering others.
import { type Carried, mostCarriedBytes, openCarried } from '../../content/core/annotation/carried.ts';
import type { Before } from '../../content/core/annotation/edits.ts';
import { type Joined, joinCarried } from '../../content/core/annotation/join-carried.ts';
import type { EditionRef, Note, NoteId, NoteRecord } from '../../content/core/annotation/model.ts';
import { placeCarried } from '../../content/core/annotation/place-carried.ts';
import { isSameEdition } from '../../content/core/annotation/place-notes.ts';
import { AppFault, asAppError } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { isDeeperThan } from '../../content/core/base/json-depth.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { NotesImport } from '../ipc/note-replies.ts';
import type { NoteContext } from './notes-context.ts';
import { findHomes } from './notes-files-homes.ts';
import type { EditionText } from './notes-texts.ts';

/** Our files nest six deep, Hypothesis's eight. */
const mostDepth = 32;
/** Items, or notes, between two looks at the time. */
const slice = 200;
/** Where many words are compared a few notes take as long. */
const smallSlice = 5;
/** Pairs of words compared for notes whose very words are nowhere: half a minute's work, measured. */
const mostPairs = 1_000_000_000;
/** Editions of a guide that notes are said to stand in: this PC keeps three. */
const mostEditions = 8;
/** At most five times a second. */
const progressMs = 200;

type Counts = Omit<NotesImport, 'name' | 'undo'>;

/** @param name of the file, for the report. Throws NOT_NOTES. */
export async function importNotes(bytes: Uint8Array, name: string, context: NoteContext): Promise<NotesImport> {
  const carried = await readFile(bytes, context);
  let pairs = mostPairs;
  const mayCompare = (more: number): boolean => {
    if (more > pairs) return false;
    pairs -= more;
    return true;
  };
  const homes = await findHomes(carried.notes, { ...context, mayCompare });
  const tell = progressOf(context, carried.notes.length);
  const counts: { -readonly [Name in keyof Counts]: Counts[Name] } = {
    ...{ added: 0, updated: 0, known: 0, revived: 0, placed: 0, unplaced: 0, locked: 0, error: null },
    ...{ refused: carried.refused, elsewhere: homes.elsewhere, beyond: carried.beyond, guides: [] },
  };
  const changed: GuideId[] = [];
  let undo: string | null = null;
  let done = 0;
  for (const [guide, notes] of homes.notes) {
    try {
      const taken = await takeIn(guide, notes, { ...context, mayCompare, tell: (more) => tell(done + more) });
      if (taken === 'locked') counts.locked += notes.length;
      else {
        for (const count of ['added', 'updated', 'known', 'revived', 'beyond', 'placed', 'unplaced'] as const)
          counts[count] += taken[count];
        if (taken.undo !== null) changed.push(guide);
        undo ??= taken.undo;
      }
    } catch (thrown) {
      // What is written stays, and the file can be taken in again.
      counts.error ??= asAppError(thrown);
      // A full disk is full for every guide after it too; one file that cannot be read is no reason to stop.
      if (counts.error.code === 'NO_SPACE') break;
    }
    done += notes.length;
  }
  if (changed.length > 0) await context.changed(changed);
  return { name, ...counts, guides: changed, undo };
}

async function readFile(bytes: Uint8Array, { breathe }: NoteContext): Promise<Carried> {
  if (bytes.length > mostCarriedBytes || isDeeperThan(bytes, mostDepth)) throw new AppFault('NOT_NOTES');
  await breathe();
  const reader = openCarried(textOf(bytes), sha256);
  while (reader.read(slice)) await breathe();
  const carried = reader.result();
  if (!carried || (carried.notes.length === 0 && carried.refused > 0)) throw new AppFault('NOT_NOTES');
  return carried;
}

/** Programs on Windows write UTF-16 too, and marks of the byte order. */
function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

interface Taking extends NoteContext {
  readonly mayCompare: (pairs: number) => boolean;
  readonly tell: (done: number) => void;
}

type Taken = Pick<Joined, 'added' | 'updated' | 'known' | 'revived' | 'beyond'> & {
  readonly placed: number;
  readonly unplaced: number;
  readonly undo: string | null;
};

async function takeIn(guide: GuideId, notes: readonly Note[], context: Taking): Promise<Taken | 'locked'> {
  const { store, writer } = context;
  const kept = await store.read(guide);
  if (kept.isReadOnly) return 'locked';
  const join = (records: readonly NoteRecord[], list: readonly Note[]) => joinCarried(records, list, { writer, sha256 });
  // Only what will be written is worth a place.
  const wanted = new Set<NoteId>(join(kept.records, notes).changed);
  const isWanted = notes.filter(({ id }) => wanted.has(id));
  const next = await context.texts.newest(guide);
  const placed = new Map((await placeAll(guide, isWanted, next, context)).map((note) => [note.id, note]));
  const list = notes.map((note) => placed.get(note.id) ?? note);
  let result = join(kept.records, list);
  let undo: string | null = null;
  if (result.changed.length > 0) {
    await store.change(guide, (records) => {
      const next = join(records, list);
      // Another PC may write in the same moment: then this runs again, over what was joined already.
      if (undo === null) result = next;
      if (next.changed.length > 0) undo ??= context.remember([beforeOf(guide, records, next)]);
      return next.changed.length > 0 ? next.records : records;
    });
  }
  const gone = [...placed.values()].filter(({ fate }) => next === null || fate === 'gone').length;
  return { ...result, placed: placed.size - gone, unplaced: gone, undo };
}

function beforeOf(guide: GuideId, records: readonly NoteRecord[], { changed }: Joined): Before {
  const touched = new Set(changed);
  const before = records.filter(({ id }) => touched.has(id));
  for (const { id } of before) touched.delete(id);
  return { guide, records: before, absent: [...touched] };
}

/** A guide that is not held: as they are, until it comes. */
async function placeAll(
  guide: GuideId,
  notes: readonly Note[],
  next: EditionText | null,
  { texts, breathe, mayCompare, tell }: Taking,
): Promise<readonly Note[]> {
  if (!next) return notes;
  const editions = await editionsOf(guide, notes, texts);
  const held = (ref: EditionRef) => editions.find((edition) => isSameEdition(edition.ref, ref))?.text ?? null;
  const known = notes.filter(({ anchor }) => isSameEdition(anchor.edition, next.ref) || held(anchor.edition) !== null);
  const place = await texts.placer(guide, next, known);
  const placed: Note[] = [];
  while (placed.length < notes.length) {
    placed.push(...placeCarried(notes.slice(placed.length, placed.length + smallSlice), next, { held, place, mayCompare }));
    tell(placed.length);
    await breathe();
  }
  return placed;
}

/** Those that most of the notes are said to stand in. */
async function editionsOf(guide: GuideId, notes: readonly Note[], texts: NoteContext['texts']) {
  const votes = new Map<number, number>();
  for (const { anchor } of notes) votes.set(anchor.edition.version, (votes.get(anchor.edition.version) ?? 0) + 1);
  votes.delete(0);
  const versions = [...votes].sort(([, a], [, b]) => b - a).slice(0, mostEditions);
  const found = [];
  for (const [version] of versions) found.push(await texts.edition(guide, version));
  return found.filter((edition) => edition !== null);
}

function progressOf({ push }: NoteContext, of: number): (done: number) => void {
  let told = performance.now();
  return (done) => {
    if (performance.now() - told < progressMs) return;
    told = performance.now();
    push({ name: 'notes.progress', value: { what: 'importing', done, of } });
  };
}
