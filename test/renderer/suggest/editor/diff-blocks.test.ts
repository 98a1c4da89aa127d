import { expect, test } from 'vitest';
import { blocksOf, kindOf } from '../../../../renderer/suggest/editor/diff-blocks.ts';

test('blocks stand below each other', () => {
  const blocks = blocksOf('one\n\ntwo', 'one\n\nthree');
  expect(blocks.map(({ parts }) => parts.map(({ kind, text }) => `${kind} ${text}`))).toEqual([['same one'], ['gone two', 'come three']]);
});

test('a block that became another kind says so', () => {
  expect(blocksOf('One', '## One')[0]?.said).toBe('paragraph becomes heading');
  expect(blocksOf('One', 'Two')[0]?.said).toBe('');
  expect(blocksOf('', '## One')[0]?.said).toBe('');
});

test.each([
  ['## a', 'heading'],
  ['- a', 'item'],
  ['- [ ] a', 'task'],
  ['2. a', 'numbered'],
  ['> a', 'quote'],
  ['```\na', 'code'],
  ['a', 'text'],
])('“%s” is %s', (text, kind) => expect(kindOf(text)).toBe(kind));
