// A guide's source -> the pieces of it that can be edited by themselves: whole paragraphs, headings, lists, tables, callouts,
// code, pictures, footnotes. Each is a run of whole lines; whatever lies between and around them is never touched. Pure.
import { analyse } from '../../../content/core/guide/blocks.ts';
import { splitSource } from '../../../content/core/guide/split.ts';
import { stepBetween } from '../../../content/core/suggestion/undo-history.ts';
import type { BlockName } from '../../text/suggest-page.ts';

/** A stretch of a source, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Unit extends Stretch {
  readonly name: BlockName;
  /** Positions of its blocks among the guide's blocks, in reading order. */
  readonly blocks: readonly number[];
  /** Lines end with `\n`; the last has no end. */
  readonly text: string;
}

type TopToken = ReturnType<typeof analyse>['tokens'][number];

// The guide, the text before and after a step, and the one that is typed.
const mostKnown = 4;
const known = new Map<string, readonly Unit[]>();

/** In the order of the source. `from` is the start of a line, `to` the end of the last one, before its line end. Never throws. */
export function unitsOf(source: string): readonly Unit[] {
  // One press asks for the same text several times, and to read it is the longest part of the answer.
  const units = known.get(source) ?? readUnits(source);
  known.delete(source);
  known.set(source, units);
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
  return units;
}

function readUnits(source: string): readonly Unit[] {
  const { body, bodyLine } = splitSource(source);
  const { tokens, blocks } = analyse(body);
  const found: Found[] = [];
  let open: { readonly first: TopToken; blocks: number[]; from: number; to: number } | null = null;
  let depth = 0;
  for (const token of tokens) {
    // Footnotes stand together at the end, each under a heading of its own making.
    const isFrame = token.type === 'footnote_block_open' || token.type === 'footnote_block_close';
    if (isFrame) continue;
    open ??= { first: token, blocks: [], from: Number.POSITIVE_INFINITY, to: 0 };
    if (token.map) {
      open.from = Math.min(open.from, token.map[0]);
      open.to = Math.max(open.to, token.map[1]);
    }
    if (typeof token.meta?.block === 'number') open.blocks.push(token.meta.block);
    depth += token.nesting;
    if (depth > 0) continue;
    if (open.blocks.length > 0 && open.to > 0) {
      const kind = blocks[open.blocks[0] as number]?.kind;
      found.push({ name: nameOf(open.first, kind === 'image'), blocks: open.blocks, from: open.from, to: open.to });
    }
    open = null;
  }
  return inSource(source, joined(found), bodyLine);
}

/** Lines of the body, counted from 0; `to` is behind the last. */
interface Found {
  readonly name: BlockName;
  readonly blocks: readonly number[];
  readonly from: number;
  readonly to: number;
}

function nameOf(first: TopToken, isImage: boolean): BlockName {
  switch (first.type) {
    case 'heading_open':
      return 'heading';
    case 'bullet_list_open':
    case 'ordered_list_open':
      return 'list';
    case 'table_open':
      return 'table';
    case 'fence':
    case 'code_block':
      return 'code';
    case 'blockquote_open':
      return first.meta?.callout === undefined ? 'quote' : 'callout';
    case 'footnote_open':
      return 'footnote';
    default:
      return isImage ? 'image' : 'paragraph';
  }
}

/** A footnote that is written inside a list or a quotation is part of that. */
function joined(found: readonly Found[]): readonly Found[] {
  const rows: Found[] = [];
  for (const next of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = rows.at(-1);
    if (!last || next.from >= last.to) rows.push(next);
    else rows[rows.length - 1] = { ...last, blocks: [...last.blocks, ...next.blocks], to: Math.max(last.to, next.to) };
  }
  return rows;
}

/** `[^1]:` on a line of its own, with the words below. */
const noteLine = /^ {0,3}\[\^[^\]\s]{1,60}\]:\s*$/;

function inSource(source: string, found: readonly Found[], bodyLine: number): readonly Unit[] {
  const lines = linesOf(source);
  const lineText = (at: number): string => source.slice(lines[at]?.from, lines[at]?.to);
  return found.flatMap(({ name, blocks, ...range }) => {
    let first = range.from + bodyLine - 1;
    let last = Math.min(range.to + bodyLine - 2, lines.length - 1);
    while (last > first && lineText(last).trim() === '') last--;
    if (name === 'footnote' && first > 0 && noteLine.test(lineText(first - 1))) first--;
    const [start, end] = [lines[first], lines[last]];
    if (!start || !end) return [];
    return [{ name, blocks, from: start.from, to: end.to, text: withPlainEnds(source.slice(start.from, end.to)) }];
  });
}

/** As the front matter is split off (core/guide): a byte order mark is no part of the first line. */
function linesOf(source: string): readonly Stretch[] {
  const lines: Stretch[] = [];
  let from = source.startsWith('\ufeff') ? 1 : 0;
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n|\u2028|\u2029/g)) {
    lines.push({ from, to: index });
    from = index + end.length;
  }
  return [...lines, { from, to: source.length }];
}

export const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** How lines end in a file; what is put in ends the same way. */
export const lineEndOf = (source: string): string =>
  source.includes('\r\n') ? '\r\n' : source.includes('\n') ? '\n' : source.includes('\r') ? '\r' : '\n';

/** The text of a stretch as it is edited: lines end with `\n`. */
export const textAt = (source: string, { from, to }: Stretch): string => withPlainEnds(source.slice(from, to));

/** The source with another text in the stretch, and where that lies now. Unchanged text gives the very same source. */
export function putText(source: string, at: Stretch, text: string): { readonly source: string; readonly at: Stretch } {
  if (text === textAt(source, at)) return { source, at };
  const end = lineEndOf(source);
  const written = withPlainEnds(text).replaceAll('\n', end);
  return { source: source.slice(0, at.from) + written + source.slice(at.to), at: { from: at.from, to: at.from + written.length } };
}

/** Where a stretch lies after the source changed elsewhere or in it; null: what changed reaches over its edge. */
export function follow(at: Stretch, before: string, after: string): Stretch | null {
  const [change] = stepBetween(before, after);
  if (!change) return at;
  const end = change.at + change.removed.length;
  const by = change.inserted.length - change.removed.length;
  if (change.at >= at.from && end <= at.to) return { from: at.from, to: at.to + by };
  if (end <= at.from) return { from: at.from + by, to: at.to + by };
  return change.at >= at.to ? at : null;
}

/** The unit that holds this block. */
export const unitOfBlock = (units: readonly Unit[], block: number): number => units.findIndex(({ blocks }) => blocks.includes(block));

/** The units that share a letter with the stretch, or lie in it. */
export const unitsIn = (units: readonly Unit[], { from, to }: Stretch): readonly number[] =>
  units.flatMap((unit, at) => (unit.from < to && unit.to > from ? [at] : []));

/** Of a heading's markdown, as the guide is drawn: the title is the only one of the first level. */
export const levelOf = (heading: string): number => Math.min(6, Math.max(2, /^ {0,3}(#{1,6})(?:\s|$)/.exec(heading)?.[1]?.length ?? 2));
