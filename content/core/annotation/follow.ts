// A passage of the old edition -> where it stands in the new one, with both at hand. Most of what the passage says
// must have stayed; else it is gone, and a person decides.
import { alignTexts, type Range, type Stretch, wordRanges } from '../lineage/align.ts';
import { scalesOf } from './weigh.ts';

export type Followed =
  | { readonly fate: 'unchanged' | 'reworded' | 'moved'; readonly range: Range; readonly share: number }
  | { readonly fate: 'gone'; readonly share: number };

// Measured on real editions: of what was reworded at least .47 stays, of what was deleted at most .14 by chance.
const leastShare = 0.3;

export interface Editions {
  /** @param passage within the old text; may begin and end inside words. */
  follow(passage: Range): Followed;
}

/** Costs one comparison of the texts; each passage then costs its own length. */
export function followFrom(old: string, next: string): Editions {
  const stretches = alignTexts(old, next);
  const scales = scalesOf(old, next);
  const words = wordRanges(old);
  // Once for all passages: of hundreds of notes that is most of the work.
  const weights = words.map(([from, to]) => scales.weigh(old.slice(from, to)));
  const starts = stretches.map((stretch) => stretch.next[0]).sort((a, b) => a - b);
  const ends = stretches.map((stretch) => stretch.next[1]).sort((a, b) => a - b);
  return { follow: (passage) => follow(passage, { old, next, words, stretches, weights, starts, ends }) };
}

interface Compared {
  readonly old: string;
  readonly next: string;
  /** Of the old text. */
  readonly words: readonly Range[];
  readonly stretches: readonly Stretch[];
  /** Bits of each of the words. */
  readonly weights: readonly number[];
  /** Of the stretches in the new text, ascending. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

function follow([start, end]: Range, compared: Compared): Followed {
  const { old, next, stretches } = compared;
  const total = weightOf([start, end], compared);
  const parts: Part[] = [];
  for (let at = firstEndingAfter(stretches.length, (index) => (stretches[index] as Stretch).old[1], start); at < stretches.length; at++) {
    const stretch = stretches[at] as Stretch;
    if (stretch.old[0] >= end) break;
    parts.push(partOf(stretch, [start, end], compared));
  }
  const here = best(parts);
  const share = total === 0 ? 0 : here.weight / total;
  if (here.parts.length === 0 || share < leastShare) return { fate: 'gone', share };
  const kept: Range = [Math.min(...here.parts.map(({ range: [from] }) => from)), Math.max(...here.parts.map(({ range: [, to] }) => to))];
  const [first, last] = [here.parts[0] as Part, here.parts.at(-1) as Part];
  const range: Range = [
    kept[0] - reach(backwards(old.slice(start, first.from)), () => gapBefore(kept[0], compared)),
    kept[1] + reach(old.slice(last.to, end), () => gapAfter(kept[1], compared)),
  ];
  const isSame = squeeze(old.slice(start, end)) === squeeze(next.slice(...range));
  return { fate: isSame ? (here.moved ? 'moved' : 'unchanged') : 'reworded', range, share };
}

/**
 * At the edge of a passage a word may have stayed with another sign behind it ("hide," and "hide or delete,"): how many
 * characters of the new words beyond the edge still belong to it.
 */
function reach(lost: string, gap: () => string): number {
  const wanted = bareWords(lost);
  if (wanted.length === 0) return 0;
  let [reached, seen] = [0, 0];
  for (const { word, end } of bareWords(gap())) {
    // New words between may be as many as the lost ones; further away a word like "it" is another one.
    if (seen++ > wanted.length) break;
    const at = wanted.findIndex((each) => each.word === word);
    if (at < 0) continue;
    wanted.splice(0, at + 1);
    reached = end;
    seen = 0;
  }
  return reached;
}

const bareWords = (text: string): { readonly word: string; readonly end: number }[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({ word: match[0].toLowerCase(), end: match.index + match[0].length }));

/** New words between a place and what stays behind it. */
function gapAfter(place: number, { next, starts }: Compared): string {
  const at = firstEndingAfter(starts.length, (index) => starts[index] as number, place - 1);
  return next.slice(place, starts[at] ?? next.length);
}

/** The same before it, read from its end. */
function gapBefore(place: number, { next, ends }: Compared): string {
  const at = firstEndingAfter(ends.length, (index) => ends[index] as number, place);
  return backwards(next.slice(ends[at - 1] ?? 0, place));
}

const backwards = (text: string): string => text.split('').reverse().join('');

interface Part {
  /** In the old text. */
  readonly from: number;
  readonly to: number;
  readonly range: Range;
  readonly weight: number;
  readonly passage: number;
}

function partOf(stretch: Stretch, [start, end]: Range, compared: Compared): Part {
  const from = Math.max(start, stretch.old[0]);
  const to = Math.min(end, stretch.old[1]);
  const shift = stretch.next[0] - stretch.old[0];
  const weight = weightOf([from, to], compared);
  return { from, to, range: [from + shift, to + shift], weight, passage: stretch.passage };
}

/** What stayed in order together, or one passage that went elsewhere, whichever weighs most: never a range over both. */
function best(parts: readonly Part[]): { readonly parts: readonly Part[]; readonly weight: number; readonly moved: boolean } {
  const groups = new Map<number, { parts: Part[]; weight: number }>();
  for (const part of parts) {
    const group = groups.get(part.passage) ?? { parts: [], weight: 0 };
    group.parts.push(part);
    group.weight += part.weight;
    groups.set(part.passage, group);
  }
  let [found, moved] = [groups.get(0) ?? { parts: [], weight: 0 }, false];
  for (const [passage, group] of groups) if (passage !== 0 && group.weight > found.weight) [found, moved] = [group, true];
  return { ...found, moved };
}

/** Bits of the words in a range of the old text; of a word in part, by its letters. */
function weightOf([start, end]: Range, { old, words, weights }: Compared): number {
  let sum = 0;
  for (let at = firstEndingAfter(words.length, (index) => (words[index] as Range)[1], start); at < words.length; at++) {
    const [from, to] = words[at] as Range;
    if (from >= end) break;
    const weight = weights[at] as number;
    const isWhole = from >= start && to <= end;
    const share = isWhole ? 1 : letters(old.slice(Math.max(from, start), Math.min(to, end))) / Math.max(1, letters(old.slice(from, to)));
    sum += weight * share;
  }
  return sum;
}

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Position of the first range that ends after `place`; ranges (or numbers) ascend. */
function firstEndingAfter(count: number, endOf: (index: number) => number, place: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(middle) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
