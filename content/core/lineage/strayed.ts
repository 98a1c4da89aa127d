// Lines that left their place and were changed on the way: what is left of the old text is compared with what is new,
// line by line, and only a close likeness counts.
import { likeness, type Shingles, shinglesOf } from './similarity.ts';

export interface Strayed {
  /** Positions among the given lines. */
  readonly from: number;
  readonly to: number;
}

// As trace.ts asks of blocks that are found elsewhere: by chance, sentences of one guide score below .25.
const alike = 0.7;
// "Yes", "Check the name": short lines look like each other everywhere.
const wordsToStray = 6;
// A word pair found in more lines than this tells nothing about which one is meant.
const maxPosting = 24;

/** Best pairs first, each line once. */
export function strayedLines(old: readonly string[], next: readonly string[]): readonly Strayed[] {
  const before = old.map(shinglesOf);
  const postings = new Map<string, number[]>();
  before.forEach((shingles, index) => {
    if (shingles.wordCount < wordsToStray) return;
    for (const pair of shingles.pairs.keys()) {
      const list = postings.get(pair);
      if (list) list.push(index);
      else postings.set(pair, [index]);
    }
  });
  const found: (Strayed & { readonly score: number })[] = [];
  next.forEach((line, to) => {
    const shingles = shinglesOf(line);
    if (shingles.wordCount < wordsToStray) return;
    const likely = new Set<number>();
    for (const pair of shingles.pairs.keys()) {
      const list = postings.get(pair) ?? [];
      if (list.length <= maxPosting) for (const from of list) likely.add(from);
    }
    for (const from of likely) {
      const score = likeness(before[from] as Shingles, shingles);
      if (score >= alike) found.push({ from, to, score });
    }
  });
  const [given, taken] = [new Set<number>(), new Set<number>()];
  return found
    .sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      if (given.has(from) || taken.has(to)) return false;
      given.add(from);
      taken.add(to);
      return true;
    })
    .map(({ from, to }) => ({ from, to }));
}
