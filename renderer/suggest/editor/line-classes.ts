// Which class each line of the text takes, so that it stands as the guide sets it: its block, and the space above it.
import type { EditorState } from '@codemirror/state';
import type { Piece } from './markup.ts';

export interface LineClass {
  /** Start of the line. */
  readonly at: number;
  readonly classes: string;
}

/** For the lines that `from`…`to` touches, by the pieces in them. */
export function lineClasses(state: EditorState, pieces: readonly Piece[], from: number, to: number): readonly LineClass[] {
  const { doc } = state;
  const first = doc.lineAt(from).number;
  const last = doc.lineAt(Math.min(to, doc.length)).number;
  const classes = new Map<number, Set<string>>();
  const add = (line: number, name: string): void => {
    if (line < first || line > last) return;
    const own = classes.get(line) ?? new Set();
    classes.set(line, own.add(name));
  };
  const lines = (piece: { from: number; to: number }, name: (line: number, top: number, end: number) => string): void => {
    const [top, end] = [doc.lineAt(piece.from).number, doc.lineAt(piece.to).number];
    for (let line = Math.max(top, first); line <= Math.min(end, last); line++)
      for (const one of name(line, top, end).split(' ')) add(line, one);
  };
  for (const piece of pieces) {
    if (piece.kind === 'heading') lines(piece, () => `ed-heading ed-h${piece.level}`);
    else if (piece.kind === 'quote')
      lines(piece, (line, top, end) => {
        const edges = `${line === top ? ' ed-quote-first' : ''}${line === end ? ' ed-quote-last' : ''}`;
        return `${piece.callout ? `ed-callout callout-${piece.callout}` : 'ed-quote'}${edges}`;
      });
    else if (piece.kind === 'fence') lines(piece, () => 'ed-fence');
    else if (piece.kind === 'table') lines(piece, () => 'ed-table-text');
    else if (piece.kind === 'rule') lines(piece, () => 'ed-rule');
    else if (piece.kind === 'item') add(doc.lineAt(piece.from).number, `ed-item ed-item-${Math.min(piece.depth, 5)}`);
  }
  const caret = new Set(state.selection.ranges.map(({ head }) => doc.lineAt(head).number));
  for (let line = first; line <= last; line++) {
    if (doc.line(line).length > 0) {
      if (line > 1 && doc.line(line - 1).length === 0) add(line, 'ed-after-gap');
    } else if (line < doc.lines && line > 1 && !caret.has(line)) add(line, 'ed-gap');
  }
  return [...classes].map(([line, own]) => ({ at: doc.line(line).from, classes: [...own].join(' ') })).sort((a, b) => a.at - b.at);
}
