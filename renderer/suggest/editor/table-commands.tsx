// What the buttons do to a table, and a new table in the text.
import type { EditorView } from '@codemirror/view';
import { editorText } from '../../text/suggest-editor.ts';
import type { TableGrid } from './table-grid.tsx';
import { columnAfter, type Edit, newTable, rowBelow, withoutColumn, withoutRow } from './table-model.ts';

/** The cell that is written in. */
export interface CellPlace {
  readonly table: TableGrid;
  readonly row: number;
  readonly column: number;
}

export type TableAct = 'row-below' | 'row-gone' | 'column-after' | 'column-gone';

/** Whether there is anything to take away. */
export function canTable({ table, row }: CellPlace, act: TableAct): boolean {
  return act === 'row-gone' ? row > 0 : act === 'column-gone' ? table.grid().columns > 1 : true;
}

export function changeTable(place: CellPlace, act: TableAct): void {
  const { table, row, column } = place;
  const grid = table.grid();
  const text = (from: number, to: number): string => table.view.state.sliceDoc(from, to);
  const changes: readonly Edit[] =
    act === 'row-below'
      ? [rowBelow(grid, row)]
      : act === 'row-gone'
        ? [withoutRow(grid, row) ?? []].flat()
        : act === 'column-after'
          ? columnAfter(grid, column, text)
          : (withoutColumn(grid, column, text) ?? []);
  if (changes.length === 0) return;
  table.view.dispatch({ changes, userEvent: 'input.table' });
  const next = {
    'row-below': [row + 1, column],
    'row-gone': [row - 1, column],
    'column-after': [row, column + 1],
    'column-gone': [row, Math.max(0, column - 1)],
  };
  const [toRow, toColumn] = next[act] as [number, number];
  table.open(toRow, toColumn);
}

/** After the block that the caret stands in, with the caret in its first cell. */
export function insertTable(view: EditorView): void {
  const { doc, selection } = view.state;
  let line = doc.lineAt(selection.main.head);
  while (line.number < doc.lines && doc.line(line.number + 1).text.trim() !== '') line = doc.line(line.number + 1);
  const before = line.text.trim() === '' ? (line.number > 1 && doc.line(line.number - 1).text.trim() !== '' ? '\n' : '') : '\n\n';
  const insert = `${before}${newTable(editorText.newHead)}`;
  const after = line.number < doc.lines && doc.line(line.number + 1).text.trim() !== '' ? '\n' : '';
  view.dispatch({ changes: { from: line.to, insert: insert + after }, userEvent: 'input.table', scrollIntoView: true });
  openCellAt(view, line.to + before.length + 2);
}

/** The cell at this place of the text takes the focus. False: there is none. */
export function openCellAt(view: EditorView, place: number): boolean {
  for (const element of view.contentDOM.querySelectorAll('.ed-grid')) {
    const table = (element as HTMLElement & { table?: TableGrid }).table;
    const grid = table?.grid();
    if (!table || !grid || place < grid.from || place > grid.to) continue;
    const row = Math.max(
      0,
      grid.rows.findLastIndex(({ from }) => from <= place),
    );
    const column = Math.max(
      0,
      (grid.rows[row]?.cells ?? []).findLastIndex(({ from }) => from <= place),
    );
    table.open(row, column);
    return true;
  }
  return false;
}
