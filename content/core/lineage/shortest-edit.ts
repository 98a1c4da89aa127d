// Two rows of items -> which of them stay, by the fewest insertions and deletions (Myers, "An O(ND) Difference
// Algorithm", 1986, the forward search). Exact, and therefore for what differs a little; the rest goes to `match.ts`.
import { matchInOrder } from './match.ts';

type Pair = readonly [old: number, next: number];

// The search keeps a row for each difference: with these many it takes about 40 MB for a moment, and a second.
const mostDifferences = 3_000;

/** Pairs of positions, ascending in both. Beyond `mostDifferences` the pairs are good ones, but not the most. */
export function shortestEdit(old: readonly string[], next: readonly string[]): readonly Pair[] {
  return search(old, next) ?? matchInOrder(old, next);
}

/** `null` when it would take more than `mostDifferences`. */
function search(old: readonly string[], next: readonly string[]): readonly Pair[] | null {
  const [a, b] = numbered(old, next);
  const most = Math.min(mostDifferences, a.length + b.length);
  // Furthest place in `a` on each diagonal (place in `a` less place in `b`), diagonal 0 in the middle.
  const reached = new Int32Array(2 * most + 3);
  const rows: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences++) {
    rows.push(reached.slice(most + 1 - differences - 1, most + 1 + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const at = most + 1 + diagonal;
      const down = isDown(diagonal, differences, reached[at - 1] as number, reached[at + 1] as number);
      let x = down ? (reached[at + 1] as number) : (reached[at - 1] as number) + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      reached[at] = x;
      if (x >= a.length && y >= b.length) return walkBack(rows, a.length, b.length);
    }
  }
  return null;
}

const isDown = (diagonal: number, differences: number, left: number, right: number): boolean =>
  diagonal === -differences || (diagonal !== differences && left < right);

function walkBack(rows: readonly Int32Array[], oldLength: number, nextLength: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [oldLength, nextLength];
  for (let differences = rows.length - 1; differences >= 0; differences--) {
    // A row begins one diagonal below its own first.
    const row = rows[differences] as Int32Array;
    const at = (diagonal: number) => row[diagonal + differences + 1] as number;
    const diagonal = x - y;
    const from = isDown(diagonal, differences, at(diagonal - 1), at(diagonal + 1)) ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = differences === 0 ? [0, 0] : [at(from), at(from) - from];
    while (x > fromX && y > fromY) pairs.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}

/** The same number for the same item: numbers are compared many times. */
function numbered(...rows: readonly [readonly string[], readonly string[]]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const [a, b] = rows.map((row) =>
    Int32Array.from(row, (item) => {
      const known = numbers.get(item);
      if (known !== undefined) return known;
      numbers.set(item, numbers.size);
      return numbers.size - 1;
    }),
  );
  return [a as Int32Array, b as Int32Array];
}
