import { expect, test } from 'vitest';
import { weave } from '../../../content/core/suggestion/weave.ts';

const letters = (text: string) => text.split('');
const woven = (base: string, ours: string, theirs: string) => weave(letters(base), letters(ours), letters(theirs))?.tokens.join('') ?? null;

test.each([
  ['deletions that overlap', 'abcd', 'ad', 'abd', 'ad'],
  ['a deletion and something put in at its edge', 'abc', 'ac', 'abxc', 'axc'],
  ['a replacement beside a replacement', 'abcd', 'axcd', 'abyd', 'axyd'],
  ['the same put in by both', 'ab', 'axb', 'axb', 'axb'],
])('%s', (_, base, ours, theirs, merged) => expect(woven(base, ours, theirs)).toBe(merged));

test.each([
  ['something put in where the other took out', 'abcd', 'ad', 'abxcd'],
  ['different things at one place', 'ab', 'axb', 'ayb'],
])('no: %s', (_, base, ours, theirs) => expect(woven(base, ours, theirs)).toBeNull());

test('of two targets of a link the first stays, and the other is named', () => {
  expect(weave(['[', 'x', '](a)'], ['[', 'x', '](b)'], ['[', 'x', '](c)'])).toEqual({
    tokens: ['[', 'x', '](b)'],
    links: [{ kept: '](b)', dropped: '](c)' }],
  });
});
