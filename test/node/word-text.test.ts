import { expect, test } from 'vitest';
import { clean, coreProperties, linesOf } from '../../content/node/word-text.ts';
import { tagsOf } from '../support/xml.ts';

test('what XML cannot hold, and what turns text round, shows as a box', () => {
  expect(clean('a\u0000b\ud800c\u202ed\ufffee\tf')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\tf');
  expect(clean('ŵ 👮 日本')).toBe('ŵ 👮 日本');
});

test('every kind of line end is one', () => expect(linesOf('a\r\nb\rc\n\nd')).toEqual(['a', 'b', 'c', '', 'd']));

test('the properties are well-formed whatever the title is', () => {
  const tags = tagsOf(coreProperties('a & "b" <c>', 'd & <e>', '2026-11-23T09:05:00Z'));
  expect(tags.map(({ name }) => name)).toContain('dc:title');
});
