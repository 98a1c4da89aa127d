// What each line of the text is part of, and the space above it, so that it stands as the guide sets it. A blank line
// between blocks is that space; the caret passes over it.
import type { Text } from '@codemirror/state';
import type { Piece } from './markup.ts';

/** Names of the distances that reading.css sets between two blocks. */
export type Space = 'gap' | 'close' | 'close-h3' | 'h2' | 'h3' | 'h4' | 'item' | 'callout' | 'table' | 'rule' | 'tight' | 'none';

export interface LineShape {
  /** Start of the line. */
  readonly at: number;
  readonly classes: readonly string[];
}

export interface Shapes {
  readonly lines: readonly LineShape[];
  /** Blank lines with the line ends around them: never a place for the caret. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

interface Known {
  kind: 'text' | 'heading' | 'item' | 'table' | 'fence' | 'rule';
  level: number;
  depth: number;
  quote: Extract<Piece, { kind: 'quote' }> | null;
  label: boolean;
  task: boolean;
  /** Where its list begins: two lists are two blocks. */
  list: number;
}

/** @param caret numbers of the lines that the caret stands in: they are shown even when they are blank. */
export function lineShapes(doc: Text, pieces: readonly Piece[], from: number, to: number, caret: ReadonlySet<number>): Shapes {
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(Math.min(to, doc.length)).number];
  const known = knownLines(doc, pieces);
  const lines: LineShape[] = [];
  const gaps: { from: number; to: number }[] = [];
  let before = lastWritten(doc, first - 1);
  for (let at = first; at <= last; at++) {
    const line = doc.line(at);
    if (isBlank(line.text) && !caret.has(at)) {
      let end = at;
      while (end < doc.lines && isBlank(doc.line(end + 1).text) && !caret.has(end + 1)) end++;
      const after = end < doc.lines ? end + 1 : 0;
      for (let blank = at; blank <= end; blank++) {
        const space = blank > at || before === 0 || after === 0 ? 'none' : spaceBetween(known.get(before), known.get(after), false);
        lines.push({ at: doc.line(blank).from, classes: ['ed-gap', `ed-space-${space}`] });
      }
      if (before > 0 && after > 0) gaps.push({ from: doc.line(before).to, to: doc.line(after).from });
      at = end;
      before = after;
      if (after > 0) lines.push({ at: doc.line(after).from, classes: classesOf(known.get(after)) });
      at = after > 0 ? after : end;
      continue;
    }
    const space = before === at - 1 && before > 0 ? spaceBetween(known.get(before), known.get(at), true) : 'none';
    lines.push({ at: line.from, classes: [...classesOf(known.get(at)), ...(space === 'none' ? [] : ['ed-starts', `ed-space-${space}`])] });
    before = at;
  }
  return { lines: lines.filter(({ classes }) => classes.length > 0), gaps };
}

/** Between two paragraphs of a quote a blank line has its sign. */
export const isBlank = (text: string): boolean => /^[\s>]*$/.test(text);

function lastWritten(doc: Text, line: number): number {
  let at = line;
  while (at > 0 && isBlank(doc.line(at).text)) at--;
  return at;
}

function knownLines(doc: Text, pieces: readonly Piece[]): ReadonlyMap<number, Known> {
  const known = new Map<number, Known>();
  const fill = (piece: Piece, patch: Partial<Known>, all = true): void => {
    const [top, end] = [doc.lineAt(piece.from).number, doc.lineAt(piece.to).number];
    for (let line = top; line <= (all ? end : top); line++)
      known.set(line, { kind: 'text', level: 0, depth: 0, quote: null, label: false, task: false, list: -1, ...known.get(line), ...patch });
  };
  for (const piece of pieces) {
    if (piece.kind === 'heading') fill(piece, { kind: 'heading', level: piece.level });
    else if (piece.kind === 'quote') fill(piece, { quote: piece });
    else if (piece.kind === 'callout') fill(piece, { label: true }, false);
    else if (piece.kind === 'table' || piece.kind === 'fence' || piece.kind === 'rule') fill(piece, { kind: piece.kind });
    else if (piece.kind === 'item') fill(piece, { kind: 'item', depth: piece.depth }, false);
    else if (piece.kind === 'box') fill(piece, { task: true }, false);
    else if (piece.kind === 'inner') fill(piece, { depth: piece.depth, ...(piece.depth === 1 ? { list: piece.list } : {}) });
  }
  return known;
}

function classesOf(line: Known | undefined): string[] {
  if (!line) return [];
  const { kind, level, depth, quote, label, task } = line;
  return [
    ...(kind === 'heading' ? ['ed-heading', `ed-h${level}`] : []),
    ...(kind === 'fence' || kind === 'rule' || kind === 'table' ? [`ed-${kind}`] : []),
    ...(depth > 0 ? ['ed-list', `ed-depth-${Math.min(depth, deepest)}`] : []),
    ...(task ? ['ed-task'] : []),
    ...(label && quote?.callout ? ['ed-callout-title'] : []),
  ];
}

// Real guides need five levels.
const deepest = 6;

/** @param isNext no blank line between them: then a line of words goes on with the block before it. */
function spaceBetween(before: Known | undefined, now: Known | undefined, isNext: boolean): Space {
  const [was, is] = [before?.kind ?? 'text', now?.kind ?? 'text'];
  const isSameQuote = (before?.quote ?? null) === (now?.quote ?? null);
  if (isSameQuote && before?.label) return 'tight';
  if (isNext && isSameQuote && is === was && (is === 'text' || is === 'table' || is === 'fence')) return 'none';
  if (isNext && isSameQuote && is === 'text' && was === 'item') return 'none';
  if (!isSameQuote && (before?.quote?.callout || now?.quote?.callout)) return was === 'heading' ? 'close' : 'callout';
  if (is === 'heading') return was === 'heading' ? (now?.level === 3 && before?.level === 2 ? 'close-h3' : 'close') : headingSpace(now);
  if (is === 'table') return 'table';
  if (was === 'heading') return 'close';
  if (is === 'rule' || was === 'rule') return 'rule';
  if (is === 'item' && (before?.depth ?? 0) > 0 && before?.list === now?.list) return 'item';
  return isSameQuote && now?.quote?.callout ? 'tight' : 'gap';
}

const headingSpace = (line: Known | undefined): Space => (line?.level === 2 ? 'h2' : line?.level === 3 ? 'h3' : 'h4');
