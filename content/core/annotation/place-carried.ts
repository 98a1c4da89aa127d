// Notes out of a file -> the same notes in the newest edition that is held. What the file says about places is believed
// only where the words are really there; where little is known, a note that had no place does not get one by a guess.
import { type AnchorText, anchorAt } from './anchor-text.ts';
import type { Anchor, EditionRef, Note } from './model.ts';
import { type Edition, isKept, type Placer } from './place-notes.ts';

export interface CarriedPorts {
  /** The edition of a reference, or null when it is not on this PC. */
  readonly held: (edition: EditionRef) => AnchorText | null;
  /** Into the newest edition. */
  readonly place: Placer;
  /** Pairs of words that a search for similar words compares: whether so many more may be. */
  readonly mayCompare: (pairs: number) => boolean;
}

const nowhere: EditionRef = { version: 0, digest: '' };

/** As many notes, in the same order. */
export function placeCarried(notes: readonly Note[], next: Edition, { held, place, mayCompare }: CarriedPorts): readonly Note[] {
  const words = wordsIn(next.text.text);
  return notes.map((note) => {
    const { anchor } = note;
    const text = isIn(anchor.edition, next.ref) ? next.text : held(anchor.edition);
    if (text !== null && isTrueOf(anchor, text)) return isKept(note) ? note : place(note).note;
    const given = { ...note, anchor: { ...anchor, edition: nowhere } };
    const isThere = next.text.text.includes(anchor.exact) && anchor.exact.trim().length >= longEnough;
    // A person chose to keep it without a place; or with both editions at hand its words were gone, and similar ones prove less.
    if (isKept(note) || (note.fate === 'gone' && !isThere)) return note;
    if (isThere || mayCompare(wordsIn(anchor.prefix + anchor.exact + anchor.suffix) * words)) return place(given).note;
    return { ...given, fate: 'gone', before: note.before ?? anchor };
  });
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
