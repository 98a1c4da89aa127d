import { expect, test } from 'vitest';
import { homeText } from '../../../renderer/text/home.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords(homeText));

test('drafts are counted, and said to be all there is when they are', () => {
  expect(homeText.draftNote(12, 12)).toMatch(/^All of them/);
  expect(homeText.draftNote(1, 12)).toBe('1 is a draft that nobody has approved yet.');
  expect(homeText.draftNote(2, 12)).toBe('2 are drafts that nobody has approved yet.');
});
