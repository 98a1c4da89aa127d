// A table of the text as a grid on the page. A cell is read as the guide shows it until somebody comes to it; then a view
// of its own stands there, with the keys and the dress of the text. Every change is made in the text.
import type { EditorView } from '@codemirror/view';
import { editorText } from '../../text/suggest-editor.ts';
import { openCell } from './cell-view.tsx';
import { drawWords } from './draw-words.tsx';
import { drawTable } from './table-drawing.tsx';
import { cellText, type Grid, movedGrid, textBeside } from './table-model.ts';
import { cellBeside, cellLabel, cellShown, isSameShape, type TableShown } from './table-shown.ts';
import { takeText } from './take-text.ts';
import { watching } from './watching.ts';

export class TableGrid {
  readonly view: EditorView;
  readonly dom = document.createElement('div');
  private shown: TableShown;
  private places: HTMLElement[][] = [];
  private open_: { readonly row: number; readonly column: number; readonly view: EditorView } | null = null;

  constructor(view: EditorView, shown: TableShown) {
    this.view = view;
    this.shown = shown;
    this.dom.className = 'ed-grid table-scroll';
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-label', editorText.table);
    Object.assign(this.dom, { table: this });
    this.build();
  }

  /** The table as it stands in the text now: it may have moved since it was drawn. */
  grid(): Grid {
    const by = this.view.posAtDOM(this.dom) - this.shown.grid.from;
    return by === 0 ? this.shown.grid : movedGrid(this.shown.grid, by);
  }

  /** What is drawn becomes `shown`; the cell that is written in keeps its view. */
  update(shown: TableShown): void {
    const isSame = isSameShape(this.shown, shown);
    this.shown = shown;
    const places = isSame ? this.places : [];
    if (!isSame) this.build();
    for (const [row, own] of places.entries())
      for (const column of own.keys()) {
        if (this.open_?.row === row && this.open_.column === column) this.keepUp();
        else this.draw(row, column);
      }
  }

  open(row: number, column: number, side: 'start' | 'end' | 'all' = 'all'): void {
    const place = this.places[row]?.[column];
    if (!place) return;
    if (this.open_?.row !== row || this.open_.column !== column) {
      this.close();
      place.replaceChildren();
      const { text, base } = cellShown(this.shown, row, column);
      const view = openCell(place, { text, base, label: cellLabel(this.shown, row, column), table: this, row, column });
      this.open_ = { row, column, view };
    }
    const { view } = this.open_ as { view: EditorView };
    const { length } = view.state.doc;
    view.dispatch({ selection: { anchor: side === 'end' ? length : 0, head: side === 'start' ? 0 : length } });
    view.focus();
    this.view.state.facet(watching).active(view, { table: this, row, column });
  }

  /** The view comes where the words were: the caret goes where one pressed. */
  private press(event: MouseEvent, row: number, column: number): void {
    if (this.open_?.row === row && this.open_.column === column) return;
    event.preventDefault();
    this.open(row, column, 'end');
    const at = this.open_?.view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (typeof at === 'number') this.open_?.view.dispatch({ selection: { anchor: at } });
  }

  /** Cell by cell, and out at both ends. */
  step(row: number, column: number, by: -1 | 1): void {
    const next = cellBeside(this.shown, row, column, by);
    if (next) this.open(...next, by < 0 ? 'end' : 'all');
    else this.leave(by);
  }

  /** To the same column one row up or down, and out at both ends. */
  climb(row: number, column: number, by: -1 | 1): void {
    if (row + by < 0 || row + by >= this.shown.grid.rows.length) this.leave(by);
    else this.open(row + by, column, 'end');
  }

  /** To the text before or after the table; where there is none, to what stands around the editor. */
  leave(by: -1 | 1): void {
    const target = textBeside(this.view.state.doc, this.grid(), by);
    if (target === null) {
      this.view.state.facet(watching).edge(by);
      return;
    }
    this.close();
    this.view.dispatch({ selection: { anchor: target }, scrollIntoView: true });
    this.view.focus();
  }

  /** What was typed in a cell, into the text. */
  typed(row: number, column: number, typed: string): void {
    const cell = this.grid().rows[row]?.cells[column];
    const insert = cellText(typed).trim();
    if (cell && this.view.state.sliceDoc(cell.from, cell.to) !== insert)
      this.view.dispatch({ changes: { from: cell.from, to: cell.to, insert }, userEvent: 'input.cell' });
  }

  close(): void {
    const open = this.open_;
    this.open_ = null;
    if (!open) return;
    open.view.destroy();
    this.draw(open.row, open.column);
  }

  destroy(): void {
    this.open_?.view.destroy();
    this.open_ = null;
  }

  private keepUp(): void {
    const { row, column, view } = this.open_ as NonNullable<TableGrid['open_']>;
    const { text } = cellShown(this.shown, row, column);
    if (cellText(view.state.doc.toString()).trim() !== text) takeText(view, text);
  }

  private build(): void {
    const open = this.open_;
    this.open_ = null;
    open?.view.destroy();
    const { table, fields } = drawTable(this.shown, (field, row, column) => {
      field.setAttribute('aria-label', cellLabel(this.shown, row, column));
      field.addEventListener('focus', () => this.open(row, column));
      field.addEventListener('mousedown', (event) => this.press(event, row, column));
    });
    this.places = fields;
    this.dom.replaceChildren(table);
    for (const [row, own] of fields.entries()) for (const column of own.keys()) this.draw(row, column);
    if (open && this.places[open.row]?.[open.column]) this.open(open.row, open.column, 'end');
  }

  private draw(row: number, column: number): void {
    const { text, base } = cellShown(this.shown, row, column);
    const place = this.places[row]?.[column] as HTMLElement;
    place.tabIndex = 0;
    place.setAttribute('role', 'textbox');
    drawWords(place, base, text);
  }
}
