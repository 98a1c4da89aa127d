// What Enter and Backspace do in a text of blocks: items go on, an empty one ends its list, a sign goes before its words.
import { type ChangeSpec, EditorSelection, type EditorState, type Line, type StateCommand } from '@codemirror/state';
import { openers } from './content-start.ts';
import { pieces } from './language.ts';
import type { Piece } from './markup.ts';

const item = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?/;
const quote = /^(?:\s{0,3}>\s?)+/;
// Two spaces are enough for an item under a bullet; under a number core/guide needs three, which also does for bullets.
const step = 3;

interface Change {
  readonly changes: ChangeSpec;
  readonly range: ReturnType<typeof EditorSelection.cursor>;
}

const put = (from: number, to: number, insert: string): Change => ({
  changes: { from, to, insert },
  range: EditorSelection.cursor(from + insert.length),
});

const isWritten = (text: string): boolean => !/^[\s>]*$/.test(text);

/** In a list another item, or the end of the list where the item is empty; elsewhere a new paragraph. */
export const enter: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const change = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.from);
    const inside = pieces(state, range.from, range.from).map(({ kind }) => kind);
    if (inside.includes('fence') || inside.includes('table')) return put(range.from, range.to, '\n');
    const prefix = quote.exec(line.text)?.[0] ?? '';
    const rest = line.text.slice(prefix.length);
    const found = item.exec(rest);
    const [from, to] = withoutSpace(state, range.from, range.to, line.from + prefix.length + (found?.[0].length ?? 0));
    if (found && line.from + prefix.length + found[0].length <= range.from) {
      if (rest.slice(found[0].length).trim() === '') return endItem(state, line, prefix, found[1]?.length ?? 0);
      const sign = found[3] === undefined ? found[2] : `${Number(found[3]) + 1}${found[4]}`;
      return put(from, to, `\n${prefix}${found[1]}${sign}${found[5]}${found[6] === undefined ? '' : '[ ] '}`);
    }
    if (prefix === '') return put(from, to, '\n\n');
    if (rest.trim() === '') return endItem(state, line, '', 0);
    // The title of a callout ends with its line; other paragraphs need a blank one between them.
    const isTitle = /^\[!/.test(rest);
    return put(from, to, isTitle ? `\n${prefix}` : `\n${prefix.trimEnd()}\n${prefix}`);
  });
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
};

/** A new line inside the paragraph. */
export const lineBreak: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const change = state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(from);
    if (line.text.trim() === '') return put(from, to, '\n\n');
    const found = item.exec(line.text);
    const prefix = quote.exec(line.text)?.[0] ?? ' '.repeat(found?.[0].length ?? 0);
    return put(from, to, `\\\n${prefix}`);
  });
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
};

/** White space on both sides of a new line end is nobody's. */
function withoutSpace(state: EditorState, from: number, to: number, floor: number): readonly [number, number] {
  const line = state.doc.lineAt(from);
  const before = /[ \t]*$/.exec(state.sliceDoc(Math.max(line.from, Math.min(floor, from)), from))?.[0].length ?? 0;
  const after = /^[ \t]*/.exec(state.sliceDoc(to, state.doc.lineAt(to).to))?.[0].length ?? 0;
  return [from - before, to + after];
}

/** An empty inner item goes one level out; an outer one becomes a paragraph after the list, or after the quote. */
function endItem(state: EditorState, line: Line, prefix: string, indent: number): Change {
  if (indent > 0) {
    const inner = line.text.slice(prefix.length);
    const out = Math.max(0, indent - step);
    const text = prefix + ' '.repeat(out) + inner.trimStart();
    return { changes: { from: line.from, to: line.to, insert: text }, range: EditorSelection.cursor(line.from + text.length) };
  }
  let last = line.number - 1;
  while (last > 0 && !isWritten(state.doc.line(last).text)) last--;
  const from = last === 0 ? line.from : state.doc.line(last).to;
  const before = last === 0 ? prefix : `\n${prefix.trimEnd()}\n${prefix}`;
  const next = line.number < state.doc.lines ? state.doc.line(line.number + 1).text : '';
  const after = isWritten(next) ? `\n${prefix.trimEnd()}` : '';
  return { changes: { from, to: line.to, insert: before + after }, range: EditorSelection.cursor(from + before.length) };
}

/** Before the first word of a line: its innermost sign goes, the words stay. */
export const backspace: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (state.readOnly || !main.empty) return false;
  const line = state.doc.lineAt(main.head);
  const signs = openers(state, line);
  const last = signs.at(-1);
  if (!last || last.to !== main.head || isInsideQuote(state, line, last)) return false;
  const first = last.kind === 'box' ? (signs.at(-2) ?? last) : last;
  const prefix = state.sliceDoc(line.from, first.from);
  const isItem = first.kind === 'item';
  const above = isItem && line.number > 1 && isWritten(state.doc.line(line.number - 1).text);
  const below = isItem && line.number < state.doc.lines && isWritten(state.doc.line(line.number + 1).text);
  const changes = state.changes([
    ...(above ? [{ from: line.from, insert: `${prefix.trimEnd()}\n` }] : []),
    { from: isItem ? line.from + prefix.length : first.from, to: last.to },
    ...(below ? [{ from: line.to, insert: `\n${prefix.trimEnd()}` }] : []),
  ]);
  dispatch(
    state.update({ changes, selection: { anchor: changes.mapPos(main.head, 1) }, userEvent: 'delete.backward', scrollIntoView: true }),
  );
  return true;
};

/** A later line of a quote: there the line end goes, as in any paragraph. */
function isInsideQuote(state: EditorState, line: Line, last: Piece): boolean {
  return (
    last.kind === 'sign' &&
    state.sliceDoc(last.from, last.from + 1) === '>' &&
    line.number > 1 &&
    quote.test(state.doc.line(line.number - 1).text)
  );
}

/** Items one level in or out. */
export function indent(by: -1 | 1): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = touchedLines(state).flatMap(({ from, text }): { from: number; to?: number; insert: string }[] => {
      const start = quote.exec(text)?.[0].length ?? 0;
      const found = item.exec(text.slice(start));
      if (!found) return [];
      if (by === 1) return [{ from: from + start, insert: ' '.repeat(step) }];
      const spaces = Math.min(step, found[1]?.length ?? 0);
      return spaces === 0 ? [] : [{ from: from + start, to: from + start + spaces, insert: '' }];
    });
    if (changes.length > 0) dispatch(state.update({ changes, userEvent: 'input.indent', scrollIntoView: true }));
    return true;
  };
}

/** Lines that the selection touches and that hold words; with none, the first. */
export function touchedLines(state: EditorState): readonly Line[] {
  const { from, to } = state.selection.main;
  const [top, end] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number];
  const lines = Array.from({ length: end - top + 1 }, (_, at) => state.doc.line(top + at));
  const written = lines.filter(({ text }) => isWritten(text));
  return written.length > 0 ? written : lines.slice(0, 1);
}
