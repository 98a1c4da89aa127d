// Which row of a table was which row of the base: rows of the same words first, what is left between them in order.
import { shortestEdit } from '../../../content/core/lineage/shortest-edit.ts';

export interface RowMatch {
  /** Of each row now, the row of the base; null: it came. */
  readonly from: readonly (number | null)[];
  /** Rows of the base that went, each with the row now that it stood before (the number of rows: at the end). */
  readonly gone: readonly { readonly row: number; readonly before: number }[];
}

/** @param old rows of the base, `next` rows now, each as the text of its cells. */
export function matchRows(old: readonly string[], next: readonly string[]): RowMatch {
  const from: (number | null)[] = next.map(() => null);
  const gone: { row: number; before: number }[] = [];
  let [x, y] = [0, 0];
  for (const [toX, toY] of [...shortestEdit(old, next), [old.length, next.length] as const]) {
    const pairs = Math.min(toX - x, toY - y);
    for (let at = 0; at < pairs; at++) from[y + at] = x + at;
    for (let row = x + pairs; row < toX; row++) gone.push({ row, before: toY });
    if (toY < next.length) from[toY] = toX;
    [x, y] = [toX + 1, toY + 1];
  }
  return { from, gone };
}
