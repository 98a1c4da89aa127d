import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLinkTarget, seenWords, squeezed, tokensOf, wordsOnly } from '../../../content/core/suggestion/tokens.ts';

test.each([fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })])('joined they are the text again', (texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(tokensOf(text).join('')).toBe(text);
    }),
  );
});

test.each([
  ['Don’t e-mail v2.3!', ['Don’t', ' ', 'e-mail', ' ', 'v2.3', '!']],
  ['[the team](https://a.b/c "x")', ['[', 'the', ' ', 'team', '](https://a.b/c "x")']],
  ['see https://a.b/c?d=e.', ['see', ' ', 'https://a.b/c?d=e.']],
  ['* a\n  b', ['*', ' ', 'a', '\n', '  ', 'b']],
  ['| a |', ['|', ' ', 'a', ' ', '|']],
])('%s', (text, tokens) => expect(tokensOf(text)).toEqual(tokens));

test('a link target is known with its bracket and bare', () => {
  expect(['](a)', 'https://a.b', 'a', '('].map(isLinkTarget)).toEqual([true, true, false, false]);
});

test('words are without signs and capitals; seen words also without targets and tags', () => {
  expect(wordsOnly('Hide, “or” DELETE?')).toEqual(['hide', 'or', 'delete']);
  expect(seenWords('See <b>[the Team](team.html)</b>.')).toBe('see the team');
});

test('white space is a difference at the start of a line only', () => {
  expect(squeezed('a  b \n\n\nc')).toBe(squeezed('a b\nc'));
  expect(squeezed('  a')).not.toBe(squeezed('a'));
});
