// A CodeMirror view for one region, with what React hands in from outside. Plain functions: React draws around the view
// and never in it, so no key waits for React.
import { Annotation, EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { adoptStyles } from './adopt-styles.ts';
import { changesView, setAgainst } from './changes-view.ts';
import { dressView } from './dress-view.ts';
import { keys, type Outside } from './keys.ts';
import { markdown } from './language.ts';
import type { RegionEditorProps } from './RegionEditor.tsx';
import { showMarkup } from './show-markup.ts';

/** On changes that come from the draft: they are not told back to it. */
const fromOutside = Annotation.define<boolean>();

export interface Watching extends Outside {
  readonly change: (text: string) => void;
  readonly moved: () => void;
}

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

function extensions({ label, readOnly, watching }: Options): Extension {
  return [
    keymap.of(keys(watching)),
    markdown.extension,
    showMarkup,
    changesView,
    dressView,
    EditorView.lineWrapping,
    EditorState.readOnly.of(readOnly),
    EditorView.editable.of(!readOnly),
    EditorState.allowMultipleSelections.of(false),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', autocorrect: 'off', autocapitalize: 'off' }),
    EditorView.domEventHandlers({
      // The menu's Undo and Redo, and what a touch keyboard sends.
      beforeinput: (event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        if (event.inputType === 'historyUndo') watching.undo();
        else watching.redo();
        return true;
      },
    }),
    EditorView.updateListener.of(({ docChanged, transactions, state, selectionSet }) => {
      if (docChanged && !transactions.every((transaction) => transaction.annotation(fromOutside))) watching.change(state.doc.toString());
      if (docChanged || selectionSet) watching.moved();
    }),
  ];
}

/** Only what differs is replaced, so that the caret stays by its words. */
export function takeText(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  if (old === text) return;
  let from = 0;
  while (from < old.length && from < text.length && old[from] === text[from]) from++;
  let [end, to] = [old.length, text.length];
  while (end > from && to > from && old[end - 1] === text[to - 1]) [end, to] = [end - 1, to - 1];
  view.dispatch({ changes: { from, to: end, insert: text.slice(from, to) }, annotations: fromOutside.of(true) });
}

export function takeCaret(view: EditorView, caret: RegionEditorProps['caret']): void {
  if (caret === null) return;
  const { length } = view.state.doc;
  const place = (at: number): number => Math.max(0, Math.min(at, length));
  const selection =
    caret === 'start'
      ? EditorSelection.single(0)
      : caret === 'end'
        ? EditorSelection.single(length)
        : EditorSelection.single(place(caret.from), place(caret.to));
  view.dispatch({ selection, scrollIntoView: true });
  view.focus();
}

export function showAgainst(view: EditorView, base: string, shown: boolean): void {
  view.dispatch({ effects: setAgainst.of({ base, shown }) });
}
