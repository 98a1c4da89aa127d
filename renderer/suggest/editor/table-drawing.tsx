// The elements of a table's grid: a row for each row, a field for each cell, and the rows that went, struck.
import { drawWords } from './draw-words.tsx';
import type { TableShown } from './table-shown.ts';

/** Fields by row and column; `hear` gives each of them its ways in. */
export function drawTable(
  shown: TableShown,
  hear: (field: HTMLElement, row: number, column: number) => void,
): { readonly table: HTMLElement; readonly fields: HTMLElement[][] } {
  const table = document.createElement('table');
  const fields = shown.grid.rows.map((row, at) => {
    for (const { cells } of shown.gone.filter(({ before }) => before === at)) table.append(goneRow(cells));
    const line = document.createElement('tr');
    const own = row.cells.map((_cell, column) => {
      const place = document.createElement(at === 0 ? 'th' : 'td');
      const field = document.createElement('div');
      field.className = 'ed-cell';
      hear(field, at, column);
      place.append(field);
      line.append(place);
      return field;
    });
    table.append(line);
    return own;
  });
  for (const { before, cells } of shown.gone) if (before >= fields.length) table.append(goneRow(cells));
  return { table, fields };
}

function goneRow(cells: readonly string[]): HTMLElement {
  const row = document.createElement('tr');
  row.className = 'ed-row-gone';
  for (const words of cells) {
    const cell = document.createElement('td');
    drawWords(cell, words, '');
    row.append(cell);
  }
  return row;
}
