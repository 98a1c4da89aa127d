// From what is selected on the page to blocks and offsets in their text (core/guide `Block.text`), and back to ranges.
// Reads the guide's nodes and never changes them; each block is walked once, and what was found goes with its element.
import type { NotePart } from '../../electron/ipc/note-replies.ts';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import { type BlockText, buildBlockText, firstOf, type Run } from './block-text.ts';

type Piece = Text | Element;

const texts = new WeakMap<Element, BlockText<Piece>>();
interface Blocks {
  readonly all: readonly HTMLElement[];
  readonly byId: ReadonlyMap<string, HTMLElement>;
}
const pages = new WeakMap<HTMLElement, Blocks>();

/** The words of a block's element, with the page's node for each of them. */
export function textOfBlock(block: Element): BlockText<Piece> {
  const known = texts.get(block);
  if (known) return known;
  const builder = buildBlockText<Piece>();
  const rows = block.querySelectorAll('tr');
  if (rows.length === 0) walk(block, builder);
  rows.forEach((row, at) => {
    if (at > 0) builder.part('\n');
    [...row.children].forEach((cell, column) => {
      if (column > 0) builder.part('\t');
      walk(cell, builder);
    });
  });
  const text = builder.done();
  texts.set(block, text);
  return text;
}

function walk(element: Element, builder: ReturnType<typeof buildBlockText<Piece>>): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) builder.add(node, node.data);
    else if (node instanceof HTMLImageElement) builder.picture(node, node.alt);
    else if (!(node instanceof HTMLElement)) builder.interrupt();
    else if (node.dataset.alt !== undefined) builder.picture(node, node.dataset.alt);
    else if (node.dataset.notText !== undefined) builder.interrupt();
    else walk(node, builder);
  }
}

/** The blocks of the guide on the page, in reading order. */
export function blocksOn(article: HTMLElement): Blocks {
  const known = pages.get(article);
  // Another document brings other elements; marks among them are none.
  if (known && known.all[0] === (article.querySelector('.text [data-block]') ?? undefined)) return known;
  const all = [...article.querySelectorAll<HTMLElement>('.text [data-block]')];
  const blocks = { all, byId: new Map(all.map((block) => [block.dataset.block ?? '', block])) };
  pages.set(article, blocks);
  return blocks;
}

interface Spot {
  /** Position of the block. */
  readonly at: number;
  readonly offset: number;
}

/** What a range holds of the guide's words, from its first to its last letter; null where it holds none. */
export function passageOf(range: Range, article: HTMLElement): Passage | null {
  const { all } = blocksOn(article);
  if (range.startContainer.getRootNode() !== article.getRootNode()) return null;
  const start = firstLetter(all, range);
  const end = lastLetter(all, range);
  if (!start || !end || start.at > end.at || (start.at === end.at && start.offset >= end.offset)) return null;
  return { start: named(all, start), end: named(all, end) };
}

const named = (blocks: readonly HTMLElement[], { at, offset }: Spot): Passage['start'] => ({
  block: blocks[at]?.dataset.block as Passage['start']['block'],
  offset,
});

const isLetter = (text: string, at: number): boolean => /\S/.test(text.charAt(at));

/** The first letter that does not stand before the range. */
function firstLetter(blocks: readonly HTMLElement[], range: Range): Spot | null {
  const point = range.cloneRange();
  point.collapse(true);
  const { startContainer: node, startOffset } = point;
  for (let at = firstOf(blocks, (block) => point.comparePoint(block, block.childNodes.length) >= 0); at < blocks.length; at++) {
    const { text, runs } = textOfBlock(blocks[at] as Element);
    for (const run of runs) {
      const from = run.piece === node && !run.whole ? Math.max(run.from, startOffset) : isBefore(point, run) ? null : run.from;
      if (from === null || (!run.whole && from >= run.from + run.length)) continue;
      for (let offset = run.at + from - run.from; offset < text.length; offset++) if (isLetter(text, offset)) return { at, offset };
      break;
    }
  }
  return null;
}

/** The place after the last letter that does not stand behind the range. */
function lastLetter(blocks: readonly HTMLElement[], range: Range): Spot | null {
  const point = range.cloneRange();
  point.collapse(false);
  const { endContainer: node, endOffset } = point;
  for (let at = firstOf(blocks, (block) => point.comparePoint(block, 0) > 0) - 1; at >= 0; at--) {
    const { text, runs } = textOfBlock(blocks[at] as Element);
    for (const run of runs.toReversed()) {
      const end = run.from + run.length;
      const to = run.piece === node && !run.whole ? Math.min(end, endOffset) : isBehind(point, run) ? null : end;
      if (to === null || to <= run.from) continue;
      for (let offset = run.at + to - run.from; offset > 0; offset--) if (isLetter(text, offset - 1)) return { at, offset };
      break;
    }
  }
  return null;
}

const isBefore = (point: Range, { piece, from, whole }: Run<Piece>): boolean =>
  point.comparePoint(piece, whole ? piece.childNodes.length : from) < 0;

const isBehind = (point: Range, { piece, from, length, whole }: Run<Piece>): boolean =>
  point.comparePoint(piece, whole ? 0 : from + length) > 0;

/** Ranges over the words of the parts and nothing else, in reading order; a part of a block that is not here has none. */
export function rangesOf(parts: readonly NotePart[], article: HTMLElement): Range[] {
  const { byId } = blocksOn(article);
  return parts.flatMap(({ block, from, to }) => {
    const element = byId.get(block);
    return element ? rangesIn(textOfBlock(element).runs, from, to) : [];
  });
}

function rangesIn(runs: readonly Run<Piece>[], from: number, to: number): Range[] {
  const ranges: Range[] = [];
  let stretch = -1;
  for (let index = firstOf(runs, (run) => run.at + run.length > from); index < runs.length; index++) {
    const run = runs[index] as Run<Piece>;
    if (run.at >= to) break;
    const start = run.from + Math.max(0, from - run.at);
    const end = run.from + Math.min(run.length, to - run.at);
    if (run.stretch !== stretch) {
      const range = new Range();
      if (run.whole) range.selectNode(run.piece);
      else range.setStart(run.piece, start);
      ranges.push(range);
    }
    if (!run.whole) ranges.at(-1)?.setEnd(run.piece, end);
    stretch = run.stretch;
  }
  return ranges;
}
