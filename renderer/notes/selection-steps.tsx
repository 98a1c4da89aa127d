// What the arrow keys do to a selection in a guide's text: the keys of every text field on Windows, in words of the guide
// and nothing beside it.
import type { NotePart } from '../../electron/ipc/note-replies.ts';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import { topBlock } from '../reader/scroll-place.tsx';
import { blocksOn, passageOf, rangesOf, textOfBlock } from './page-places.tsx';
import { meantBlock } from './passage-parts.tsx';
import { type Word, wordAfter, wordAt, wordBefore } from './word-steps.ts';

export interface Step {
  readonly back: boolean;
  readonly unit: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph';
}

/** What a key does to a selection, as on Windows; null for any other key. */
export function stepFor({ key, ctrlKey }: KeyboardEvent): Step | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return { back: key === 'ArrowLeft', unit: ctrlKey ? 'word' : 'character' };
    case 'ArrowUp':
    case 'ArrowDown':
      return { back: key === 'ArrowUp', unit: ctrlKey ? 'paragraph' : 'line' };
    case 'Home':
    case 'End':
      return ctrlKey ? null : { back: key === 'Home', unit: 'lineboundary' };
    default:
      return null;
  }
}

export function selectFirstWord(page: HTMLElement, selection: Selection): boolean {
  const { all } = blocksOn(page);
  const first = meantBlock(page) ?? topBlock(page) ?? all[0];
  return selectWord(page, selection, Math.max(0, all.indexOf(first as HTMLElement)), 1, (text) => wordAfter(text, 0));
}

/** Selects a word of a block, or where it has none the first or last one of the next that has. */
function selectWord(page: HTMLElement, selection: Selection, at: number, by: 1 | -1, find: (text: string) => Word | null): boolean {
  const { all } = blocksOn(page);
  let wanted = find;
  for (let index = at; index >= 0 && index < all.length; index += by) {
    const block = all[index] as HTMLElement;
    const { text } = textOfBlock(block);
    const word = wanted(text);
    wanted = (other) => (by === 1 ? wordAfter(other, 0) : wordBefore(other, other.length));
    const parts = word ? [{ block: block.dataset.block as NotePart['block'], ...word }] : [];
    const ranges = rangesOf(parts, page);
    const [start, end] = [ranges[0], ranges.at(-1)];
    if (!start || !end) continue;
    selection.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
    return true;
  }
  return false;
}

export function extend(page: HTMLElement, selection: Selection, { back, unit }: Step): void {
  const { focusNode, focusOffset } = selection;
  const direction = back ? 'backward' : 'forward';
  selection.modify('extend', direction, unit === 'paragraph' ? 'paragraphboundary' : unit);
  // At the end of a block the boundary is where one is already: that of the next block is meant.
  if (unit === 'paragraph' && selection.focusNode === focusNode && selection.focusOffset === focusOffset) {
    selection.modify('extend', direction, 'character');
    selection.modify('extend', direction, 'paragraphboundary');
  }
  keepIn(page, selection, focusNode, focusOffset);
}

/** To another word, which is selected, so that one sees where one is. */
export function moveOn(page: HTMLElement, selection: Selection, { back, unit }: Step): void {
  const passage = passageOf(selection.getRangeAt(0), page);
  const { all, byId } = blocksOn(page);
  const by = back ? -1 : 1;
  const indexOf = (block: string): number => all.indexOf(byId.get(block) as HTMLElement);
  if (unit === 'line' || unit === 'lineboundary' || !passage) {
    const { focusNode, focusOffset } = selection;
    if (back) selection.collapseToStart();
    else selection.collapseToEnd();
    selection.modify('move', back ? 'backward' : 'forward', unit);
    keepIn(page, selection, focusNode, focusOffset);
    const place = letterAt(page, selection.getRangeAt(0), unit === 'lineboundary' && !back);
    if (place) selectWord(page, selection, indexOf(place.block), 1, (text) => wordAt(text, place.offset));
    return;
  }
  const { start, end } = passage;
  if (unit === 'paragraph') {
    const isAtStart = wordAfter(textOfBlock(byId.get(start.block) as Element).text, 0)?.from === start.offset;
    const from = back ? indexOf(start.block) - (isAtStart ? 1 : 0) : indexOf(end.block) + 1;
    selectWord(page, selection, from, by, (text) => wordAfter(text, 0));
  } else if (back) selectWord(page, selection, indexOf(start.block), by, (text) => wordBefore(text, start.offset));
  else selectWord(page, selection, indexOf(end.block), by, (text) => wordAfter(text, end.offset));
}

/** The letter after a caret, or the one before it. */
function letterAt(page: HTMLElement, caret: Range, before: boolean): Passage['start'] | null {
  const text = page.querySelector('.text');
  if (!text) return null;
  const range = document.createRange();
  range.selectNodeContents(text);
  if (before) range.setEnd(caret.startContainer, caret.startOffset);
  else range.setStart(caret.startContainer, caret.startOffset);
  const passage = passageOf(range, page);
  if (!passage) return null;
  return before ? { ...passage.end, offset: passage.end.offset - 1 } : passage.start;
}

/** A step out of the guide's text is not made. */
function keepIn(page: HTMLElement, selection: Selection, node: Node | null, offset: number): void {
  const text = page.querySelector('.text');
  if (node && text && !text.contains(selection.focusNode)) selection.extend(node, offset);
}
