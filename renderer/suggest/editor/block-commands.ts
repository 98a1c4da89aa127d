// Lists, callouts and headings on and off, for the blocks that the selection touches.
import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';
import type { CalloutKind } from '../../../content/core/guide/model.ts';
import { pieces } from './language.ts';
import { touchedLines } from './line-commands.ts';

const item = /^(\s*)(?:([-*+])|(\d{1,9})[.)])(\s+)(\[[ xX]\]\s+)?/;
const heading = /^\s{0,3}#{1,6}\s+/;
const quote = /^(?:\s{0,3}>\s?)+/;
const calloutWord = /^\[![^\]\n]*\][ \t]*/;

export type Block = 'text' | 'heading-2' | 'heading-3' | 'heading-4' | CalloutKind;

/** What the block at the caret is, for the box that shows and changes it. */
export function blockAt(state: EditorState): Block {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  for (const piece of pieces(state, line.from, line.to)) {
    if (piece.kind === 'heading') return piece.level === 2 ? 'heading-2' : piece.level === 3 ? 'heading-3' : 'heading-4';
    if (piece.kind === 'quote' && piece.callout) return piece.callout;
  }
  return 'text';
}

export function setBlock(block: Block): StateCommand {
  if (block === 'text') return (target) => (isHeading(target.state) ? setHeading(0)(target) : setCallout(null)(target));
  const level = /^heading-(\d)$/.exec(block)?.[1];
  return level ? setHeading(Number(level)) : setCallout(block as CalloutKind);
}

const isHeading = (state: EditorState): boolean => blockAt(state).startsWith('heading');

/** 0: no heading. */
function setHeading(level: number): StateCommand {
  return change((state) =>
    touchedLines(state).map(({ from, text }) => {
      const start = quote.exec(text)?.[0].length ?? 0;
      const mark = (heading.exec(text.slice(start)) ?? item.exec(text.slice(start)))?.[0].length ?? 0;
      return { from: from + start, to: from + start + mark, insert: level === 0 ? '' : `${'#'.repeat(level)} ` };
    }),
  );
}

export function toggleList(kind: 'bulleted' | 'numbered'): StateCommand {
  return change((state) => {
    const lines = touchedLines(state).map((line) => ({ ...at(line), start: quote.exec(line.text)?.[0].length ?? 0 }));
    const marks = lines.map(({ text, start }) => item.exec(text.slice(start)));
    const isOn = marks.every((found) => found && (kind === 'bulleted' ? found[2] : found[3]) !== undefined);
    return lines.map(({ from, text, start }, index) => {
      const found = marks[index];
      const space = start + (found ? (found[1]?.length ?? 0) : 0);
      const old = found
        ? found[0].length - (found[1]?.length ?? 0) - (isOn ? 0 : (found[5]?.length ?? 0))
        : (heading.exec(text.slice(start))?.[0].length ?? 0);
      return { from: from + space, to: from + space + old, insert: isOn ? '' : kind === 'bulleted' ? '- ' : `${index + 1}. ` };
    });
  });
}

/** Null: a callout no longer. Of the whole block: from its first to its last line. */
export function setCallout(kind: CalloutKind | null): StateCommand {
  return change((state) => {
    const lines = wholeBlock(state);
    if (!lines.every(({ text }) => quote.test(text)))
      return kind === null ? [] : lines.map(({ from }, index) => ({ from, insert: index === 0 ? `> [!${kind}]\n> ` : '> ' }));
    return lines.flatMap(({ from, to, text, number }, index): ChangeSpec[] => {
      const sign = quote.exec(text)?.[0].length ?? 0;
      const word = index === 0 ? (calloutWord.exec(text.slice(sign))?.[0].length ?? 0) : 0;
      if (kind !== null)
        return index === 0
          ? [{ from: from + sign, to: from + sign + word, insert: `[!${kind}]${sign + word < text.length ? ' ' : ''}` }]
          : [];
      // A line that was the callout's word alone goes as a whole.
      const isEmpty = word > 0 && sign + word === text.length && number < state.doc.lines;
      return [{ from, to: isEmpty ? to + 1 : from + sign + word }];
    });
  });
}

const at = ({ from, text }: Line) => ({ from, text });

function wholeBlock(state: EditorState): readonly Line[] {
  const { from, to } = state.selection.main;
  let [top, end] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number];
  while (top > 1 && state.doc.line(top - 1).text.trim() !== '') top--;
  while (end < state.doc.lines && state.doc.line(end + 1).text.trim() !== '') end++;
  return Array.from({ length: end - top + 1 }, (_, index) => state.doc.line(top + index));
}

function change(make: (state: EditorState) => readonly ChangeSpec[]): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = state.changes(make(state));
    if (changes.empty) return true;
    dispatch(state.update({ changes, selection: state.selection.map(changes, 1), userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}
