import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchInOrder } from '../../../content/core/lineage/match.ts';

const pairs = (old: string, next: string) =>
  matchInOrder([...old], [...next])
    .map(([a, b]) => `${a}${b}`)
    .join(' ');

test.each([
  ['abc', 'abc', '00 11 22'],
  ['abc', 'axc', '00 22'],
  ['abcd', 'bcda', '10 21 32'],
  ['aabb', 'abab', '00 12 33'],
  ['', 'a', ''],
  ['abc', '', ''],
  ['xaxbx', 'xbx', '00 31 42'],
])('%s -> %s', (old, next, expected) => expect(pairs(old, next)).toBe(expected));

test('law: pairs are equal, ascend on both sides, and a text with itself matches whole', () => {
  const row = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 60 });
  fc.assert(
    fc.property(row, row, (old, next) => {
      let [a, b] = [-1, -1];
      for (const [x, y] of matchInOrder(old, next)) {
        expect(old[x]).toBe(next[y]);
        expect(x).toBeGreaterThan(a);
        expect(y).toBeGreaterThan(b);
        [a, b] = [x, y];
      }
      expect(matchInOrder(old, old)).toHaveLength(old.length);
    }),
  );
});

test('long rows of equal items end', () => {
  const old = Array.from({ length: 5_000 }, (_, index) => (index % 3 === 0 ? 'a' : 'b'));
  const next = Array.from({ length: 5_000 }, (_, index) => (index % 5 === 0 ? 'a' : 'b'));
  expect(matchInOrder(old, next).length).toBeGreaterThan(2_000);
});
