// A passage as paragraphs, items and rows, and which of an older passage became which of a newer one: so that a paragraph
// that went is not read as half of the next one.

export interface Unit {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

// A line that begins a block though there is no blank line before it.
const opens = /^\s*(?:>\s?)*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\||\[!)/;

export function unitsOf(text: string): readonly Unit[] {
  const units: { from: number; to: number }[] = [];
  let at = 0;
  let isOpen = false;
  for (const line of text.split('\n')) {
    const last = units.at(-1);
    if (/^[\s>]*$/.test(line)) isOpen = false;
    else if (isOpen && last && !opens.test(line)) last.to = at + line.length;
    else {
      units.push({ from: at, to: at + line.length });
      isOpen = true;
    }
    at += line.length + 1;
  }
  return units.map(({ from, to }) => ({ from, to, words: wordsIn(text.slice(from, to)) }));
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const wordsOf = (units: readonly Unit[]): readonly string[] => units.flatMap(({ words }) => words);

/** Twice what they share by what they have together: 1 for the same words, 0 for no word in common (Dice). */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

// Below this two paragraphs only share the words that all paragraphs share.
export const alike = 0.4;

/** Pairs of positions, ascending in both, with the greatest likeness in all. */
export function pairUnits(old: readonly Unit[], next: readonly Unit[]): readonly (readonly [number, number])[] {
  const scores = old.map((a) => next.map((b) => likeness(a.words, b.words)));
  // best[x][y]: of what is left from x and y on.
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(next.length + 1));
  const at = (x: number, y: number): number => best[x]?.[y] ?? 0;
  const paired = (x: number, y: number): number => {
    const score = scores[x]?.[y] ?? 0;
    return score < alike ? 0 : score + at(x + 1, y + 1);
  };
  for (let x = old.length - 1; x >= 0; x--)
    for (let y = next.length - 1; y >= 0; y--) (best[x] as Float64Array)[y] = Math.max(at(x + 1, y), at(x, y + 1), paired(x, y));
  const pairs: [number, number][] = [];
  let [x, y] = [0, 0];
  while (x < old.length && y < next.length) {
    if (paired(x, y) > 0 && paired(x, y) >= at(x, y)) pairs.push([x++, y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  return pairs;
}
