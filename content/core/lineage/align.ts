// Two editions of a text -> which stretches of the old one stand in the new one, and where: first in order, by the
// fewest changed words, then passages that went elsewhere, changed on the way or not. Says what stayed, never what a change means.
import { shortestEdit } from './shortest-edit.ts';
import { strayedLines } from './strayed.ts';
import { travelled } from './travelled.ts';

/** From the first character up to but not including the last; UTF-16 units, as everywhere in strings. */
export type Range = readonly [start: number, end: number];

/** Equal text, character by character. */
export interface Stretch {
  readonly old: Range;
  readonly next: Range;
  /** 0: in its order. Else the number of the passage, of one or more stretches, that went elsewhere. */
  readonly passage: number;
}

/** Ascending in `old`. Words are what white space parts; white space that changed parts a stretch in two. */
export function alignTexts(old: string, next: string): readonly Stretch[] {
  const [before, after] = [wordRanges(old), wordRanges(next)];
  const [oldWords, nextWords] = [before.map((range) => old.slice(...range)), after.map((range) => next.slice(...range))];
  const partner = new Int32Array(before.length).fill(-1);
  const isTaken = new Uint8Array(after.length);
  const passage = new Int32Array(before.length);
  const pair = (from: number, to: number, number: number): void => {
    partner[from] = to;
    isTaken[to] = 1;
    passage[from] = number;
  };
  const isGone = (at: number): boolean => partner[at] === -1;
  const isNew = (at: number): boolean => isTaken[at] === 0;
  for (const [from, to] of shortestEdit(oldWords, nextWords)) pair(from, to, 0);
  let passages = 0;
  // Whole lines before parts of lines: a sentence of a line that strayed must not be torn from the rest of it.
  const [oldLines, nextLines] = [freeLines(old, before, isGone), freeLines(next, after, isNew)];
  const spell = (line: readonly number[], words: readonly string[]) => line.map((at) => words[at] as string);
  for (const { from, to } of strayedLines(
    oldLines.map((line) => spell(line, oldWords).join(' ')),
    nextLines.map((line) => spell(line, nextWords).join(' ')),
  )) {
    const [here, there] = [oldLines[from] as readonly number[], nextLines[to] as readonly number[]];
    passages++;
    for (const [a, b] of shortestEdit(spell(here, oldWords), spell(there, nextWords)))
      pair(here[a] as number, there[b] as number, passages);
  }
  for (const { from, to, length } of travelled(oldWords, nextWords, isGone, isNew)) {
    passages++;
    for (let step = 0; step < length; step++) pair(from + step, to + step, passages);
  }

  const stretches: { old: [number, number]; next: [number, number]; passage: number }[] = [];
  before.forEach(([start, end], at) => {
    const to = after[partner[at] as number];
    if (!to) return;
    const last = stretches.at(-1);
    const follows = at > 0 && partner[at] === (partner[at - 1] as number) + 1 && passage[at] === passage[at - 1];
    if (last && follows && old.slice(last.old[1], start) === next.slice(last.next[1], to[0])) {
      last.old[1] = end;
      last.next[1] = to[1];
    } else stretches.push({ old: [start, end], next: [to[0], to[1]], passage: passage[at] as number });
  });
  return stretches;
}

/** Free words of each line that is mostly free, by their positions. */
function freeLines(text: string, words: readonly Range[], isFree: (at: number) => boolean): readonly (readonly number[])[] {
  const lines: number[][] = [];
  words.forEach(([start], at) => {
    const isFirst = at === 0 || text.slice((words[at - 1] as Range)[1], start).includes('\n');
    if (isFirst) lines.push([]);
    lines.at(-1)?.push(at);
  });
  return lines
    .map((line) => [line.filter(isFree), line.length] as const)
    .flatMap(([free, length]) => (free.length * 3 >= length * 2 ? [free] : []));
}

/** Every word with its place. */
export function wordRanges(text: string): readonly Range[] {
  return Array.from(text.matchAll(/\S+/gu), (match): Range => [match.index, match.index + match[0].length]);
}
