// Notes of one guide -> the same notes in the newest edition, each with what became of its words. With the edition at
// hand that a note was made on, the texts are compared; else its quote is looked for. What is not found keeps its old
// place and words: a note that says it has no place does less harm than one in the wrong place.
import { type AnchorText, anchorAt } from './anchor-text.ts';
import { type Haystack, haystackOf } from './find-quote.ts';
import { type Editions, followFrom } from './follow.ts';
import type { Anchor, EditionRef, Fate, Note } from './model.ts';

export interface Edition {
  readonly ref: EditionRef;
  readonly text: AnchorText;
}

export interface Placing {
  readonly notes: readonly Note[];
  /** Of the notes that were in an older edition: how many met which fate now. */
  readonly counts: Readonly<Record<Fate, number>>;
}

/** Of one note: where it stands, and which fate its words met now; null when it was in this edition already. */
export interface Placed {
  readonly note: Note;
  readonly met: Fate | null;
}

/** Places notes one by one. Comparing two editions costs much more than a note, and is done once. */
export type Placer = (note: Note) => Placed;

/** @param held the edition of a reference, or null when it is not on this PC. */
export function placerFor(next: Edition, held: (edition: EditionRef) => AnchorText | null): Placer {
  const compared = new Map<string, Editions | null>();
  let haystack: Haystack | null = null;
  const follow = (edition: EditionRef): Editions | null => {
    const key = `${edition.version} ${edition.digest}`;
    const known = compared.get(key);
    if (known !== undefined) return known;
    const text = held(edition);
    const editions = text === null ? null : followFrom(text.text, next.text.text);
    compared.set(key, editions);
    return editions;
  };
  const find = (anchor: Anchor) => {
    haystack ??= haystackOf(next.text.text);
    return haystack.find(quoteOf(anchor, next.text.text));
  };
  return (note) => {
    const { anchor } = note;
    if (isSameEdition(anchor.edition, next.ref)) return { note, met: null };
    // An edition of the pack that left this guide as it was, or that has its old words again.
    if (anchor.edition.digest !== '' && anchor.edition.digest === next.ref.digest) {
      const here = { ...note, anchor: { ...anchor, edition: next.ref } };
      return note.fate === 'gone' ? { note: backAgain(here), met: 'unchanged' } : { note: here, met: 'unchanged' };
    }
    const found = follow(anchor.edition)?.follow([anchor.start, anchor.end]) ?? find(anchor);
    const at = found.fate === 'gone' ? null : anchorAt(next.text, found.range, next.ref);
    // Whoever keeps a note without a place is not asked again as long as nothing is found.
    if (at === null) return { note: isKept(note) ? note : { ...note, fate: 'gone', before: note.before ?? anchor }, met: 'gone' };
    const fate = note.fate === 'unchanged' || note.fate === 'gone' ? found.fate : worse(note.fate, found.fate);
    return { note: { ...note, anchor: at, fate, before: fate === 'unchanged' ? null : (note.before ?? anchor) }, met: found.fate };
  };
}

/** Notes of this edition come back as they are; of the others only place, fate and `before` change, never words or clock. */
export function placeNotes(notes: readonly Note[], next: Edition, held: (edition: EditionRef) => AnchorText | null): Placing {
  const counts = { unchanged: 0, reworded: 0, moved: 0, gone: 0 };
  const place = placerFor(next, held);
  const placed = notes.map((note) => {
    const { note: after, met } = place(note);
    if (met !== null) counts[met]++;
    return after;
  });
  return { notes: placed, counts };
}

/** A person has seen what became of the note, and leaves it there; one without a place is kept without one. */
export const acknowledged = (note: Note): Note => ({ ...note, fate: note.fate === 'gone' ? 'gone' : 'unchanged', before: null });

/** A person chose the place. */
export const placedAt = (note: Note, anchor: Anchor): Note => ({ ...note, anchor, fate: 'unchanged', before: null });

/** Its words are gone, and a person decided that it stays all the same. */
export const isKept = (note: Note): boolean => note.fate === 'gone' && note.before === null;

export const isSameEdition = (a: EditionRef, b: EditionRef): boolean => a.version === b.version && a.digest === b.digest;

/** The words where it stood last are there again; nobody has seen that they are not those it was put on, if so. */
function backAgain(note: Note): Note {
  const isFirstPlace = note.before === null || note.before.edition.digest === note.anchor.edition.digest;
  return isFirstPlace ? { ...note, fate: 'unchanged', before: null } : { ...note, fate: 'reworded' };
}

const order: readonly Fate[] = ['unchanged', 'moved', 'reworded', 'gone'];
/** What nobody has seen to yet is still to be seen after another edition. */
const worse = (a: Fate, b: Fate): Fate => (order.indexOf(a) > order.indexOf(b) ? a : b);

function quoteOf({ exact, prefix, suffix, start }: Anchor, text: string): Parameters<Haystack['find']>[0] {
  return { exact, prefix, suffix, position: Math.min(1, start / Math.max(1, text.length)) };
}
