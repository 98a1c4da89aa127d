// A state of the editor without a page, for what its commands do: `|` stands for the caret, two of them for a selection.
import type { Extension, StateCommand } from '@codemirror/state';
import { EditorState } from '@codemirror/state';
import { changesView } from '../../renderer/suggest/editor/changes-view.ts';
import { cleanInput } from '../../renderer/suggest/editor/clean-input.ts';
import { caretGuard } from '../../renderer/suggest/editor/content-start.ts';
import { markdown } from '../../renderer/suggest/editor/language.ts';
import { showMarkup } from '../../renderer/suggest/editor/show-markup.ts';

// A sign that no text of a test has; `|` belongs to tables.
const caret = '¦';

export function stateOf(marked: string, more: readonly Extension[] = []): EditorState {
  const anchor = marked.indexOf(caret);
  const head = marked.lastIndexOf(caret);
  const doc = marked.replaceAll(caret, '');
  return EditorState.create({
    doc,
    ...(anchor < 0 ? {} : { selection: { anchor, head: head === anchor ? anchor : head - 1 } }),
    extensions: [markdown.extension, showMarkup, changesView, caretGuard, cleanInput, more],
  });
}

/** The text afterwards, with the caret (or the selection) in it. */
export function after(marked: string, command: StateCommand): string {
  let state = stateOf(marked);
  command({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  return shown(state);
}

export function shown(state: EditorState): string {
  const { from, to, empty } = state.selection.main;
  const text = state.doc.toString();
  return `${text.slice(0, from)}${caret}${empty ? '' : `${text.slice(from, to)}${caret}`}${text.slice(to)}`;
}
