// A view for the words of one cell: the keys and the dress of the text, in one line, with keys that lead to other cells.
import { EditorState, Prec } from '@codemirror/state';
import { type Command, EditorView, type KeyBinding, keymap } from '@codemirror/view';
import { changesView, setAgainst } from './changes-view.ts';
import { cleanInput } from './clean-input.ts';
import { dressView } from './dress-view.ts';
import { keys } from './keys.tsx';
import { markdown } from './language.ts';
import { pasting } from './pasting.tsx';
import { showMarkup } from './show-markup.ts';
import { changeTable } from './table-commands.tsx';
import type { TableGrid } from './table-grid.tsx';
import { fromOutside } from './take-text.ts';
import { typeOver } from './type-over.tsx';
import { watching } from './watching.ts';

interface Options {
  readonly text: string;
  /** Null: no changes are shown. */
  readonly base: string | null;
  readonly label: string;
  readonly table: TableGrid;
  readonly row: number;
  readonly column: number;
}

export function openCell(parent: HTMLElement, { text, base, label, table, row, column }: Options): EditorView {
  const told = table.view.state.facet(watching);
  // The view is the field now, not what stood in its place.
  parent.removeAttribute('role');
  parent.removeAttribute('tabindex');
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.high(keymap.of(cellKeys(table, row, column))),
        keymap.of(keys(told)),
        markdown.extension,
        [showMarkup, changesView, dressView, cleanInput, typeOver, pasting],
        EditorView.lineWrapping,
        EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction)),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'false', spellcheck: 'true' }),
        EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state, view: own }) => {
          if (docChanged && !transactions.every((transaction) => transaction.annotation(fromOutside)))
            table.typed(row, column, state.doc.toString());
          if (docChanged || selectionSet) told.moved(own);
        }),
      ],
    }),
  });
  if (base !== null) view.dispatch({ effects: setAgainst.of({ base, shown: true }) });
  return view;
}

function cellKeys(table: TableGrid, row: number, column: number): readonly KeyBinding[] {
  const does =
    (act: () => void): Command =>
    () => {
      act();
      return true;
    };
  const at =
    (edge: 'start' | 'end', act: () => void): Command =>
    ({ state }) => {
      const { main, ranges } = state.selection;
      if (ranges.length > 1 || !main.empty || main.head !== (edge === 'start' ? 0 : state.doc.length)) return false;
      act();
      return true;
    };
  /** On the first or last line of the cell as it is seen. */
  const over =
    (by: -1 | 1): Command =>
    (view) => {
      const { head } = view.state.selection.main;
      const [here, edge] = [view.coordsAtPos(head), view.coordsAtPos(by < 0 ? 0 : view.state.doc.length)];
      if (here && edge && Math.abs(here.top - edge.top) > 2) return false;
      table.climb(row, column, by);
      return true;
    };
  return [
    { key: 'Tab', run: does(() => table.step(row, column, 1)), shift: does(() => table.step(row, column, -1)) },
    { key: 'Enter', run: does(() => table.climb(row, column, 1)), shift: does(() => table.climb(row, column, -1)) },
    { key: 'Mod-Enter', run: does(() => changeTable({ table, row, column }, 'row-below')) },
    { key: 'ArrowDown', run: over(1) },
    { key: 'ArrowUp', run: over(-1) },
    { key: 'ArrowLeft', run: at('start', () => table.step(row, column, -1)) },
    { key: 'ArrowRight', run: at('end', () => table.step(row, column, 1)) },
  ];
}
