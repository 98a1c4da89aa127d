// A markdown text as the words that a reader sees, each with its place and its dress (bold, where a link leads): what is
// compared, so that a sign nobody sees is never told as a word.
import { tokensOf } from '../../../content/core/suggestion/tokens.ts';
import { grammar } from './grammar.ts';
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
  const dressed = pieces.filter((piece): piece is Extract<Piece, { kind: 'style' }> => piece.kind === 'style');
  const runs: Run[] = [];
  let at = 0;
  let open = 0;
  const dressAt = (place: number): Dress => {
    while (open < dressed.length && (dressed[open] as { to: number }).to <= place && dressed.slice(0, open).every(({ to }) => to <= place))
      open++;
    const here = dressed.slice(open).filter(({ from, to }) => from <= place && place < to);
    return here.length === 0
      ? plain
      : { styles: [...new Set(here.map(({ style }) => style))].sort(), target: here.find(({ target }) => target !== '')?.target ?? '' };
  };
  const words = (to: number): void => {
    for (const token of tokensOf(text.slice(at, to))) {
      const isSpace = /^\s/.test(token);
      const last = runs.at(-1);
      if (isSpace && last && /^\s/.test(last.text) && last.to === at) {
        runs[runs.length - 1] = {
          ...last,
          text: token === '\n' && text.slice(last.from, at).includes('\n') ? '\n' : last.text,
          to: at + token.length,
        };
      } else runs.push({ text: isSpace ? ' ' : token, from: at, to: at + token.length, dress: isSpace ? plain : dressAt(at) });
      at += token.length;
    }
  };
  const skip = (to: number, isBreak: boolean): void => {
    const last = runs.at(-1);
    if (isBreak && last && /^\s/.test(last.text)) runs[runs.length - 1] = { ...last, text: '\n' };
    at = Math.max(at, to);
  };
  for (const piece of pieces) {
    if (piece.from < at) continue;
    if (piece.kind === 'sign') {
      words(piece.from);
      skip(piece.to, piece.block && text.slice(piece.from, piece.to).startsWith('#'));
    } else if (piece.kind === 'item' || piece.kind === 'box') {
      words(piece.from);
      skip(piece.to, true);
    } else if (piece.kind === 'callout' || piece.kind === 'footnote') {
      words(piece.from);
      runs.push({ text: text.slice(piece.from, piece.to).trimEnd(), from: piece.from, to: piece.to, dress: plain });
      at = piece.to;
    }
  }
  words(text.length);
  return runs;
}

export const sameDress = (a: Dress, b: Dress): boolean => a.target === b.target && a.styles.join() === b.styles.join();
