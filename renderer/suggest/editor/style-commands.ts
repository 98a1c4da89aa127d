// Bold and italic on and off, by the signs that markdown has for them.
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import type { SyntaxNode } from './grammar.ts';

const kinds = { strong: { node: 'StrongEmphasis', sign: '**' }, em: { node: 'Emphasis', sign: '*' } } as const;

/** Of the selected words; with nothing selected, of the word at the caret, or of what is typed next. */
export function toggleStyle(style: keyof typeof kinds): StateCommand {
  const { node, sign } = kinds[style];
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const change = state.changeByRange((range) => {
      const around = enclosing(state, range.from, range.to, node);
      if (around) {
        const marks = around.getChildren('EmphasisMark');
        const changes = state.changes(marks.map(({ from, to }) => ({ from, to })));
        return { changes, range: EditorSelection.range(changes.mapPos(range.anchor), changes.mapPos(range.head)) };
      }
      const word = range.empty ? state.wordAt(range.head) : range;
      const [from, to] = trimmed(state, word?.from ?? range.from, word?.to ?? range.to);
      const changes = state.changes([
        { from, insert: sign },
        { from: to, insert: sign },
      ]);
      const shift = (at: number): number => at + (at >= from ? sign.length : 0) + (at > to ? sign.length : 0);
      return {
        changes,
        range: range.empty ? EditorSelection.cursor(shift(range.head)) : EditorSelection.range(shift(range.anchor), shift(range.head)),
      };
    });
    dispatch(state.update(change, { userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}

/** The node of this kind that holds the whole selection. */
export function enclosing(state: EditorState, from: number, to: number, name: string): SyntaxNode | null {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(from, 1);
  for (const side of [1, -1] as const) {
    node = syntaxTree(state).resolveInner(from, side);
    for (; node; node = node.parent) if (node.name === name && node.from <= from && node.to >= to) return node;
  }
  return null;
}

/** Signs stand close to words: white space at the ends stays outside. */
function trimmed(state: EditorState, from: number, to: number): readonly [number, number] {
  const text = state.sliceDoc(from, to);
  if (text.trim() === '') return [from, to];
  return [from + (text.length - text.trimStart().length), to - (text.length - text.trimEnd().length)];
}
