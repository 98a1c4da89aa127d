import { expect, test } from 'vitest';
import { expand, formsOf } from '../../../content/core/search/expand.ts';
import type { QueryWord } from '../../../content/core/search/query.ts';
import { guide, indexOf } from './small-library.ts';

const index = indexOf(
  guide('a', '# Moderation\nModerate comments. Moderators moderated modern pages. Twitter and email.\nA direct message on the theme.'),
);
const word = (text: string, more: Partial<QueryWord> = {}): QueryWord => ({ word: text, prefix: false, joined: null, ...more });
const found = (asked: QueryWord, alternatives: readonly (readonly string[])[] = []) =>
  expand(index, asked, alternatives).map((match) => match.words.join(' '));

test('the word itself comes first, then its forms', () => {
  const matches = expand(index, word('moderate'), []);
  expect(matches[0]?.words).toEqual(['moderate']);
  expect(
    matches
      .slice(1)
      .map((match) => match.words[0])
      .sort(),
  ).toEqual(['moderated', 'moderation', 'moderators']);
  expect(matches.every((match, at) => at === 0 || match.weight <= (matches[at - 1]?.weight ?? 0))).toBe(true);
});

test('a form that the pack does not have finds the others', () => {
  expect(formsOf(index, 'moderates').map((id) => index.parts.words[id])).toEqual(['moderate', 'moderated', 'moderation', 'moderators']);
  expect(formsOf(index, 'unknown')).toEqual([]);
});

test('a beginning finds words only while it is typed, nearly complete ones first', () => {
  expect(found(word('modera'))).toEqual([]);
  expect(found(word('mode', { prefix: true }))[0]).toBe('modern');
});

test('stop words are not what anybody is on the way to', () => expect(found(word('th', { prefix: true }))).toEqual(['theme']));
test('a compound is found where it is written as one', () => expect(found(word('mail', { joined: 'email' }))).toEqual(['email']));
test('synonyms of several words are found where these stand together', () => {
  expect(found(word('dm'), [['direct', 'message'], ['twitter'], ['message', 'direct']])).toEqual(['direct message', 'twitter']);
});
