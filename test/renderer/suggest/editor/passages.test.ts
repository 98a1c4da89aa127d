import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPassages } from '../../../../renderer/suggest/editor/passages.ts';

const found = (old: string, next: string): readonly (readonly [string, string])[] =>
  createPassages()(old, next).map(({ oldFrom, oldTo, from, to }) => [old.slice(oldFrom, oldTo), next.slice(from, to)]);

test.each([
  ['a line that changed', 'a\n\nb c d\n\ne', 'a\n\nb c x\n\ne', [['b c d', 'b c x']]],
  ['lines that went take a line end with them', 'a\nb\nc', 'a\nc', [['b\n', '']]],
  ['at the end the line end before them', 'a\nb', 'a', [['\nb', '']]],
  [
    'two paragraphs that changed a little stay two',
    'a b c\n\nd e f',
    'a b x\n\nd e y',
    [
      ['a b c', 'a b x'],
      ['d e f', 'd e y'],
    ],
  ],
  ['one that went and its neighbour that changed are one', 'a b c\n\nd e f', 'd e y\nz\n\nq', [['a b c\n\nd e f', 'd e y\nz\n\nq']]],
])('%s', (_name, old, next, expected) => expect(found(old, next)).toEqual(expected));

test('what is between the passages is the same in both', () => {
  const text = fc.array(fc.constantFrom('a b', 'c d', '', 'e f g', '- h'), { maxLength: 9 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (old, next) => {
      let [at, oldAt] = [0, 0];
      for (const { from, to, oldFrom, oldTo } of createPassages()(old, next)) {
        expect(next.slice(at, from)).toBe(old.slice(oldAt, oldFrom));
        [at, oldAt] = [to, oldTo];
      }
      expect(next.slice(at)).toBe(old.slice(oldAt));
    }),
    { numRuns: 500 },
  );
});
