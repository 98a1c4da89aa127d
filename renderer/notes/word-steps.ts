// Words in a block's text: which one a place is in, which comes next. A word is what stands between two spaces, without
// the signs at its ends, the same on every system.

export interface Word {
  readonly from: number;
  /** The first unit after it. */
  readonly to: number;
}

const words = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu;

export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(words)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }));

/** The word that a letter stands in, else the next one, else the last; null in a text without words. */
export function wordAt(text: string, offset: number): Word | null {
  const all = wordsIn(text);
  return all.find(({ to }) => to > offset) ?? all.at(-1) ?? null;
}

export const wordAfter = (text: string, offset: number): Word | null => wordsIn(text).find(({ from }) => from >= offset) ?? null;
export const wordBefore = (text: string, offset: number): Word | null => wordsIn(text).findLast(({ to }) => to <= offset) ?? null;
