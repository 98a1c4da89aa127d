import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortestEdit } from '../../../content/core/lineage/shortest-edit.ts';

const keptOf = (old: string, next: string) =>
  shortestEdit([...old], [...next])
    .map(([at]) => old[at])
    .join('');

describe('the shortest edit', () => {
  test.each([
    ['abcabba', 'cbabac', 4],
    ['', 'abc', 0],
    ['abc', '', 0],
    ['abc', 'abc', 3],
    ['abc', 'xyz', 0],
    ['xabc', 'abc', 3],
    ['abc', 'abcx', 3],
  ])('keeps the most of %s in %s', (old, next, kept) => {
    expect(keptOf(old, next)).toHaveLength(kept);
  });

  const row = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });

  test('pairs are equal items, ascending on both sides, and as many as can be', () => {
    fc.assert(
      fc.property(row, row, (old, next) => {
        const pairs = shortestEdit(old, next);
        let [lastOld, lastNext] = [-1, -1];
        for (const [from, to] of pairs) {
          expect(old[from]).toBe(next[to]);
          expect(from).toBeGreaterThan(lastOld);
          expect(to).toBeGreaterThan(lastNext);
          [lastOld, lastNext] = [from, to];
        }
        expect(pairs).toHaveLength(longestCommon(old, next));
      }),
    );
  });

  test('rows with too many differences for an exact answer are matched all the same', () => {
    const old = Array.from({ length: 4_000 }, (_, at) => `old ${at}`);
    const next = [...Array.from({ length: 4_000 }, (_, at) => `next ${at}`), 'old 17', 'old 3000'];
    expect(shortestEdit(old, next)).toEqual([
      [17, 4_000],
      [3_000, 4_001],
    ]);
  });
});

/** By the table that everybody knows. */
function longestCommon(old: readonly string[], next: readonly string[]): number {
  let above = new Array<number>(next.length + 1).fill(0);
  for (const item of old) {
    const row = [0];
    next.forEach((other, at) => {
      row.push(item === other ? (above[at] as number) + 1 : Math.max(above[at + 1] as number, row[at] as number));
    });
    above = row;
  }
  return above.at(-1) as number;
}
