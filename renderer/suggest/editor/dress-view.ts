// The text as it reads: signs hidden, bullets, boxes and callout words drawn, lines set as the guide sets them. Only
// what is on screen is dressed, and what the caret stands in shows its signs.
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Range, RangeSet } from '@codemirror/state';
import { BlockWrapper, Decoration, type DecorationSet, EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { pieces } from './language.ts';
import { isBlank, lineShapes } from './line-shapes.ts';
import type { Piece } from './markup.ts';
import { showMarkup } from './show-markup.ts';
import { boxSign, bulletSign, calloutSign, footnoteSign } from './signs.tsx';

export interface Dressing {
  readonly decorations: DecorationSet;
  /** What the caret steps over as one. */
  readonly atoms: DecorationSet;
  /** Boxes around the lines of callouts and quotes. */
  readonly wrappers: RangeSet<BlockWrapper>;
}

const hidden = Decoration.replace({});
const mark = (name: string) => Decoration.mark({ class: name });
const styles = {
  strong: mark('ed-strong'),
  em: mark('ed-em'),
  code: mark('ed-code'),
  strike: mark('ed-strike'),
  link: mark('ed-link'),
  image: mark('ed-image'),
} as const;
const sign = mark('ed-sign');

/** Of the parts of a text that are on screen. */
export function dressing(state: EditorState, ranges: readonly { readonly from: number; readonly to: number }[]): Dressing {
  const isPlain = state.field(showMarkup);
  const decorations: Range<Decoration>[] = [];
  const hiddenRanges: { from: number; to: number }[] = [];
  const wrappers: Range<BlockWrapper>[] = [];
  const replace = (from: number, to: number, decoration: Decoration, opensLine = false): void => {
    decorations.push(decoration.range(from, to));
    // With the line end before it: there is no place for the caret between the two.
    hiddenRanges.push({ from: opensLine && from > 0 && state.doc.lineAt(from).from === from ? from - 1 : from, to });
  };
  let boxes: ReadonlySet<number> = new Set();
  const isInside = (from: number, to: number): boolean => state.selection.ranges.some((range) => range.from <= to && range.to >= from);
  const draw = (piece: Piece): void => {
    if (piece.to <= piece.from) return;
    if (piece.kind === 'style') decorations.push(styles[piece.style].range(piece.from, piece.to));
    else if (piece.kind === 'quote') wrappers.push(wrapper(piece.callout).range(state.doc.lineAt(piece.from).from, piece.to));
    else if (piece.kind === 'sign') {
      if (isPlain || (!piece.block && isInside(...piece.scope))) decorations.push(sign.range(piece.from, piece.to));
      else replace(piece.from, piece.to, hidden, piece.block);
    } else if (isPlain) return;
    else if (piece.kind === 'item') {
      if (boxes.has(piece.to)) replace(piece.from, piece.to, hidden, true);
      else replace(piece.from, piece.to, bulletSign(piece.label), true);
    } else if (piece.kind === 'box') replace(piece.from, piece.to, boxSign(piece.done));
    else if (piece.kind === 'callout') replace(piece.from, piece.to, calloutSign(piece.callout, piece.titled));
    else if (piece.kind === 'footnote') replace(piece.from, piece.to, footnoteSign(piece.label, piece.opens));
  };
  const caret = new Set(state.selection.ranges.map(({ head }) => state.doc.lineAt(head).number));
  for (const range of ranges) {
    // The line above decides about the space above the first.
    const from = writtenAbove(state, range.from);
    const found = pieces(state, from, range.to);
    boxes = new Set(found.flatMap((piece) => (piece.kind === 'box' ? [piece.from] : [])));
    for (const piece of found) draw(piece);
    const { lines, gaps } = lineShapes(state.doc, found, range.from, range.to, caret);
    for (const { at, classes } of lines) decorations.push(Decoration.line({ class: classes.join(' ') }).range(at));
    hiddenRanges.push(...gaps);
  }
  return { decorations: Decoration.set(decorations, true), atoms: atomsOf(hiddenRanges), wrappers: BlockWrapper.set(wrappers, true) };
}

function writtenAbove(state: EditorState, from: number): number {
  let line = state.doc.lineAt(from);
  if (line.number > 1) line = state.doc.line(line.number - 1);
  while (line.number > 1 && isBlank(line.text)) line = state.doc.line(line.number - 1);
  return line.from;
}

/** Those that touch are one, so that a key passes what is not seen at once. */
function atomsOf(ranges: readonly { readonly from: number; readonly to: number }[]): DecorationSet {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && last.to >= from) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return Decoration.set(merged.map(({ from, to }) => hidden.range(from, to)));
}

const made = new Map<string, BlockWrapper>();
function wrapper(callout: string | null): BlockWrapper {
  const name = callout ? `callout callout-${callout}` : 'ed-quote';
  const known = made.get(name) ?? BlockWrapper.create({ tagName: 'div', attributes: { class: name } });
  made.set(name, known);
  return known;
}

class DressView implements PluginValue {
  now: Dressing;
  constructor(view: EditorView) {
    this.now = dressing(view.state, view.visibleRanges);
  }
  update(update: ViewUpdate): void {
    const { docChanged, viewportChanged, selectionSet, state, startState, view } = update;
    const isParsed = syntaxTree(state) !== syntaxTree(startState);
    if (docChanged || viewportChanged || selectionSet || isParsed || state.field(showMarkup) !== startState.field(showMarkup))
      this.now = dressing(state, view.visibleRanges);
  }
}

const atomsIn = (view: EditorView): DecorationSet => view.plugin(dressView)?.now.atoms ?? Decoration.none;
const wrappersIn = (view: EditorView): RangeSet<BlockWrapper> => view.plugin(dressView)?.now.wrappers ?? RangeSet.empty;

export const dressView: ViewPlugin<DressView> = ViewPlugin.fromClass(DressView, {
  decorations: ({ now }) => now.decorations,
  provide: () => [EditorView.atomicRanges.of(atomsIn), EditorView.blockWrappers.of(wrappersIn)],
});
