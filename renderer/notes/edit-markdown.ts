// What the buttons and keys over a note's field do to its text: which stretch gives way to what, and what is selected
// after that. Pure; the field itself puts it in, so that its own undo knows of it.

export interface Typed {
  readonly text: string;
  /** What is selected; equal where nothing is. */
  readonly from: number;
  readonly to: number;
}

export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [from: number, to: number];
}

/** Puts signs around what is selected, or takes them off; with nothing selected, around the word one stands in. */
export function wrap(typed: Typed, sign: '**' | '*'): Replacement {
  const { text } = typed;
  const { from, to } = typed.from === typed.to ? wordAt(typed) : trimmed(typed);
  const words = text.slice(from, to);
  const length = sign.length;
  const isWrapped = text.slice(from - length, from) === sign && text.slice(to, to + length) === sign && from >= length;
  // One star of two is no italic.
  if (isWrapped && (sign === '**' || text.charAt(from - 2) !== '*' || text.slice(from - 3, from) === '***'))
    return { from: from - length, to: to + length, insert: words, select: [from - length, to - length] };
  return { from, to, insert: `${sign}${words}${sign}`, select: [from + length, to + length] };
}

/** Makes the lines that are selected items of a list, or plain lines again. */
export function toggleList({ text, from, to }: Typed): Replacement {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', Math.max(from, to - 1));
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const isList = lines.every((line) => line.trim() === '' || item.test(line));
  const isEmpty = lines.every((line) => line.trim() === '');
  const insert = lines
    .map((line) => (isList && !isEmpty ? line.replace(item, '') : line.trim() === '' && !isEmpty ? line : `- ${line}`))
    .join('\n');
  const caret = start + insert.length;
  return { from: start, to: end, insert, select: from === to ? [caret, caret] : [start, caret] };
}
const item = /^[-*+] /;

/** Makes what is selected the words of a link, with the address to be typed next; or its address, where it is one. */
export function link(typed: Typed): Replacement {
  const { from, to } = trimmed(typed);
  const words = typed.text.slice(from, to);
  if (/^(?:https?|guides?):\S+$/i.test(words)) return { from, to, insert: `[](${words})`, select: [from + 1, from + 1] };
  const address = from + words.length + 3;
  return { from, to, insert: `[${words}]()`, select: words === '' ? [from + 1, from + 1] : [address, address] };
}

/** Enter in a list: another item, or the end of the list after an empty one. Null: an ordinary line break. */
export function nextItem({ text, from, to }: Typed): Replacement | null {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const [, sign = '', number] = /^(\s*(?:[-*+]|(\d{1,9})\.) )/.exec(text.slice(start, from)) ?? [];
  if (sign === '' || from !== to) return null;
  if (text.slice(start, from) === sign) return { from: start, to: from, insert: '', select: [start, start] };
  const next = number === undefined ? sign : sign.replace(number, String(Number(number) + 1));
  return { from, to, insert: `\n${next}`, select: [from + 1 + next.length, from + 1 + next.length] };
}

function wordAt({ text, from }: Typed): Pick<Typed, 'from' | 'to'> {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, from))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(from))?.[0].length ?? 0;
  return { from: from - before, to: from + after };
}

/** Signs do not work with white space inside them. */
function trimmed({ text, from, to }: Typed): Pick<Typed, 'from' | 'to'> {
  const words = text.slice(from, to);
  if (words.trim() === '') return { from, to };
  return { from: from + words.length - words.trimStart().length, to: to - words.length + words.trimEnd().length };
}
