import { expect, test } from 'vitest';
import { isStopWord, lunrVersion, stem } from '../../../content/core/search/language.ts';

test.each([
  ['organise', 'organization'],
  ['organised', 'organizing'],
  ['moderate', 'moderation'],
  ['colour', 'colors'],
  ['analyse', 'analyzed'],
  ['cancelled', 'canceling'],
  ['centre', 'center'],
  ['police', 'policing'],
])('%s and %s are forms of one word', (one, other) => expect(stem(one)).toBe(stem(other)));

test.each([
  ['page', 'post'],
  ['hour', 'horse'],
  ['force', 'form'],
])('%s and %s are not', (one, other) => expect(stem(one)).not.toBe(stem(other)));

test('stop words are those of lunr', () => {
  expect(['the', 'and', 'of'].every(isStopWord)).toBe(true);
  expect(['x', 'police', '999', ''].some(isStopWord)).toBe(false);
});

test('the version is part of the cache key', () => expect(lunrVersion).toBe('2.3.9'));
