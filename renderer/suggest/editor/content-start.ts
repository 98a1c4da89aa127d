// Where the words of a line begin, after the signs that make it a heading, an item or a quote. The caret never stands
// before that: what is typed there would undo the signs.
import { EditorState, type Line } from '@codemirror/state';
import { pieces } from './language.ts';
import type { Piece } from './markup.ts';
import { showMarkup } from './show-markup.ts';

/** The signs that open a line, outer ones first. */
export function openers(state: EditorState, line: Line): readonly Piece[] {
  const found: Piece[] = [];
  let at = line.from;
  for (const piece of pieces(state, line.from, line.to)) {
    const opens = (piece.kind === 'sign' && piece.block) || piece.kind === 'item' || piece.kind === 'box' || piece.kind === 'callout';
    if (!opens || piece.from > at || piece.to <= at) continue;
    found.push(piece);
    at = piece.to;
  }
  return found;
}

export const contentStart = (state: EditorState, line: Line): number => openers(state, line).at(-1)?.to ?? line.from;

/** Moves a caret that was put before the words of its line. */
export const caretGuard = EditorState.transactionFilter.of((transaction) => {
  const { selection, docChanged, startState } = transaction;
  if (!selection || docChanged || startState.field(showMarkup, false) !== false || !selection.main.empty) return transaction;
  const line = startState.doc.lineAt(selection.main.head);
  const start = contentStart(startState, line);
  return selection.main.head >= start ? transaction : [transaction, { selection: { anchor: start } }];
});
