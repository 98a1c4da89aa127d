// Which blocks of a guide a proposed text touches, told by lines alone: a thousandth of the work of parsing every proposal,
// so that thousands can be put beside each other. For people there is `block-edits.ts`.
import type { BlockId } from '../base/ids.ts';
import { shortestEdit } from '../lineage/shortest-edit.ts';
import { squeezed } from './tokens.ts';

export interface Touch {
  /** In reading order; empty for what is put between blocks, for front matter, and for blocks that are gone today. */
  readonly blocks: readonly BlockId[];
  /** Where there are no blocks: the last one before it; null: before the first. */
  readonly after: BlockId | null;
  /** Whole lines; blocks are whole as far as they are touched. */
  readonly old: string;
  readonly next: string;
  /** Of the text it was made from, counted from 0; the second is behind the last. */
  readonly lines: readonly [from: number, to: number];
}

/** A text with the place of its blocks, made once for all proposals that start from it. */
export interface LinedText {
  readonly lines: readonly string[];
  /** In reading order. `from` counts lines from 0, `to` is behind the last. */
  readonly blocks: readonly { readonly id: BlockId | null; readonly from: number; readonly to: number }[];
}

/** @param ids one for each block, null for what has none today */
export function linedText(
  source: string,
  blocks: readonly { readonly lines: readonly [number, number] }[],
  ids: readonly (BlockId | null)[],
): LinedText {
  return {
    lines: linesOf(source),
    blocks: blocks.map(({ lines: [first, last] }, at) => ({ id: ids[at] ?? null, from: first - 1, to: last })),
  };
}

/** In reading order. White space alone is no touch. */
export function touchesOf(base: LinedText, proposed: string): readonly Touch[] {
  const next = linesOf(proposed);
  const touches: Touch[] = [];
  for (const { from, to, nextFrom, nextTo } of regionsOf(base, hunksBetween(base.lines, next))) {
    const [old, written] = [base.lines.slice(from, to).join('\n'), next.slice(nextFrom, nextTo).join('\n')];
    if (squeezed(old) === squeezed(written)) continue;
    const inside = base.blocks.filter((block) => block.from < to && block.to > from).flatMap(({ id }) => id ?? []);
    const before = base.blocks.filter((block) => block.id !== null && block.to <= from).at(-1)?.id ?? null;
    touches.push({
      blocks: [...new Set(inside)],
      after: inside.length > 0 ? null : before,
      old: old.trimEnd(),
      next: written.trim() === '' ? '' : written.trimEnd(),
      lines: [from, to],
    });
  }
  return touches;
}

/** Where two texts differ, in lines of the first. */
export const differingLines = (base: LinedText, other: string): readonly (readonly [from: number, to: number])[] =>
  hunksBetween(base.lines, linesOf(other)).map(({ from, to }) => [from, to]);

/** Lines of two texts, counted from 0; the seconds are behind the last. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly nextFrom: number;
  readonly nextTo: number;
}

/** Runs of lines that differ. Most proposals change a line or two: what is the same at both ends is not searched. */
export function hunksBetween(old: readonly string[], next: readonly string[]): readonly Hunk[] {
  const shorter = Math.min(old.length, next.length);
  let [start, end] = [0, 0];
  while (start < shorter && old[start] === next[start]) start++;
  while (end < shorter - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end++;
  const [middle, written] = [old.slice(start, old.length - end), next.slice(start, next.length - end)];
  const hunks: Hunk[] = [];
  let [a, b] = [0, 0];
  for (const [x, y] of [...shortestEdit(middle, written), [middle.length, written.length] as const]) {
    if (x > a || y > b) hunks.push({ from: start + a, to: start + x, nextFrom: start + b, nextTo: start + y });
    [a, b] = [x + 1, y + 1];
  }
  return hunks;
}

/** Hunks grown to whole blocks; those that meet in one block become one. */
function regionsOf({ blocks }: LinedText, hunks: readonly Hunk[]): readonly Hunk[] {
  const regions: Hunk[] = [];
  for (const hunk of hunks) {
    let { from, to, nextFrom } = hunk;
    for (const block of blocks) {
      // What is put between two lines of a block is in it; what is put before its first line is not.
      const isIn = hunk.from === hunk.to ? block.from < hunk.from && block.to > hunk.from : block.from < hunk.to && block.to > hunk.from;
      if (isIn) [from, to] = [Math.min(from, block.from), Math.max(to, block.to)];
    }
    // Lines outside hunks are the same on both sides, so both sides grow alike.
    nextFrom -= hunk.from - from;
    for (let last = regions.at(-1); last && from < last.to; last = regions.at(-1)) {
      regions.pop();
      nextFrom = last.nextFrom - Math.max(0, last.from - from);
      [from, to] = [Math.min(from, last.from), Math.max(to, last.to)];
    }
    regions.push({ from, to, nextFrom, nextTo: hunk.nextTo + (to - hunk.to) });
  }
  return regions;
}

/** Line ends are taken as `\n`. */
export const linesOf = (source: string): readonly string[] => (source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source).split('\n');
