// Tables of the text as grids. A table that a grid cannot hold, and every table while markup is shown, stays text.
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Range, StateField, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { changesView } from './changes-view.ts';
import { grammar } from './grammar.ts';
import { showMarkup } from './show-markup.ts';
import { matchRows } from './table-diff.ts';
import { TableGrid } from './table-grid.tsx';
import { type Grid, gridsIn, movedGrid } from './table-model.ts';
import type { TableShown } from './table-shown.ts';

class TableWidget extends WidgetType {
  readonly shown: TableShown;
  readonly key: string;
  constructor(shown: TableShown) {
    super();
    this.shown = shown;
    this.key = JSON.stringify([shown.text, shown.base, shown.gone]);
  }
  override eq({ key }: TableWidget): boolean {
    return key === this.key;
  }
  override get estimatedHeight(): number {
    // A row of two lines: what most tables of ours have.
    return this.shown.grid.rows.length * 60;
  }
  override toDOM(view: EditorView): HTMLElement {
    return new TableGrid(view, this.shown).dom;
  }
  override updateDOM(dom: HTMLElement): boolean {
    const { table } = dom as { table?: TableGrid };
    table?.update(this.shown);
    return table !== undefined;
  }
  override destroy(dom: HTMLElement): void {
    (dom as { table?: TableGrid }).table?.destroy();
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

interface Tables {
  readonly grids: readonly Grid[];
  readonly decorations: DecorationSet;
}

function cellsOf(grid: Grid, text: string, start = 0): readonly (readonly string[])[] {
  return grid.rows.map(({ cells }) => cells.map(({ from, to }) => text.slice(from - start, to - start)));
}

/** The tables of the base, told by their heads; with as many tables as now, by their order. */
function against(state: EditorState): { readonly tables: readonly (readonly (readonly string[])[])[]; readonly shown: boolean } {
  const { base, shown } = state.field(changesView);
  return { tables: shown && base !== '' ? baseTables(base) : [], shown: shown && base !== '' };
}

let known: { readonly base: string; readonly tables: readonly (readonly (readonly string[])[])[] } = { base: '', tables: [] };
function baseTables(base: string): typeof known.tables {
  if (known.base !== base) {
    const grids = gridsIn(grammar.parse(base), (from, to) => base.slice(from, to));
    known = { base, tables: grids.map((grid) => cellsOf(grid, base)) };
  }
  return known.tables;
}

function tablesOf(state: EditorState): Tables {
  if (state.field(showMarkup)) return { grids: [], decorations: Decoration.none };
  const grids = gridsIn(syntaxTree(state), (from, to) => state.sliceDoc(from, to));
  const { tables, shown } = against(state);
  const ranges = grids.map((grid, at): Range<Decoration> => {
    const text = state.sliceDoc(grid.from, grid.to);
    const cells = cellsOf(grid, text, grid.from);
    const old = shown
      ? (tables.find(([head]) => head?.join('|') === cells[0]?.join('|')) ?? (tables.length === grids.length ? tables[at] : []))
      : undefined;
    return Decoration.replace({ block: true, widget: new TableWidget(shownOf(grid, text, cells, old)) }).range(grid.from, grid.to);
  });
  return { grids, decorations: Decoration.set(ranges) };
}

/** @param old undefined: no changes are shown. */
function shownOf(
  grid: Grid,
  text: string,
  cells: readonly (readonly string[])[],
  old: readonly (readonly string[])[] | undefined,
): TableShown {
  const isOtherShape = old?.[0] !== undefined && old[0].length !== grid.columns;
  if (!old || isOtherShape) return { grid, text, base: cells.map((row) => row.map(() => null)), gone: [] };
  const { from, gone } = matchRows(
    old.map((row) => row.join('|')),
    cells.map((row) => row.join('|')),
  );
  return {
    grid,
    text,
    base: from.map((row) => (row === null ? Array.from({ length: grid.columns }, () => '') : (old[row] ?? []))),
    gone: gone.map(({ row, before }) => ({ before, cells: old[row] ?? [] })),
  };
}

export const tablesView = StateField.define<Tables>({
  create: tablesOf,
  update: (old, transaction) => {
    const { docChanged, startState, state, changes } = transaction;
    const [was, is] = [startState.field(changesView), state.field(changesView)];
    if (state.field(showMarkup) !== startState.field(showMarkup) || was.base !== is.base || was.shown !== is.shown) return tablesOf(state);
    if (!docChanged) return syntaxTree(state) === syntaxTree(startState) ? old : tablesOf(state);
    if (!leavesTables(transaction, old.grids)) return tablesOf(state);
    return {
      grids: old.grids.map((grid) => movedGrid(grid, changes.mapPos(grid.from, 1) - grid.from)),
      decorations: old.decorations.map(changes),
    };
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

/** Words changed inside one line that is far from any table and cannot begin one: what nearly every key does. */
function leavesTables({ changes, startState, newDoc }: Transaction, grids: readonly Grid[]): boolean {
  let isSafe = true;
  changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    const [before, after] = [startState.doc.lineAt(fromA), newDoc.lineAt(fromB)];
    const isOneLine = inserted.lines === 1 && toA <= before.to;
    // The first sign of a line says what block it is; a code block would swallow a table.
    const isSameBlock = /^[\p{L}\p{N}*[]/u.test(before.text) && before.text[0] === after.text[0];
    const isFar = grids.every(({ from, to }) => to + 1 < before.from || from > before.to + 1);
    isSafe &&= isOneLine && isSameBlock && isFar && !before.text.includes('|') && !after.text.includes('|');
  });
  return isSafe;
}

/** The table that this place is in, its two ends with it. */
export const gridAt = (state: EditorState, place: number): Grid | null =>
  state.field(tablesView, false)?.grids.find(({ from, to }) => from <= place && place <= to) ?? null;
