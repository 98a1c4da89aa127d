// Lists and callouts on and off, line by line, and what Enter does in them.
import { EditorSelection, type EditorState, type Line, type StateCommand, type TransactionSpec } from '@codemirror/state';
import type { CalloutKind } from '../../../content/core/guide/model.ts';

const item = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?/;
const quote = /^(?:\s{0,3}>\s?)+/;

/** Lines the selection touches that hold words. */
function linesOf(state: EditorState): readonly Line[] {
  const found = new Map<number, Line>();
  for (const { from, to } of state.selection.ranges)
    for (let at = state.doc.lineAt(from).number; at <= state.doc.lineAt(to).number; at++) found.set(at, state.doc.line(at));
  const lines = [...found.values()];
  const written = lines.filter(({ text }) => text.trim() !== '');
  return written.length > 0 ? written : lines.slice(0, 1);
}

export function toggleList(kind: 'bulleted' | 'numbered'): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const lines = linesOf(state);
    const marks = lines.map(({ text }) => item.exec(text));
    const isOn = marks.every((found) => found && (kind === 'bulleted' ? found[2] !== undefined : found[3] !== undefined));
    const changes = lines.map(({ from, text }, at) => {
      const found = marks[at];
      const start = found ? (found[1]?.length ?? 0) : (/^\s*/.exec(text)?.[0].length ?? 0);
      const sign = isOn ? '' : kind === 'bulleted' ? '- ' : `${at + 1}. `;
      return { from: from + start, to: from + (found ? found[0].length - (found[6]?.length ?? 0) : start), insert: sign };
    });
    const change = state.changes(changes);
    dispatch(state.update({ changes: change, selection: state.selection.map(change, 1), userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}

/** Null: no callout any more. */
export function setCallout(kind: CalloutKind | null): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const lines = whole(state);
    const isQuote = lines.every(({ text }) => quote.test(text));
    const changes = lines.flatMap(({ from, text }, at): { from: number; to?: number; insert: string }[] => {
      const mark = /^((?:\s{0,3}>\s?)+)(\[![^\]\n]*\][ \t]*)?/.exec(text);
      if (isQuote && mark) {
        const end = from + (mark[0].length ?? 0);
        if (kind === null) return [{ from, to: end, insert: '' }];
        return at === 0 ? [{ from: from + (mark[1]?.length ?? 0), to: end, insert: `[!${kind}] ` }] : [];
      }
      if (kind === null) return [];
      return [{ from, insert: at === 0 ? `> [!${kind}] ` : '> ' }];
    });
    const change = state.changes(changes);
    dispatch(state.update({ changes: change, selection: state.selection.map(change, 1), userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}

/** From the first to the last line of the paragraph or quote around the selection. */
function whole(state: EditorState): readonly Line[] {
  const { from, to } = state.selection.main;
  let [top, end] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number];
  while (top > 1 && state.doc.line(top - 1).text.trim() !== '') top -= 1;
  while (end < state.doc.lines && state.doc.line(end + 1).text.trim() !== '') end += 1;
  return Array.from({ length: end - top + 1 }, (_, at) => state.doc.line(top + at));
}

/** In a list: another item, or the end of the list where the item is empty. Elsewhere: a new paragraph. */
export const enter: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const change = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.from);
    const prefix = quote.exec(line.text)?.[0] ?? '';
    const found = item.exec(line.text.slice(prefix.length));
    if (found && line.from + prefix.length + found[0].length <= range.from) {
      if (line.text.slice(prefix.length + found[0].length).trim() === '') return endList(state, line, prefix);
      const sign = found[3] === undefined ? found[2] : `${Number(found[3]) + 1}${found[4]}`;
      return put(range, `\n${prefix}${found[1]}${sign}${found[5]}${found[6] === undefined ? '' : '[ ] '}`);
    }
    if (prefix !== '' && line.text.slice(prefix.length).trim() === '') return endList(state, line, '');
    return put(range, prefix === '' ? '\n\n' : `\n${prefix}`);
  });
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
};

const put = ({ from, to }: { readonly from: number; readonly to: number }, insert: string) => ({
  changes: { from, to, insert },
  range: EditorSelection.cursor(from + insert.length),
});

/** The empty item becomes a new paragraph after the list. */
function endList(
  state: EditorState,
  line: Line,
  prefix: string,
): { changes: TransactionSpec['changes'] & object; range: ReturnType<typeof EditorSelection.cursor> } {
  const before =
    line.number > 1 &&
    state.doc
      .line(line.number - 1)
      .text.slice(prefix.length)
      .trim() !== ''
      ? `${prefix.trimEnd()}\n${prefix}`
      : prefix;
  return { changes: { from: line.from, to: line.to, insert: before }, range: EditorSelection.cursor(line.from + before.length) };
}

/** An item one level in or out. */
export function indent(by: -1 | 1): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = linesOf(state).flatMap(({ from, text }) => {
      const found = item.exec(text);
      if (!found) return [];
      if (by === 1) return [{ from, insert: '  ' }];
      const spaces = Math.min(2, found[1]?.length ?? 0);
      return spaces === 0 ? [] : [{ from, to: from + spaces, insert: '' }];
    });
    if (changes.length > 0) dispatch(state.update({ changes, userEvent: 'input.indent', scrollIntoView: true }));
    return true;
  };
}
