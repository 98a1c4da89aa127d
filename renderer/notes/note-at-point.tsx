// Which notes' words are under the pointer. The caret nearest to a point may be far away from it (beyond the end of a
// line), so the letter beside it must hold the point.
import { notesAt, type PageNote } from './mark-model.ts';
import { textOfBlock } from './page-places.tsx';

/** The shortest first; none where the point is on no words of notes. */
export function notesAtPoint(notes: readonly PageNote[], x: number, y: number): readonly PageNote[] {
  if (notes.length === 0) return [];
  const caret = document.caretPositionFromPoint(x, y);
  const node = caret?.offsetNode;
  if (!caret || !(node instanceof Text)) return [];
  const block = node.parentElement?.closest<HTMLElement>('.text [data-block]');
  if (!block) return [];
  const letter = [caret.offset, caret.offset - 1].find((at) => holds(node, at, x, y));
  if (letter === undefined) return [];
  const run = textOfBlock(block).runs.find(({ piece, from, length }) => piece === node && from <= letter && letter < from + length);
  return run ? notesAt(notes, block.dataset.block ?? '', run.at + letter - run.from) : [];
}

function holds(node: Text, at: number, x: number, y: number): boolean {
  if (at < 0 || at >= node.length) return false;
  const letter = new Range();
  letter.setStart(node, at);
  letter.setEnd(node, at + 1);
  return [...letter.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}
