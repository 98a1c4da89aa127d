// A table as it is drawn: its grid, its text, and what it was in the base.
import { editorText } from '../../text/suggest-editor.ts';
import type { Grid } from './table-model.ts';

export interface TableShown {
  readonly grid: Grid;
  /** Of the whole table, from `grid.from` on. */
  readonly text: string;
  /** Each cell in the base, where changes are shown and its row was there. */
  readonly base: readonly (readonly (string | null)[])[];
  /** Rows that went, before which row they stood. */
  readonly gone: readonly { readonly before: number; readonly cells: readonly string[] }[];
}

export interface CellShown {
  readonly text: string;
  /** Null: no changes are shown. */
  readonly base: string | null;
}

export function cellShown({ grid, text, base }: TableShown, row: number, column: number): CellShown {
  const cell = grid.rows[row]?.cells[column];
  return { text: cell ? text.slice(cell.from - grid.from, cell.to - grid.from) : '', base: base[row]?.[column] ?? null };
}

/** By the head of its column, or its number where that is empty. */
export const cellLabel = (shown: TableShown, row: number, column: number): string =>
  editorText.cell(row + 1, cellShown(shown, 0, column).text || String(column + 1));

/** Then the elements on the page stay, and only their words change. */
export const isSameShape = (a: TableShown, b: TableShown): boolean =>
  a.grid.columns === b.grid.columns && a.grid.rows.length === b.grid.rows.length && JSON.stringify(a.gone) === JSON.stringify(b.gone);

/** The next or last cell in reading order; null: there is none. */
export function cellBeside({ grid }: TableShown, row: number, column: number, by: -1 | 1): readonly [row: number, column: number] | null {
  const at = row * grid.columns + column + by;
  return at < 0 || at >= grid.rows.length * grid.columns ? null : [Math.floor(at / grid.columns), at % grid.columns];
}
