import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneSlip, slipsOf } from '../../../content/core/search/slip.ts';
import { guide, indexOf } from './small-library.ts';

test.each([
  ['moderation', 'moderatin', true],
  ['moderation', 'moderattion', true],
  ['moderation', 'moderetion', true],
  ['moderation', 'moderatoin', true],
  ['moderation', 'moderation', false],
  ['moderation', 'moderat', false],
  ['abcd', 'dbca', false],
  ['abcd', 'badc', false],
  ['', 'a', true],
  ['ab', 'ba', true],
])('%s to %s: one slip is %s', (one, other, expected) => {
  expect(isOneSlip(one, other)).toBe(expected);
  expect(isOneSlip(other, one)).toBe(expected);
});

const index = indexOf(guide('a', '# Moderation\npolice profile report 1234 x'));
const near = (word: string) => slipsOf(index, word).map((id) => index.parts.words[id]);

test.each([
  ['moderatoin', ['moderation']],
  ['nmoderation', ['moderation']],
  ['oderation', ['moderation']],
  ['omderation', ['moderation']],
  ['loderation', ['moderation']],
  ['plice', ['police']],
  ['zzzzzz', []],
])('%s is near %j', (word, expected) => expect(near(word)).toEqual(expected));

test('short words and numbers are not guessed at', () => {
  expect(near('y')).toEqual([]);
  expect(near('1235')).toEqual([]);
});

test('the search through the vocabulary finds what comparing with every word finds', () => {
  const vocabulary = fc.uniqueArray(fc.stringMatching(/^[ab]{3,6}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(vocabulary, fc.stringMatching(/^[ab]{4,6}$/), (words, word) => {
      const small = indexOf(guide('g', `# t\n${words.join(' ')}`));
      const found = slipsOf(small, word).map((id) => small.parts.words[id] as string);
      expect(found.sort()).toEqual(small.parts.words.filter((other) => isOneSlip(word, other)).sort());
    }),
  );
});
