// Where a bar or a card stands beside words: never on them, never out of the window. Only arithmetic, in CSS pixels of
// the view.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'below' | 'beside' | 'sheet';
  /** The greatest height that keeps it clear of the words and inside the view. */
  readonly most: number;
}

// Between the words and what stands beside them: clear of a line's descenders and of a highlight's underline.
const gap = 8;

/**
 * Over the first line of the words, else under the last one; null where neither is in view.
 * @param lines boxes of the words, line by line in reading order
 * @param view the part of the window that nothing covers
 */
export function placeBar(lines: readonly Box[], { width, height }: Size, view: Box): Placed | null {
  const { first, last } = ends(lines);
  if (!first || !last) return null;
  const over = first.top - gap - height;
  const isOver = over >= view.top && first.top < view.bottom;
  const under = last.bottom + gap;
  const isUnder = under + height <= view.bottom && last.bottom > view.top;
  if (!isOver && !isUnder) return null;
  const line = isOver ? first : last;
  const left = clamp((line.left + line.right - width) / 2, view.left, view.right - width);
  return { left, top: isOver ? over : under, side: isOver ? 'above' : 'below', most: height };
}

// Of a card beside the text: clear of the mark in the margin that it belongs to.
const besideGap = 32;
// A card lower than this shows too little of a note to be used.
const leastCard = 240;
// Wide enough for the four kinds in two rows and for six words of a note in a line.
const leastBeside = 280;

/**
 * Beside the column of text, so that it covers nothing that is read; else under the words, else over them; where there
 * is no room for any, a sheet at the foot of the view.
 * @param column the text's own column; tables may be wider
 */
export function placeCard(lines: readonly Box[], { width, height }: Size, view: Box, column: Box): Placed {
  const { first, last } = ends(lines);
  const sheetMost = (view.bottom - view.top) / 2;
  const sheet: Placed = { left: view.left, top: view.bottom - Math.min(height, sheetMost), side: 'sheet', most: sheetMost };
  if (view.right - view.left < leastBeside * 2) return sheet;
  const left = Math.max(column.right, ...lines.map(({ right }) => right)) + besideGap;
  const whole = view.bottom - view.top;
  if (left + Math.min(width, leastBeside) <= view.right)
    return { left, top: clamp((first ?? view).top, view.top, view.bottom - Math.min(height, whole)), side: 'beside', most: whole };
  if (!first || !last) return sheet;
  const across = clamp(first.left, view.left, view.right - width);
  // Words that are out of view have the whole view beside them.
  const under = Math.max(view.top, last.bottom + gap);
  const over = Math.min(view.bottom, first.top - gap);
  const room = { below: view.bottom - under, above: over - view.top };
  const enough = Math.min(height, leastCard);
  if (room.below >= enough) return { left: across, top: under, side: 'below', most: room.below };
  if (room.above >= enough) return { left: across, top: over - Math.min(height, room.above), side: 'above', most: room.above };
  return sheet;
}

/** The highest and the lowest line: cells of a table stand beside each other. */
function ends(lines: readonly Box[]): { readonly first: Box | undefined; readonly last: Box | undefined } {
  let [first, last] = [lines[0], lines[0]];
  for (const line of lines) {
    if (first && line.top < first.top) first = line;
    if (last && line.bottom > last.bottom) last = line;
  }
  return { first, last };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
