import { expect, test } from 'vitest';
import { backspace, enter, indent, lineBreak, touchedLines } from '../../../../renderer/suggest/editor/line-commands.ts';
import { after, stateOf } from '../../../support/editor-state.ts';

test.each([
  ['parts a paragraph, without the space between', 'one ¦two', 'one\n\n¦two'],
  ['goes on with an item', '- one¦', '- one\n- ¦'],
  ['counts on', '1. one¦', '1. one\n2. ¦'],
  ['goes on with a box that is not ticked', '- [x] one¦', '- [x] one\n- [ ] ¦'],
  ['ends a list at an empty item', '- one\n- ¦', '- one\n\n¦'],
  ['ends a list in its middle', '- one\n- ¦\n- two', '- one\n\n¦\n\n- two'],
  ['goes one level out at an empty inner item', '- one\n   - ¦', '- one\n- ¦'],
  ['goes on below the title of a callout', '> [!must] Title¦', '> [!must] Title\n> ¦'],
  ['makes a paragraph in a callout', '> [!must]\n> one¦', '> [!must]\n> one\n>\n> ¦'],
  ['leaves a callout at an empty line', '> [!must]\n> one\n>\n> ¦', '> [!must]\n> one\n\n¦'],
  ['goes on with an item in a callout', '> - one¦', '> - one\n> - ¦'],
  ['ends a list in a callout, but not the callout', '> - one\n> - ¦', '> - one\n>\n> ¦'],
  ['before an item’s sign it parts as in a paragraph', '¦- one', '\n\n¦- one'],
  ['is a line end in code', '```\na¦\n```', '```\na\n¦\n```'],
])('Enter %s', (_name, before, expected) => expect(after(before, enter)).toBe(expected));

test.each([
  ['stays in the paragraph', 'one¦two', 'one\\\n¦two'],
  ['stays in the item', '- one¦', '- one\\\n  ¦'],
  ['stays in the callout', '> one¦', '> one\\\n> ¦'],
])('Shift+Enter %s', (_name, before, expected) => expect(after(before, lineBreak)).toBe(expected));

test.each([
  ['takes the sign of a heading', '## ¦One', '¦One'],
  ['takes the bullet, and keeps the words a paragraph', '- one\n- ¦two\n- three', '- one\n\n¦two\n\n- three'],
  ['takes the box with its bullet', '- [ ] ¦one', '¦one'],
  ['takes the word of a callout', '> [!must] ¦One', '> ¦One'],
])('Backspace %s', (_name, before, expected) => expect(after(before, backspace)).toBe(expected));

test.each([
  ['inside the words', 'a¦b'],
  ['at the start of a paragraph', 'a\n\n¦b'],
  ['in a later line of a callout', '> a\n> ¦b'],
])('Backspace leaves to others what is %s', (_name, before) => {
  const state = stateOf(before);
  expect(backspace({ state, dispatch: () => undefined })).toBe(false);
});

test('items go a level in and out, other lines do not', () => {
  expect(after('- one\n- ¦two', indent(1))).toBe('- one\n   - ¦two');
  expect(after('- one\n   - ¦two', indent(-1))).toBe('- one\n- ¦two');
  expect(after('> - ¦one', indent(1))).toBe('>    - ¦one');
  expect(after('wo¦rds', indent(1))).toBe('wo¦rds');
});

test('the lines a selection touches are those with words', () => {
  expect(touchedLines(stateOf('¦a\n\nb¦\nc')).map(({ text }) => text)).toEqual(['a', 'b']);
});

test('nothing is done to a text that may only be read', () => {
  const { state } = stateOf('- a¦').update({});
  expect(enter({ state, dispatch: () => undefined })).toBe(true);
});
