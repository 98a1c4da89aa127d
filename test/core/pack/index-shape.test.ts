import { expect, test } from 'vitest';
import { asInteger, asList, asMatching, asObject, asOneOf, asText, orNull, WrongShape } from '../../../content/core/pack/index-shape.ts';

const isA = (text: string): text is 'a' => text === 'a';

test.each([
  ['object', () => asObject([], 'at')],
  ['object', () => asObject(null, 'at')],
  ['list', () => asList({ length: 0 }, 'at', 5)],
  ['long list', () => asList([1, 2], 'at', 1)],
  ['text', () => asText(1, 'at', 5)],
  ['long text', () => asText('abc', 'at', 2)],
  ['control character', () => asText('a\n', 'at', 5)],
  ['fraction', () => asInteger(1.5, 'at', 0, 9)],
  ['text for a number', () => asInteger('1', 'at', 0, 9)],
  ['large number', () => asInteger(10, 'at', 0, 9)],
  ['infinity', () => asInteger(Number.POSITIVE_INFINITY, 'at', 0, Number.POSITIVE_INFINITY)],
  ['choice', () => asOneOf('toString', 'at', ['a'] as const)],
  ['match', () => asMatching('b', 'at', isA)],
])('a wrong %s is refused with its place', (_, read) => {
  expect(read).toThrow(WrongShape);
  expect(read).toThrow('at');
});

test('right values come through', () => {
  expect([
    asList([1], 'at', 1),
    asText('ŵ', 'at', 1),
    asInteger(3, 'at', 3, 3),
    asOneOf('a', 'at', ['a'] as const),
    asMatching('a', 'at', isA),
  ]).toEqual([[1], 'ŵ', 3, 'a', 'a']);
  expect([orNull(null, () => 1), orNull(0, () => 1)]).toEqual([null, 1]);
});
