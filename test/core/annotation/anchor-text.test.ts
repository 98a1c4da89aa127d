import { expect, test } from 'vitest';
import { anchorAt, anchorTextOf, blocksIn, rangeInBlock } from '../../../content/core/annotation/anchor-text.ts';
import type { BlockId } from '../../../content/core/base/ids.ts';

const [a, b, c] = ['baaaaaaa', 'bbbbbbbb', 'bccccccc'] as BlockId[] as [BlockId, BlockId, BlockId];
const guide = anchorTextOf([{ text: 'House rules' }, { text: '' }, { text: 'Hide, then answer.' }], [a, b, c]);
const edition = { version: 1, digest: '' };

test('the text is the blocks with a break between them', () => {
  expect(guide.text).toBe('House rules\n\nHide, then answer.');
  expect(guide.blocks.map(({ start, end }) => guide.text.slice(start, end))).toEqual(['House rules', '', 'Hide, then answer.']);
});

test('a part of a block is a range, cut to the block', () => {
  expect(rangeInBlock(guide, c, 0, 4)).toEqual([13, 17]);
  expect(rangeInBlock(guide, c, -5, 900)).toEqual([13, 31]);
  expect(rangeInBlock(guide, 'bzzzzzzz' as BlockId, 0, 1)).toBeNull();
});

test('a range over blocks is a part of each', () => {
  expect(blocksIn(guide, [6, 17])).toEqual([
    { id: a, from: 6, to: 11 },
    { id: c, from: 0, to: 4 },
  ]);
  expect(blocksIn(guide, [11, 13])).toEqual([]);
});

test('an anchor holds the words, their context and their block, without white space around', () => {
  expect(anchorAt(guide, [12, 18], edition)).toEqual({
    edition,
    block: c,
    start: 13,
    end: 18,
    exact: 'Hide,',
    prefix: 'House rules\n\n',
    suffix: ' then answer.',
  });
  expect(anchorAt(guide, [11, 13], edition)).toBeNull();
});
