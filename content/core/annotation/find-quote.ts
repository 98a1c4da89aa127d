// A quote with its context -> where it stands in a text, when the edition that it was made on is not at hand. Every
// place where the words could stand is weighed, context and all; what is too little, or could be two places, is none.
import { type Range, wordRanges } from '../lineage/align.ts';
import { type Scales, scalesOf } from './weigh.ts';

/** TextQuoteSelector (W3C Web Annotation 4.2.4), with the place that it had, as a share of the whole text. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** From 0 up to 1; null when not known. */
  readonly position: number | null;
}

export type Found =
  | { readonly fate: 'unchanged' | 'reworded'; readonly range: Range; readonly share: number }
  | { readonly fate: 'gone'; readonly share: number };

export interface Haystack {
  find(quote: Quote): Found;
}

// Half of what the quote says: more than where both editions are at hand, because chance has the whole text to choose from.
const leastShare = 0.5;
// Bits that a changed or missing word costs, on either side: few, so that a sentence with a new clause stays one.
const gap = { quote: 1.2, text: 1 } as const;
/** Two words that follow each other in both prove more than the same two words apart. */
const adjacent = 2.5;
/** The whole length of the text away: as much as a rare word. */
const distance = 4;

export function haystackOf(text: string): Haystack {
  const words = wordRanges(text);
  const spelled = words.map((range) => text.slice(...range));
  const scales = scalesOf(text);
  return { find: (quote) => exactly(quote, text) ?? nearly(quote, { text, words, spelled, scales }) };
}

/** Character by character: the place whose context fits best, and of equal ones the nearest. */
function exactly({ exact, prefix, suffix, position }: Quote, text: string): Found | null {
  if (exact === '') return null;
  let best: { readonly at: number; readonly fit: number } | null = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const away = position === null ? 0 : Math.abs(at / Math.max(1, text.length) - position);
    const fit =
      commonTail(prefix, text.slice(Math.max(0, at - prefix.length), at)) + commonHead(suffix, text.slice(at + exact.length)) - away;
    if (!best || fit > best.fit) best = { at, fit };
  }
  // Words that stand everywhere must stand in their context.
  if (!best || (best.fit < leastFit && exact.trim().length < longEnough)) return null;
  return { fate: 'unchanged', range: [best.at, best.at + exact.length], share: 1 };
}

const longEnough = 24;
const leastFit = 6;

interface Text {
  readonly text: string;
  readonly words: readonly Range[];
  readonly spelled: readonly string[];
  readonly scales: Scales;
}

/** Local alignment by words (Smith and Waterman, 1981): the quote in its context against the whole text. */
function nearly({ exact, prefix, suffix, position }: Quote, { words, spelled, scales, text }: Text): Found {
  // A context cut in the middle of a word has half a word at its end.
  const before = prefix.split(/\s+/).filter((word, at) => word !== '' && (at > 0 || /^\s/.test(prefix)));
  const quoted = exact.split(/\s+/).filter(Boolean);
  const after = suffix.split(/\s+/).filter((word, at, all) => word !== '' && (at < all.length - 1 || /\s$/.test(suffix)));
  const pattern = [...before, ...quoted, ...after];
  const weights = pattern.map((word) => scales.weigh(word));
  const width = spelled.length + 1;
  const score = new Float32Array((pattern.length + 1) * width);
  const step = new Uint8Array(score.length);
  let best = { value: 0, row: 0, column: 0 };
  for (let row = 1; row <= pattern.length; row++) {
    for (let column = 1; column < width; column++) {
      const cell = row * width + column;
      let [value, how] = [0, 0];
      const isEqual = pattern[row - 1] === spelled[column - 1];
      if (isEqual) {
        const diagonal = cell - width - 1;
        value = (score[diagonal] as number) + (weights[row - 1] as number) + (step[diagonal] === 1 ? adjacent : 0);
        how = 1;
      }
      const up = (score[cell - width] as number) - gap.quote;
      if (up > value) [value, how] = [up, 2];
      const left = (score[cell - 1] as number) - gap.text;
      if (left > value) [value, how] = [left, 3];
      score[cell] = value;
      step[cell] = how;
      if (!isEqual) continue;
      const near = position === null ? 0 : distance * (1 - Math.abs((words[column - 1] as Range)[0] / Math.max(1, text.length) - position));
      if (value + near > best.value) best = { value: value + near, row, column };
    }
  }
  const kept: number[] = [];
  let weight = 0;
  for (let [row, column] = [best.row, best.column]; row > 0 && column > 0; ) {
    const how = step[row * width + column];
    if (how === 0) break;
    if (how === 1 && row > before.length && row <= before.length + quoted.length) {
      kept.unshift(column - 1);
      weight += weights[row - 1] as number;
    }
    if (how !== 3) row--;
    if (how !== 2) column--;
  }
  const total = weights.slice(before.length, before.length + quoted.length).reduce((sum, bits) => sum + bits, 0);
  const share = total === 0 ? 0 : weight / total;
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined || share < leastShare) return { fate: 'gone', share };
  return { fate: 'reworded', range: [(words[first] as Range)[0], (words[last] as Range)[1]], share };
}

function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
