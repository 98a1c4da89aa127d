// A CodeMirror view for one region, with what React hands in from outside. Plain functions: React draws around the view
// and never in it, so no key waits for React.
import { EditorSelection, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { adoptStyles } from './adopt-styles.tsx';
import { changesView, setAgainst } from './changes-view.ts';
import { cleanInput } from './clean-input.ts';
import { caretGuard } from './content-start.ts';
import { dressView } from './dress-view.ts';
import { keys } from './keys.tsx';
import { markdown } from './language.ts';
import { pasting } from './pasting.tsx';
import type { RegionEditorProps } from './RegionEditor.tsx';
import { showMarkup } from './show-markup.ts';
import { openCellAt } from './table-commands.tsx';
import { tableInput, tableKeys } from './table-keys.tsx';
import { gridAt, tablesView } from './tables-view.ts';
import { fromOutside } from './take-text.ts';
import { typeOver } from './type-over.tsx';
import { type Watching, watching } from './watching.ts';

interface Options {
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly watching: Watching;
}

export function openView(parent: HTMLElement, options: Options): EditorView {
  adoptStyles();
  return new EditorView({ parent, state: EditorState.create({ doc: options.text, extensions: extensions(options) }) });
}

function extensions({ label, readOnly, watching: told }: Options): Extension {
  return [
    watching.of(told),
    Prec.high(keymap.of(tableKeys)),
    keymap.of(keys(told)),
    markdown.extension,
    [showMarkup, changesView, tablesView, dressView, caretGuard, cleanInput, tableInput, typeOver, pasting],
    EditorView.lineWrapping,
    EditorState.readOnly.of(readOnly),
    EditorView.editable.of(!readOnly),
    EditorState.allowMultipleSelections.of(false),
    EditorView.contentAttributes.of({
      ...{ 'aria-label': label, 'aria-readonly': String(readOnly), spellcheck: 'true', autocorrect: 'off', autocapitalize: 'off' },
      // A text that is only read must be reached by keys to be scrolled and read aloud.
      ...(readOnly ? { tabindex: '0' } : {}),
    }),
    EditorView.scrollMargins.of(margins),
    EditorView.domEventHandlers({
      // The menu's Undo and Redo, and what a touch keyboard sends.
      beforeinput: (event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        if (event.inputType === 'historyUndo') told.undo();
        else told.redo();
        return true;
      },
      focus: (_event, view) => {
        told.active(view, null);
        return false;
      },
    }),
    EditorView.updateListener.of(({ docChanged, transactions, state, selectionSet, view }) => {
      if (docChanged && !transactions.every((transaction) => transaction.annotation(fromOutside)))
        told.change(state.doc.toString().normalize('NFC'));
      if (docChanged || selectionSet) told.moved(view);
    }),
  ];
}

/** What lies over the page: the caret may not be scrolled under it. */
function margins(): { readonly top: number; readonly bottom: number } {
  const below = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const tools = document.querySelector('.region-tools')?.getBoundingClientRect().height ?? 0;
  // The buttons stand half a line below the bar.
  return { top: below + tools + 16, bottom: (document.querySelector('.status')?.getBoundingClientRect().height ?? 0) + 16 };
}

export function takeCaret(view: EditorView, caret: RegionEditorProps['caret']): void {
  if (caret === null) return;
  const { length } = view.state.doc;
  const place = (at: number): number => Math.max(0, Math.min(at, length));
  const [from, to] = caret === 'start' ? [0, 0] : caret === 'end' ? [length, length] : [place(caret.from), place(caret.to)];
  view.dispatch({ selection: EditorSelection.single(from, to), scrollIntoView: true });
  const grid = gridAt(view.state, from);
  if (!grid || !openCellAt(view, from)) view.focus();
}

export function showAgainst(view: EditorView, base: string, shown: boolean): void {
  view.dispatch({ effects: setAgainst.of({ base, shown }) });
}
