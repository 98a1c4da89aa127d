// Where a page is scrolled to, in terms of its blocks, so that the place survives another text size or width.
import type { Spot } from '../state/history.ts';

// A page scrolled by less than this is at its top.
const nearTop = 60;

/** Lower edge of what sticks to the top of the window. */
export function topEdge(): number {
  const bar = document.querySelector('.bar');
  return bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0;
}

/** The first block that is in view, or null at the very top. */
export function topBlock(article: Element | null): HTMLElement | null {
  if (!article || scrollY < nearTop) return null;
  const edge = topEdge();
  for (const block of article.querySelectorAll<HTMLElement>('[data-block]'))
    if (block.getBoundingClientRect().bottom > edge + 4) return block;
  return null;
}

export function readSpot(article: Element | null): Spot {
  const block = topBlock(article);
  return block ? { block: block.id, offset: block.getBoundingClientRect().top } : { block: null, offset: scrollY };
}

export function restoreSpot(article: Element, spot: Spot): void {
  const block = spot.block === null ? null : findTarget(article, spot.block);
  if (block) scrollBy({ top: block.getBoundingClientRect().top - spot.offset, behavior: 'instant' });
  else scrollTo({ top: spot.offset, behavior: 'instant' });
}

/** Changes how the page looks while the block one reads stays where it is. */
export function keepingPlace(change: () => void): void {
  const article = document.querySelector('article.guide');
  const spot = readSpot(article);
  change();
  if (article && spot.block !== null) restoreSpot(article, spot);
}

/** The element that a block id, a heading's slug or a footnote's id names. */
export function findTarget(article: Element, target: string): HTMLElement | null {
  const name = CSS.escape(target);
  const found = article.querySelector<HTMLElement>(`#${name}`) ?? article.querySelector<HTMLElement>(`[data-slug="${name}"]`);
  return standingFor(found);
}

/** What an open suggestion changes is hidden: before it stands what is seen in its place. */
function standingFor(element: HTMLElement | null): HTMLElement | null {
  let hidden = element?.closest<HTMLElement>('[data-suggested]') ?? null;
  if (!hidden) return element;
  while (hidden?.matches('[data-suggested]')) hidden = hidden.previousElementSibling as HTMLElement | null;
  return hidden ?? element;
}

// Room above a block that is landed on: the label of its callout, or the sentence before, says where one is.
const context = { most: 140, share: 0.2 } as const;

/**
 * Scrolls now, and once more before the paint: what a page's first layout brings with it (its outline beside the
 * text) changes the width of the text and so moves every block.
 */
export function settle(scroll: () => void): void {
  scroll();
  queueMicrotask(scroll);
}

function bringIntoView(element: HTMLElement): void {
  if (!element.isConnected) return;
  if (element.matches('h2, h3, h4, h5, h6')) {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    return;
  }
  const edge = topEdge();
  const room = Math.min(context.most, (innerHeight - edge) * context.share);
  scrollBy({ top: element.getBoundingClientRect().top - edge - room, behavior: 'instant' });
}

/** Brings an element into view under the bar and marks its margin once. */
export function landOn(element: HTMLElement, focus: boolean): void {
  settle(() => bringIntoView(element));
  for (const before of document.querySelectorAll('.landed')) before.classList.remove('landed');
  // Starts the animation anew when it is the same element as before.
  void element.offsetWidth;
  element.classList.add('landed');
  if (!focus) return;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
