// How much a word tells about where it stands, in bits: a word that is everywhere in a text tells nothing. Case does
// not count. What few words tell is what tells a passage apart; the number of words does not.
import { wordRanges } from '../lineage/align.ts';

export interface Scales {
  /** Bits of one word, at least a little: even "the" in its place is some evidence. */
  weigh(word: string): number;
}

const least = 0.5;

/** By the words of all of these texts together. */
export function scalesOf(...texts: readonly string[]): Scales {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    for (const range of wordRanges(text)) {
      const word = text.slice(...range).toLowerCase();
      counts.set(word, (counts.get(word) ?? 0) + 1);
      total++;
    }
  }
  const most = Math.log2(Math.max(2, total));
  return {
    weigh: (word) => Math.max(least, most - Math.log2(counts.get(word.toLowerCase()) ?? 1)),
  };
}
