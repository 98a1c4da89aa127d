// The text of one block as core/guide spells it (single spaces, cells parted by tabs, rows by line ends), put together
// from the pieces that a page shows, with the way back from every letter to its piece. Knows nothing of pages.

/** Letters of the block that stand side by side in one piece. */
export interface Run<Piece> {
  readonly piece: Piece;
  /** Position in the piece, in UTF-16 units; 0 for a picture. */
  readonly from: number;
  /** Position in the block's text. */
  readonly at: number;
  readonly length: number;
  /** A picture: its words are not on the page, so they are all of it or nothing. */
  readonly whole: boolean;
  /** Runs of the same stretch have nothing between them that is not text of the block. */
  readonly stretch: number;
}

export interface BlockText<Piece> {
  readonly text: string;
  /** In reading order. */
  readonly runs: readonly Run<Piece>[];
}

export interface BlockTextBuilder<Piece> {
  add(piece: Piece, data: string): void;
  /** A picture, by the words that stand for it. */
  picture(piece: Piece, words: string): void;
  /** Something that is no text of the block stands here. */
  interrupt(): void;
  /** What follows is another cell, or the first one of another row. */
  part(sign: '\t' | '\n'): void;
  done(): BlockText<Piece>;
}

export function buildBlockText<Piece>(): BlockTextBuilder<Piece> {
  const runs: Run<Piece>[] = [];
  let text = '';
  /** Where the present cell begins: white space there is none. */
  let start = 0;
  let stretch = 0;
  /** White space that counts as one space if a word follows. */
  let space: { readonly piece: Piece; readonly at: number; readonly stretch: number } | null = null;

  const put = (piece: Piece, from: number, words: string, whole: boolean, within = stretch): void => {
    const last = runs.at(-1);
    const joined = last && !whole && !last.whole && last.piece === piece && last.stretch === within;
    if (joined && last.from + last.length === from && last.at + last.length === text.length)
      runs[runs.length - 1] = { ...last, length: last.length + words.length };
    else runs.push({ piece, from, at: text.length, length: words.length, whole, stretch: within });
    text += words;
  };
  const putSpace = (): void => {
    // It stands where it was written, before whatever interrupted.
    if (space) put(space.piece, space.at, ' ', false, space.stretch);
    space = null;
  };
  return {
    add(piece, data) {
      // Nearly all there is: one word after the other, and perhaps a space at an end.
      if (!/\s\s/.test(data) && data !== '') {
        const [from, to] = [/^\s/.test(data) ? 1 : 0, /\s$/.test(data) ? data.length - 1 : data.length];
        if (from === 1 && text.length > start) space ??= { piece, at: 0, stretch };
        if (from >= to) return;
        putSpace();
        put(piece, from, data.slice(from, to).replaceAll(/\s/g, ' '), false);
        if (to < data.length) space = { piece, at: to, stretch };
        return;
      }
      for (const match of data.matchAll(/\s+|\S+/g)) {
        if (/\S/.test(match[0].charAt(0))) {
          putSpace();
          put(piece, match.index, match[0], false);
        } else if (text.length > start) space ??= { piece, at: match.index, stretch };
      }
    },
    picture(piece, words) {
      if (words === '') return;
      putSpace();
      stretch += 1;
      put(piece, 0, words, true);
      stretch += 1;
    },
    interrupt() {
      stretch += 1;
    },
    part(sign) {
      space = null;
      stretch += 1;
      text += sign;
      start = text.length;
    },
    done: () => ({ text, runs }),
  };
}

/** Position of the first that fits; those that fit stand after those that do not. */
export function firstOf<T>(list: readonly T[], fits: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
