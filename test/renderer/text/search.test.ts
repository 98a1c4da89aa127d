import { expect, test } from 'vitest';
import { searchText } from '../../../renderer/text/search.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords(searchText, /^correction/));

test('a screen reader hears the correction before the count', () => {
  expect(searchText.spoken(3, 'moderation')).toBe('Showing results for moderation. 3 guides found.');
  expect(searchText.spoken(1, null)).toBe('1 guide found.');
  expect(searchText.spoken(0, null)).toBe('Nothing found.');
});

test('a cut list says so', () => {
  expect([searchText.shownOf(12, 40), searchText.shownOf(3, 3)]).toEqual(['The best 12 of 40 guides', '3 guides']);
});
