// Notes out of a file -> the same notes in the newest edition that is held. What the file says about places is believed
// only where the words are really there; where little is known, a note that had no place does not get one by a guess.
import { type AnchorText, anchorAt } from './anchor-text.ts';
import type { Anchor, EditionRef, Note } from './model.ts';
import { type Edition, placeNotes } from './place-notes.ts';

export interface CarriedPorts {
  /** The edition of a reference, or null when it is not on this PC. */
  readonly held: (edition: EditionRef) => AnchorText | null;
  /** Pairs of words that a search for similar words compares: whether so many more may be. */
  readonly mayCompare: (pairs: number) => boolean;
}

const nowhere: EditionRef = { version: 0, digest: '' };

/** As many notes, in the same order. */
export function placeCarried(notes: readonly Note[], next: Edition, { held, mayCompare }: CarriedPorts): readonly Note[] {
  const textOf = (ref: EditionRef): AnchorText | null => (isIn(ref, next.ref) ? next.text : held(ref));
  const words = wordsIn(next.text.text);
  const checked = notes.map((note): { readonly note: Note; readonly isToPlace: boolean } => {
    const text = textOf(note.anchor.edition);
    const isTrue = text !== null && isTrueOf(note.anchor, text);
    const given = isTrue ? note : { ...note, anchor: { ...note.anchor, edition: nowhere } };
    if (isTrue && note.fate !== 'gone') return { note: given, isToPlace: true };
    // A person chose to keep it without a place.
    if (note.fate === 'gone' && note.before === null) return { note, isToPlace: false };
    if (isTrue) return { note: given, isToPlace: true };
    const { exact, prefix, suffix } = note.anchor;
    if (next.text.text.includes(exact) && exact.trim().length >= longEnough) return { note: given, isToPlace: true };
    // With both editions at hand its words were gone: similar ones prove less than that.
    if (note.fate === 'gone') return { note, isToPlace: false };
    if (mayCompare(wordsIn(prefix + exact + suffix) * words)) return { note: given, isToPlace: true };
    return { note: { ...given, fate: 'gone', before: note.before ?? note.anchor }, isToPlace: false };
  });
  const placed = placeNotes(
    checked.flatMap(({ note, isToPlace }) => (isToPlace ? [note] : [])),
    next,
    held,
  ).notes[Symbol.iterator]();
  return checked.map(({ note, isToPlace }) => (isToPlace ? (placed.next().value ?? note) : note));
}

// As in find-quote.ts: such words stand in one place only.
const longEnough = 24;

const isIn = (ref: EditionRef, other: EditionRef): boolean => ref.digest !== '' && ref.digest === other.digest;

/** Its words, context and block are those of that place. */
function isTrueOf(anchor: Anchor, inside: AnchorText): boolean {
  const there = anchorAt(inside, [anchor.start, anchor.end], anchor.edition);
  return (
    there !== null &&
    there.start === anchor.start &&
    there.end === anchor.end &&
    there.exact === anchor.exact &&
    there.block === anchor.block &&
    there.prefix === anchor.prefix &&
    there.suffix === anchor.suffix
  );
}

function wordsIn(text: string): number {
  let words = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const isWord = text.charCodeAt(at) > 0x20;
    if (isWord && !isInside) words++;
    isInside = isWord;
  }
  return words;
}
