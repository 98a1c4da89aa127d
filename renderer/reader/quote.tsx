// What a person wants to quote: the words they selected, or, with nothing selected, the block they have landed on.
import { isBlockId } from '../../content/core/base/ids.ts';
import { wordsOf } from './prepare.tsx';

export interface Found {
  readonly quote: string;
  readonly section: string | null;
  readonly block: string | null;
}

export function quoteFrom(article: HTMLElement): Found | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (range && article.contains(range.commonAncestorContainer)) {
    const quote = textOf(range);
    if (quote.trim() !== '') return { quote, ...placeOf(article, elementOf(range.startContainer)) };
  }
  const landed = article.querySelector<HTMLElement>('.landed');
  return landed && inView(landed) ? { quote: wordsOf(landed), ...placeOf(article, landed) } : null;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Text of a range, a line for each block, without what is no part of the guide. */
function textOf(range: Range): string {
  const piece = range.cloneContents();
  for (const mark of piece.querySelectorAll('[data-not-text]')) mark.remove();
  for (const block of piece.querySelectorAll('[data-block], tr, p, li')) block.append('\n');
  for (const cell of piece.querySelectorAll('td, th')) cell.append(' ');
  return (piece.textContent ?? '').trim();
}

export function placeOf(article: HTMLElement, element: Element | null): Pick<Found, 'section' | 'block'> {
  const block = element?.closest('[data-block]')?.id ?? null;
  let section: string | null = null;
  for (const heading of article.querySelectorAll('.text :is(h2, h3, h4, h5, h6)')) {
    if (
      element &&
      heading !== element &&
      !heading.contains(element) &&
      !(heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    )
      break;
    section = wordsOf(heading);
  }
  return { section, block: block !== null && isBlockId(block) ? block : null };
}

function inView(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}
