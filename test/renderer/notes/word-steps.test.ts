import { expect, test } from 'vitest';
import { wordAfter, wordAt, wordBefore, wordsIn } from '../../../renderer/notes/word-steps.ts';

const text = '“Don’t hide it”, 24/7: ask.';
const said = (word: { from: number; to: number } | null) => word && text.slice(word.from, word.to);

test('signs at the ends are no part of a word, signs inside are', () => {
  expect(wordsIn(text).map(said)).toEqual(['Don’t', 'hide', 'it', '24/7', 'ask']);
});

test.each([
  [0, 'Don’t'],
  [3, 'Don’t'],
  [6, 'hide'],
  [26, 'ask'],
])('a place at %i is in %s', (offset, word) => expect(said(wordAt(text, offset))).toBe(word));

test('steps go to whole words only, and end at the ends', () => {
  expect([said(wordAfter(text, 6)), said(wordAfter(text, 24)), said(wordBefore(text, 7)), said(wordBefore(text, 3))]).toEqual([
    'hide',
    null,
    'Don’t',
    null,
  ]);
  expect([wordAt('– –', 0), wordAfter('', 0)]).toEqual([null, null]);
});
