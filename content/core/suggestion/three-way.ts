// Where three rows of items agree, and what stands between. The rows are lines or tokens.
import { shortestEdit } from '../lineage/shortest-edit.ts';

export interface Stretch {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** The same in all three. */
  readonly isStable: boolean;
}

/** In order; together they cover all three rows. */
export function stretchesOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly Stretch[] {
  const [toOurs, toTheirs] = [new Map(shortestEdit(base, ours)), new Map(shortestEdit(base, theirs))];
  const stretches: Stretch[] = [];
  let [at, left, right] = [0, 0, 0];
  for (let next = 0; next <= base.length; next++) {
    const isEnd = next === base.length;
    const [inOurs, inTheirs] = isEnd ? [ours.length, theirs.length] : [toOurs.get(next), toTheirs.get(next)];
    if (inOurs === undefined || inTheirs === undefined) continue;
    if (next > at || inOurs > left || inTheirs > right)
      stretches.push({
        base: base.slice(at, next),
        ours: ours.slice(left, inOurs),
        theirs: theirs.slice(right, inTheirs),
        isStable: false,
      });
    if (!isEnd) {
      const same = base.slice(next, next + 1);
      stretches.push({ base: same, ours: same, theirs: same, isStable: true });
    }
    [at, left, right] = [next + 1, inOurs + 1, inTheirs + 1];
  }
  return stretches;
}

export const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
