// Find in page, on the page: ranges of the matches, painted with the CSS highlight registry.
import { findAll, firstFrom, fold, pieceAt } from './find-text.ts';
import { topEdge } from './scroll-place.tsx';

/** Ranges of all matches in the text of the page. */
export function findRanges(wanted: string): readonly Range[] {
  const page = document.querySelector('#main');
  if (!page || wanted.trim() === '') return [];
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest('button, .hidden-words, .stamp, .guide-checklist, .printed-notes, [data-suggested], svg')) continue;
    const own = parent.closest('p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, div, label, pre');
    // No match runs from one block into the next.
    if (own !== block) text += '\u0000';
    block = own;
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
  }
  const length = wanted.length;
  return findAll(fold(text), wanted).map((at) => {
    const range = document.createRange();
    place(range, 'setStart', nodes, starts, at);
    place(range, 'setEnd', nodes, starts, at + length - 1, 1);
    return range;
  });
}

function place(range: Range, end: 'setStart' | 'setEnd', nodes: readonly Text[], starts: readonly number[], at: number, after = 0): void {
  const piece = pieceAt(starts, at);
  const node = nodes[piece];
  if (node) range[end](node, Math.min(node.length, at - (starts[piece] ?? 0) + after));
}

export function paintMarks(ranges: readonly Range[], at: number): void {
  const now = ranges[at];
  CSS.highlights.set('found', new Highlight(...ranges));
  const present = now ? new Highlight(now) : new Highlight();
  // Over the other marks.
  present.priority = 1;
  CSS.highlights.set('found-now', present);
}

export function clearMarks(): void {
  CSS.highlights.delete('found');
  CSS.highlights.delete('found-now');
}

export function firstInView(ranges: readonly Range[]): number {
  const edge = topEdge();
  return firstFrom(
    ranges.map((range) => range.getBoundingClientRect().top),
    edge,
  );
}

/** Lower edge of what covers a match: the bar, and the find bar where the match would lie beneath it. */
function clearEdge(match: DOMRect): number {
  const bar = document.querySelector('.findbar')?.getBoundingClientRect();
  return bar && match.right > bar.left && match.left < bar.right ? Math.max(topEdge(), bar.bottom) : topEdge();
}

/** Scrolls only when the match is not in view: nothing moves that need not. */
export function showMatch(range: Range | undefined): void {
  if (!range) return;
  const box = range.getBoundingClientRect();
  const edge = clearEdge(box);
  const element = range.startContainer.parentElement;
  if (box.top >= edge + 8 && box.bottom <= innerHeight - 48) return;
  element?.closest('.table-scroll')?.scrollTo({ left: 0 });
  scrollBy({ top: box.top - edge - (innerHeight - edge) / 3, behavior: 'instant' });
}

/** Leaves the match selected, so that reading and copying go on from it. */
export function selectMatch(range: Range): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range.cloneRange());
  document.getElementById('main')?.focus({ preventScroll: true });
}
