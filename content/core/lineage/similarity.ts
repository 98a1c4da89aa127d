// How alike two texts are, by their words and pairs of neighbouring words: 0 for nothing in common, 1 for equal.

export interface Shingles {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly wordCount: number;
}

// Words beyond these do not make a block easier to recognise.
const maxWords = 2_000;

export function shinglesOf(text: string): Shingles {
  const list = (text.toLowerCase().match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).slice(0, maxWords);
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  list.forEach((word, index) => {
    words.set(word, (words.get(word) ?? 0) + 1);
    const pair = `${word} ${list[index + 1] ?? ''}`;
    if (index + 1 < list.length) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  return { words, pairs, wordCount: list.length };
}

/** Words weigh a little more than order: a sentence turned round is still that sentence. */
export function likeness(a: Shingles, b: Shingles): number {
  if (a.wordCount === 0 || b.wordCount === 0) return a.wordCount === b.wordCount ? 1 : 0;
  const words = (2 * shared(a.words, b.words)) / (a.wordCount + b.wordCount);
  if (a.wordCount === 1 && b.wordCount === 1) return words;
  const pairs = (2 * shared(a.pairs, b.pairs)) / Math.max(1, a.wordCount + b.wordCount - 2);
  return 0.6 * words + 0.4 * pairs;
}

/** How much of `part` stands in `whole`, by pairs of words: 1 when all of it. */
export function containment(part: Shingles, whole: Shingles): number {
  return part.wordCount < 2 ? 0 : shared(part.pairs, whole.pairs) / (part.wordCount - 1);
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, count] of small) sum += Math.min(count, large.get(key) ?? 0);
  return sum;
}
