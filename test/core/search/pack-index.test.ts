import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAtLeast, roles } from '../../../content/core/search/pack-index.ts';
import { hashWords } from '../../../content/core/search/words.ts';
import { blockAt, guide, indexOf } from './small-library.ts';

const index = indexOf(
  guide('a', '# First title\n> Summary of a\nOpening text.\n## Heading one\nMore text.'),
  guide('b', '# Second title\nText of b'),
);

test('every block has its guide, role, id and text', () => {
  const blocks = Array.from(index.parts.roles, (role, block) => [index.guideOf[block], role, index.blockId(block), index.blockText(block)]);
  expect(blocks).toEqual([
    [0, roles.title, null, 'First title'],
    [0, roles.summary, null, 'Summary of a'],
    [0, roles.text, blockAt(2), 'Opening text.'],
    [0, roles.heading, blockAt(3), 'Heading one'],
    [0, roles.text, blockAt(4), 'More text.'],
    [1, roles.title, null, 'Second title'],
    [1, roles.summary, null, ''],
    [1, roles.text, blockAt(1), 'Text of b'],
  ]);
});

test('places lead back to the blocks they are in', () => {
  const blocks = [...index.places(index.wordId('text'))].map((place) => index.blockText(index.blockAt(place)));
  expect(blocks).toEqual(['Opening text.', 'More text.', 'Text of b']);
});

test('words are found by themselves and by their beginning', () => {
  const [from, to] = index.prefixRange('te');
  expect(index.parts.words.slice(from, to)).toEqual(['text']);
  expect(index.wordId('tex')).toBe(-1);
  expect(index.prefixRange('zz')[0]).toBe(index.prefixRange('zz')[1]);
  expect(index.firstLetters).toEqual([...new Set(index.parts.words.map((word) => word.slice(0, 1)))]);
});

test('titles and headings are found by all their words', () => {
  expect(index.exactBlocks(hashWords(['heading', 'one']))).toEqual([3]);
  expect(index.exactBlocks(hashWords(['heading']))).toEqual([]);
});

test('a guide is as long as its words and gaps', () => expect(index.guideLength(1)).toBeGreaterThan(5));

test('an empty pack answers everything with nothing', () => {
  const empty = indexOf();
  expect(empty.wordId('a')).toBe(-1);
  expect(empty.firstLetters).toEqual([]);
  expect(empty.exactBlocks(1)).toEqual([]);
});

test('the first that is not smaller is found in any ascending list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (values, value) => {
      const list = Uint32Array.from(values.sort((a, b) => a - b));
      const at = list.findIndex((entry) => entry >= value);
      expect(firstAtLeast(list, value)).toBe(at === -1 ? list.length : at);
    }),
  );
});
