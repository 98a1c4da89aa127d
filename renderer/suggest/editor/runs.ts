// A markdown text as the words that a reader sees, each with its place and its dress (bold, where a link leads): what is
// compared, so that a sign nobody sees is never told as a word.
import { tokensOf } from '../../../content/core/suggestion/tokens.ts';
import { calloutWords } from '../../text/names.ts';
import { calloutIn, footnoteIn, grammar } from './grammar.ts';
import { type Emphasis, type Piece, piecesIn } from './markup.ts';

export interface Dress {
  readonly styles: readonly Emphasis[];
  /** Where a link leads or which picture it is; empty for neither. */
  readonly target: string;
}

export interface Run {
  /** What is compared: the word; a space for white space inside a paragraph, a line end where a block ends. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly dress: Dress;
}

const plain: Dress = { styles: [], target: '' };

/** In order; signs between them are left out. */
export function runsOf(text: string): readonly Run[] {
  const pieces = piecesIn(grammar.parse(text), (from, to) => text.slice(from, to), 0, text.length);
  const dressAt = dresses(pieces);
  const runs: Run[] = [];
  let at = 0;
  // Line ends in the white space that is being read; the title of a callout ends with its line.
  let ends = 0;
  let isTitle = false;
  const space = (to: number, isBreak: boolean): void => {
    const last = runs.at(-1);
    if (last && isSpace(last)) runs[runs.length - 1] = { ...last, text: isBreak ? '\n' : last.text, to };
    else runs.push({ text: isBreak ? '\n' : ' ', from: at, to, dress: plain });
  };
  const word = (token: string, to: number): void => {
    runs.push({ text: token, from: at, to, dress: dressAt(at) });
    ends = 0;
  };
  const read = (to: number): void => {
    for (const token of tokensOf(text.slice(at, to))) {
      const end = at + token.length;
      if (/^\s/.test(token)) {
        ends += token === '\n' ? 1 : 0;
        space(end, ends > 1 || (isTitle && ends > 0));
        if (ends > 0) isTitle = false;
      } else word(token, end);
      at = end;
    }
  };
  for (const piece of pieces) {
    if (piece.from < at || !isSign(piece)) continue;
    read(piece.from);
    if (piece.kind === 'callout' || piece.kind === 'footnote') word(text.slice(piece.from, piece.to).trimEnd(), piece.to);
    isTitle ||= piece.kind === 'callout';
    const last = runs.at(-1);
    if (opensBlock(piece, text) && last && isSpace(last)) space(last.to, true);
    at = piece.to;
  }
  read(text.length);
  return runs;
}

const isSpace = ({ text }: Run): boolean => text === ' ' || text === '\n';

const isSign = ({ kind }: Piece): boolean =>
  kind === 'sign' || kind === 'item' || kind === 'box' || kind === 'bar' || kind === 'callout' || kind === 'footnote';

/** What stands before it ends a block, though there is no blank line. */
const opensBlock = (piece: Piece, text: string): boolean =>
  piece.kind === 'item' ||
  piece.kind === 'box' ||
  piece.kind === 'bar' ||
  (piece.kind === 'sign' && piece.block && text[piece.from] === '#');

/** Answers for places in ascending order. */
function dresses(pieces: readonly Piece[]): (place: number) => Dress {
  const styles = pieces.filter((piece): piece is Extract<Piece, { kind: 'style' }> => piece.kind === 'style');
  let next = 0;
  let worn: readonly (typeof styles)[number][] = [];
  return (place) => {
    if (worn.some(({ to }) => to <= place)) worn = worn.filter(({ to }) => to > place);
    for (let style = styles[next]; style && style.from <= place; style = styles[++next]) if (style.to > place) worn = [...worn, style];
    if (worn.length === 0) return plain;
    const target = worn.findLast((style) => style.target !== '')?.target ?? '';
    return { styles: [...new Set(worn.map(({ style }) => style))].sort(), target };
  };
}

export const sameDress = (a: Dress, b: Dress): boolean => a.target === b.target && a.styles.join() === b.styles.join();

/** As it is read: the sign of a callout is its word, that of a footnote its label. */
export function seen({ text }: Pick<Run, 'text'>): string {
  const callout = calloutIn(text);
  if (callout) return `${calloutWords[callout]}: `;
  const note = footnoteIn(text);
  return note === '' ? text : `[${note}]`;
}
