// The text as it reads: signs hidden, bullets, boxes and callout words drawn, lines set as the guide sets them. Only
// what is on screen is dressed, and what the caret stands in shows its signs.
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Range, RangeSet } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { pieces } from './language.ts';
import { lineClasses } from './line-classes.ts';
import type { Piece } from './markup.ts';
import { showMarkup } from './show-markup.ts';
import { boxSign, bulletSign, calloutSign, footnoteSign } from './signs.ts';

interface Dressing {
  readonly decorations: DecorationSet;
  /** What the caret steps over as one. */
  readonly atoms: DecorationSet;
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
  const atoms: Range<Decoration>[] = [];
  const replace = (from: number, to: number, decoration: Decoration): void => {
    decorations.push(decoration.range(from, to));
    atoms.push(decoration.range(from, to));
  };
  const isInside = (from: number, to: number): boolean => state.selection.ranges.some((range) => range.from <= to && range.to >= from);
  const draw = (piece: Piece): void => {
    if (piece.kind === 'style' && piece.to > piece.from) decorations.push(styles[piece.style].range(piece.from, piece.to));
    if (isPlain) {
      if (piece.kind === 'sign') decorations.push(sign.range(piece.from, piece.to));
      return;
    }
    if (piece.kind === 'sign' && piece.to > piece.from) {
      if (!piece.block && isInside(...piece.scope)) decorations.push(sign.range(piece.from, piece.to));
      else replace(piece.from, piece.to, hidden);
    } else if (piece.kind === 'item') replace(piece.from, piece.to, bulletSign(piece.label));
    else if (piece.kind === 'box') replace(piece.from, piece.to, boxSign(piece.done));
    else if (piece.kind === 'callout') replace(piece.from, piece.to, calloutSign(piece.callout, piece.titled));
    else if (piece.kind === 'footnote') replace(piece.from, piece.to, footnoteSign(piece.label));
  };
  for (const { from, to } of ranges) {
    const found = pieces(state, from, to);
    found.forEach(draw);
    for (const { at, classes } of lineClasses(state, found, from, to)) decorations.push(Decoration.line({ class: classes }).range(at));
  }
  return { decorations: Decoration.set(decorations, true), atoms: Decoration.set(atoms, true) };
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

export const dressView = ViewPlugin.fromClass(DressView, {
  decorations: ({ now }) => now.decorations,
  provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.now.atoms ?? RangeSet.empty),
});
