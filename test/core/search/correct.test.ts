import { expect, test } from 'vitest';
import { ask, guide, idsOf, library } from './small-library.ts';

const from = library(
  [
    guide('mod', '# Moderation\nComments on a page.'),
    guide('form', '# Forms for press\nform form form'),
    guide('farm', '# Animals\nfarm animals'),
    guide('x', '# Set up X\nText.', 'x'),
  ],
  [],
);

test.each([
  ['moderatoin', 'moderation', 'mod'],
  ['Moderatin', 'moderation', 'mod'],
  ['moderattion of comments', 'moderation of comments', 'mod'],
  ['forn press', 'form press', 'form'],
  ['fsrm animals', 'farm animals', 'farm'],
  ['facebook: moderatoin', 'moderation', 'mod'],
])('%j shows results for %j', (typed, shown, first) => {
  const reply = ask(from, typed);
  expect(reply.correction?.shown).toBe(shown);
  expect(idsOf(reply)[0]).toBe(first);
});

test('searched instead as typed, nothing is corrected', () => {
  expect(ask(from, 'moderatoin', { verbatim: true })).toMatchObject({ correction: null, hits: [], total: 0 });
});

test.each(['moderation', 'moder', 'zzzzzz', 'the', ''])('%j is not corrected', (typed) => expect(ask(from, typed).correction).toBeNull());

test('a word that only another channel has is corrected within the scope asked', () => {
  expect(ask(from, 'x: moderatoin').correction).toBeNull();
});

test('two slips in two words are both corrected', () => {
  expect(ask(from, 'moderatoin commnets').correction?.shown).toBe('moderation comments');
});
