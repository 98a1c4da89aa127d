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

/**
 * @param held the edition of a reference, or null when it is not on this PC.
 * Notes of this edition come back as they are; of the others only place, fate and `before` change, never words or clock.
 */
export function placeNotes(notes: readonly Note[], next: Edition, held: (edition: EditionRef) => AnchorText | null): Placing {
  const counts = { unchanged: 0, reworded: 0, moved: 0, gone: 0 };
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
  const place = (note: Note): Note => {
    const { anchor } = note;
    if (isSame(anchor.edition, next.ref)) return note;
    // An edition of the pack that left this guide as it was.
    if (anchor.edition.digest !== '' && anchor.edition.digest === next.ref.digest) {
      counts[note.fate === 'gone' ? 'gone' : 'unchanged']++;
      return { ...note, anchor: { ...anchor, edition: next.ref } };
    }
    const editions = follow(anchor.edition);
    haystack ??= haystackOf(next.text.text);
    const found = editions?.follow([anchor.start, anchor.end]) ?? haystack.find(quoteOf(anchor, next.text.text));
    const at = found.fate === 'gone' ? null : anchorAt(next.text, found.range, next.ref);
    counts[at === null ? 'gone' : found.fate]++;
    if (at === null) return { ...note, fate: 'gone', before: note.before ?? anchor };
    const fate = note.fate === 'unchanged' || note.fate === 'gone' ? found.fate : worse(note.fate, found.fate);
    return { ...note, anchor: at, fate, before: fate === 'unchanged' ? null : (note.before ?? anchor) };
  };
  return { notes: notes.map(place), counts };
}

/** A person has seen what became of the note, and leaves it there. */
export const acknowledged = (note: Note): Note => (note.fate === 'gone' ? note : { ...note, fate: 'unchanged', before: null });

/** A person chose the place. */
export const placedAt = (note: Note, anchor: Anchor): Note => ({ ...note, anchor, fate: 'unchanged', before: null });

const isSame = (a: EditionRef, b: EditionRef): boolean => a.version === b.version && a.digest === b.digest;

const order: readonly Fate[] = ['unchanged', 'moved', 'reworded', 'gone'];
/** What nobody has seen to yet is still to be seen after another edition. */
const worse = (a: Fate, b: Fate): Fate => (order.indexOf(a) > order.indexOf(b) ? a : b);

function quoteOf({ exact, prefix, suffix, start }: Anchor, text: string): Parameters<Haystack['find']>[0] {
  return { exact, prefix, suffix, position: Math.min(1, start / Math.max(1, text.length)) };
}
