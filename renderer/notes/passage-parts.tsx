// Which words of the guide on the page are meant: what is selected, else the block that has been landed on or has the
// focus. And which parts of which blocks a passage covers, before the notes process has said so.
import type { NotePart, ShownNote } from '../../electron/ipc/note-replies.ts';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import { blocksOn, passageOf, rangesOf, textOfBlock } from './page-places.tsx';

/** What is selected in the guide's text; null where nothing is. */
export function selectedPassage(article: HTMLElement | null): Passage | null {
  const selection = getSelection();
  if (!article || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  return passageOf(selection.getRangeAt(0), article);
}

/** With nothing selected, the block that a search, a link or a note has led to, while it is in view. */
export function meantPassage(article: HTMLElement | null): Passage | null {
  const selected = selectedPassage(article);
  if (selected || !article) return selected;
  const block = meantBlock(article);
  if (!block) return null;
  const range = document.createRange();
  range.selectNodeContents(block);
  return passageOf(range, article);
}

export function meantBlock(article: HTMLElement): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('.text [data-block]') ?? null;
  const block = focused && article.contains(focused) ? focused : article.querySelector<HTMLElement>('.text [data-block].landed');
  const box = block?.getBoundingClientRect();
  return box && box.bottom > 0 && box.top < innerHeight ? block : null;
}

export function partsOf(article: HTMLElement, { start, end }: Passage): readonly NotePart[] {
  const { all, byId } = blocksOn(article);
  const [first, last] = [byId.get(start.block), byId.get(end.block)];
  if (!first || !last) return [];
  return all.slice(all.indexOf(first), all.indexOf(last) + 1).flatMap((block): readonly NotePart[] => {
    const from = block === first ? start.offset : 0;
    const to = block === last ? end.offset : textOfBlock(block).text.length;
    return to > from ? [{ block: block.dataset.block as NotePart['block'], from, to }] : [];
  });
}

/** The words of a passage as a note keeps them: blocks apart by a line break. */
export function wordsOfParts(article: HTMLElement, parts: readonly NotePart[]): string {
  const { byId } = blocksOn(article);
  return parts.map(({ block, from, to }) => textOfBlock(byId.get(block) as HTMLElement).text.slice(from, to)).join('\n');
}

/** Boxes of the words in the view, line by line. */
export function boxesOf(article: HTMLElement, parts: readonly NotePart[]): readonly DOMRect[] {
  return rangesOf(parts, article).flatMap((range) => [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0));
}

/** The note that stands on just these words. */
export function noteOn(notes: readonly ShownNote[], { start, end }: Passage): ShownNote | null {
  const found = notes.find(({ note, parts }) => {
    const [first, last] = [parts[0], parts.at(-1)];
    return (
      !note.archived && first?.block === start.block && first.from === start.offset && last?.block === end.block && last.to === end.offset
    );
  });
  return found ?? null;
}
