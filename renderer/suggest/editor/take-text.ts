// Another text in place of what a view shows. Only what differs is replaced, so that the caret stays by its words.
import { Annotation, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** On changes that come from the draft: they are not told back to it. */
export const fromOutside = Annotation.define<boolean>();

/** Null: nothing differs. */
export function replacing(state: EditorState, text: string): TransactionSpec | null {
  const old = state.doc.toString();
  if (old === text) return null;
  let from = 0;
  while (from < old.length && from < text.length && old[from] === text[from]) from++;
  let [end, to] = [old.length, text.length];
  while (end > from && to > from && old[end - 1] === text[to - 1]) [end, to] = [end - 1, to - 1];
  return { changes: { from, to: end, insert: text.slice(from, to) }, annotations: fromOutside.of(true) };
}

export function takeText(view: EditorView, text: string): void {
  const change = replacing(view.state, text);
  if (change) view.dispatch(change);
}
