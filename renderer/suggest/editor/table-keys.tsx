// How the caret comes from the text to a table, and what may not be done to a table from outside.
import { type Command, EditorView, type KeyBinding } from '@codemirror/view';
import { openCellAt } from './table-commands.tsx';
import { gridAt } from './tables-view.ts';

/** Where the caret would go next, and the table it would meet there. */
const into =
  (forward: boolean, vertical: boolean): Command =>
  (view) => {
    const { main } = view.state.selection;
    if (!main.empty) return false;
    const next = vertical ? view.moveVertically(main, forward) : view.moveByChar(main, forward);
    const grid = gridAt(view.state, next.head) ?? (next.head === main.head ? null : between(view, main.head, next.head));
    return grid !== null && openCellAt(view, forward ? grid.from : grid.to);
  };

/** A table that would be jumped over. */
function between(view: EditorView, from: number, to: number): { readonly from: number; readonly to: number } | null {
  const { doc } = view.state;
  for (
    let line = doc.lineAt(Math.min(from, to));
    line.to < Math.max(from, to) && line.number < doc.lines;
    line = doc.line(line.number + 1)
  ) {
    const grid = gridAt(view.state, line.to + 1);
    if (grid) return grid;
  }
  return null;
}

/** Taking away towards a table would tear its last row: the caret goes there instead. */
const guard =
  (forward: boolean): Command =>
  (view) => {
    const { main } = view.state.selection;
    if (!main.empty) return false;
    const { doc } = view.state;
    const line = doc.lineAt(main.head);
    if (main.head !== (forward ? line.to : line.from)) return false;
    let at = line.number + (forward ? 1 : -1);
    while (at > 0 && at <= doc.lines && doc.line(at).length === 0) at += forward ? 1 : -1;
    const grid = at > 0 && at <= doc.lines ? gridAt(view.state, doc.line(at).from) : null;
    return grid !== null && openCellAt(view, forward ? grid.from : grid.to);
  };

export const tableKeys: readonly KeyBinding[] = [
  { key: 'ArrowDown', run: into(true, true) },
  { key: 'ArrowUp', run: into(false, true) },
  { key: 'ArrowRight', run: into(true, false) },
  { key: 'ArrowLeft', run: into(false, false) },
  { key: 'Backspace', run: guard(false) },
  { key: 'Delete', run: guard(true) },
];

/** Nothing is typed at the ends of a table: it would become part of its first or last row. In the line below it what is
 * typed is a paragraph of its own. */
export const tableInput = EditorView.inputHandler.of((view, from, to, text) => {
  if (from !== to) return false;
  if (gridAt(view.state, from) !== null) return true;
  const line = view.state.doc.lineAt(from);
  if (line.length > 0 || line.from === 0 || gridAt(view.state, line.from - 1) === null) return false;
  const insert = `\n${text}`;
  view.dispatch({ changes: { from, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.type' });
  return true;
});
