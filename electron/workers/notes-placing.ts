// Places the notes of all guides in their newest editions, after a library changed or at a start: guide by guide, in
// slices, so that whoever edits meanwhile is answered. Where a note stands is no change of a person's: clocks stay.
import { type Fate, isDeleted, type Note, type NoteId } from '../../content/core/annotation/model.ts';
import { isSameEdition, type Placer } from '../../content/core/annotation/place-notes.ts';
import { asAppError } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { NoteContext } from './notes-context.ts';
import { notesOf } from './notes-show.ts';
import type { EditionText } from './notes-texts.ts';

export interface PlacingPorts extends Pick<NoteContext, 'store' | 'texts' | 'breathe'> {
  readonly progress: (done: number, of: number) => void;
  readonly log: (code: string, data: { readonly guide: string; readonly error: string }) => void;
}

export interface AllPlaced {
  /** Guides whose file is not as it was. */
  readonly changed: readonly GuideId[];
  /** Guides with other words than those their notes stood in, and what became of these notes. */
  readonly guides: readonly GuideId[];
  readonly counts: Readonly<Record<Fate, number>>;
}

/** Never rejects: a guide whose notes cannot be written is logged, and placed again next time. */
export async function placeAll(ports: PlacingPorts): Promise<AllPlaced> {
  const changed: GuideId[] = [];
  const met: GuideId[] = [];
  const counts = { unchanged: 0, reworded: 0, moved: 0, gone: 0 };
  const guides = guidesIn(ports);
  for (const [at, guide] of guides.entries()) {
    try {
      const placed = await placeGuide(guide, ports);
      if (placed.isChanged) changed.push(guide);
      if (placed.met.length > 0) met.push(guide);
      for (const fate of placed.met) counts[fate] += 1;
    } catch (thrown) {
      ports.log('notes-not-placed', { guide, error: asAppError(thrown).code });
    }
    ports.progress(at + 1, guides.length);
    await ports.breathe();
  }
  return { changed, guides: met, counts };
}

function guidesIn({ store, log }: PlacingPorts): readonly GuideId[] {
  try {
    return store.guides();
  } catch (thrown) {
    log('notes-not-placed', { guide: '', error: asAppError(thrown).code });
    return [];
  }
}

interface GuidePlaced {
  readonly isChanged: boolean;
  readonly met: readonly Fate[];
}

async function placeGuide(guide: GuideId, { store, texts, breathe }: PlacingPorts): Promise<GuidePlaced> {
  const newest = await texts.newest(guide);
  const kept = newest && (await store.read(guide));
  const stale = kept && !kept.isReadOnly ? notesOf(kept.records).filter(({ anchor }) => !isSameEdition(anchor.edition, newest.ref)) : [];
  if (!newest || stale.length === 0) return { isChanged: false, met: [] };
  const place = await texts.placer(guide, newest, stale);
  const moved = new Map<NoteId, { readonly from: Note; readonly to: Note }>();
  const met: Fate[] = [];
  for (const from of stale) {
    const { note: to, met: fate } = place(from);
    if (to !== from && !isSameState(from, to)) moved.set(from.id, { from, to });
    if (fate !== null && isNews(from, to, newest)) met.push(fate);
    await breathe();
  }
  if (moved.size > 0)
    await store.change(guide, (records) => records.map((record) => (isDeleted(record) ? record : next(record, moved, place))));
  return { isChanged: moved.size > 0, met };
}

/** What was changed since the file was read is placed as it is now. */
function next(record: Note, moved: ReadonlyMap<NoteId, { readonly from: Note; readonly to: Note }>, place: Placer): Note {
  const known = moved.get(record.id);
  if (!known) return record;
  return isSameState(record, known.from) && isSameWriting(record, known.from) ? known.to : place(record).note;
}

/** Other words of the guide than before; what had no place before and has none now is not told again. */
function isNews(from: Note, to: Note, newest: EditionText): boolean {
  if (from.fate === 'gone') return to.fate !== 'gone';
  return from.anchor.edition.digest !== newest.ref.digest;
}

const isSameState = (a: Note, b: Note): boolean =>
  a.fate === b.fate && JSON.stringify([a.anchor, a.before]) === JSON.stringify([b.anchor, b.before]);

const isSameWriting = (a: Note, b: Note): boolean => JSON.stringify(a.clock) === JSON.stringify(b.clock);
