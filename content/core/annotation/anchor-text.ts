// The text of a guide in which notes have their places: its blocks, a line break between two. What a person reads is
// in it, word for word; markup is not. Places are counted here, whatever shows the guide.
import type { BlockId } from '../base/ids.ts';
import type { Range } from '../lineage/align.ts';
import { type Anchor, type EditionRef, noteLimits } from './model.ts';

export interface AnchorText {
  readonly text: string;
  /** In reading order; together they cover all but the breaks between them. */
  readonly blocks: readonly { readonly id: BlockId | null; readonly start: number; readonly end: number }[];
}

/** @param ids one for each block; shorter lists leave the rest without one. */
export function anchorTextOf(blocks: readonly { readonly text: string }[], ids: readonly BlockId[]): AnchorText {
  let at = 0;
  const placed = blocks.map(({ text }, index) => {
    const start = at;
    at += text.length + 1;
    return { id: ids[index] ?? null, start, end: start + text.length };
  });
  return { text: blocks.map(({ text }) => text).join('\n'), blocks: placed };
}

/** The place of part of a block; null for a block that is not here. Offsets beyond the block are cut to it. */
export function rangeInBlock(inside: AnchorText, block: BlockId, from: number, to: number): Range | null {
  const found = inside.blocks.find(({ id }) => id === block);
  if (!found) return null;
  const clamp = (offset: number) => Math.min(found.end, found.start + Math.max(0, offset));
  return [clamp(from), clamp(to)];
}

/** Which part of which blocks a range covers, for whoever draws it; blocks that it only touches are left out. */
export function blocksIn(
  inside: AnchorText,
  [start, end]: Range,
): readonly { readonly id: BlockId; readonly from: number; readonly to: number }[] {
  const parts: { id: BlockId; from: number; to: number }[] = [];
  for (let at = firstEndingAfter(inside.blocks, start); at < inside.blocks.length; at++) {
    const block = inside.blocks[at] as AnchorText['blocks'][number];
    if (block.start >= end) break;
    const [from, to] = [Math.max(start, block.start) - block.start, Math.min(end, block.end) - block.start];
    if (block.id !== null && to > from) parts.push({ id: block.id, from, to });
  }
  return parts;
}

/** Null for a range without words. White space at its ends is left out. */
export function anchorAt(inside: AnchorText, range: Range, edition: EditionRef): Anchor | null {
  const { text, blocks } = inside;
  let [start, end] = [Math.max(0, range[0]), Math.min(text.length, range[1])];
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (start >= end) return null;
  return {
    edition,
    block: blocks[firstEndingAfter(blocks, start)]?.id ?? null,
    start,
    end,
    exact: text.slice(start, Math.min(end, start + noteLimits.exact)),
    prefix: text.slice(Math.max(0, start - noteLimits.context), start),
    suffix: text.slice(end, end + noteLimits.context),
  };
}

function firstEndingAfter(blocks: AnchorText['blocks'], place: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
