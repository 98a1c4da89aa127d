import { expect, test } from 'vitest';
import { blockAt, setBlock, setCallout, toggleList } from '../../../../renderer/suggest/editor/block-commands.ts';
import { after, stateOf } from '../../../support/editor-state.ts';

test.each([
  ['words become items', '¦one\n\ntwo¦', 'bulleted', '¦- one\n\n- two¦'],
  ['items become words', '- one¦', 'bulleted', 'one¦'],
  ['bullets become numbers', '¦- one\n- two¦', 'numbered', '¦1. one\n2. two¦'],
  ['a heading becomes an item', '## One¦', 'bulleted', '- One¦'],
  ['in a callout behind its sign', '> one¦', 'numbered', '> 1. one¦'],
  ['a tick box stays when bullets become numbers', '- [ ] one¦', 'numbered', '1. [ ] one¦'],
] as const)('lists: %s', (_name, before, kind, expected) =>
  expect(after(before, toggleList(kind)).replaceAll('¦', '')).toBe(expected.replaceAll('¦', '')),
);

test.each([
  ['a paragraph', 'one¦', 'must', '> [!must]\n> one'],
  ['all lines of a paragraph', 'one\ntwo¦', 'note', '> [!note]\n> one\n> two'],
  ['another kind, with its title', '> [!must] Title\n> one¦', 'should', '> [!should] Title\n> one'],
  ['another kind, without one', '> [!must]\n> one¦', 'should', '> [!should]\n> one'],
  ['a quote', '> one¦', 'must', '> [!must] one'],
  ['back to a paragraph', '> [!must]\n> one¦', null, 'one'],
  ['back to paragraphs, the title among them', '> [!must] Title\n> one¦', null, 'Title\none'],
] as const)('callouts: %s', (_name, before, kind, expected) => expect(after(before, setCallout(kind)).replaceAll('¦', '')).toBe(expected));

test.each([
  ['text', 'one¦'],
  ['heading-2', '## One¦'],
  ['heading-3', '### One¦'],
  ['heading-4', '##### One¦'],
  ['must', '> [!must]\n> one¦'],
  ['your-force-decides', '> [!your-force-decides] One¦'],
] as const)('says %s of its block', (block, text) => expect(blockAt(stateOf(text))).toBe(block));

test('headings come and go', () => {
  expect(after('One¦', setBlock('heading-2'))).toBe('## One¦');
  expect(after('## One¦', setBlock('heading-3'))).toBe('### One¦');
  expect(after('### One¦', setBlock('text'))).toBe('One¦');
  expect(after('> [!must]\n> one¦', setBlock('text'))).toBe('one¦');
});
