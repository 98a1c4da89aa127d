import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll, firstFrom, fold, pieceAt, stepMatch } from '../../../renderer/reader/find-text.ts';

test.each([
  ['Two-step', 'two‑STEP'],
  ['the writer’s', "THE WRITER'S"],
  ['“contact notice”', '"contact notice"'],
  ['Caffè', 'caffe'],
  ['tŷ', 'TY'],
  ['a\u00a0b', 'a b'],
])('"%s" is found by "%s"', (text, wanted) => {
  expect(findAll(fold(`… ${text} …`), wanted)).toEqual([2]);
});

test('matches do not overlap and are bounded', () => {
  expect(findAll('aaaa', 'aa')).toEqual([0, 2]);
  expect(findAll('a'.repeat(50), 'a', 7).length).toBe(7);
});

test('nothing is found for nothing', () => {
  expect([findAll('abc', ''), findAll('a b', ' '), findAll('', 'a')]).toEqual([[], [], []]);
});

test('law: folding keeps the length, so that positions stay true', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
});

test('law: a piece of the text is found where it stands', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, from, size) => {
      const start = from % text.length;
      const piece = text.slice(start, start + 1 + (size % 10));
      if (fold(piece).trim() === '') return;
      expect(
        fold(text)
          .slice(findAll(fold(text), piece)[0])
          .startsWith(fold(piece)),
      ).toBe(true);
    }),
  );
});

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [11, 1],
  [12, 2],
  [99, 2],
])('position %i is in piece %i', (position, piece) => {
  expect(pieceAt([0, 5, 12], position)).toBe(piece);
});

test('the first match shown is the first one in view', () => {
  expect([firstFrom([-50, 20, 90], 56), firstFrom([-50, -20], 56), firstFrom([], 56)]).toEqual([2, 0, 0]);
});

test('stepping goes round', () => {
  expect([stepMatch(2, 1, 3), stepMatch(0, -1, 3), stepMatch(0, 1, 0)]).toEqual([0, 2, 0]);
});
