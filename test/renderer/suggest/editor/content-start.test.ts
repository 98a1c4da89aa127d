import { expect, test } from 'vitest';
import { contentStart, openers } from '../../../../renderer/suggest/editor/content-start.ts';
import { setMarkup } from '../../../../renderer/suggest/editor/show-markup.ts';
import { stateOf } from '../../../support/editor-state.ts';

test.each([
  ['words', 0],
  ['## words', 3],
  ['- words', 2],
  ['   - words', 0],
  ['- [ ] words', 6],
  ['> words', 2],
  ['> [!must] words', 10],
  ['> - words', 4],
  ['[^a]: words', 0],
])('the words of “%s” begin at %i', (text, at) => {
  const state = stateOf(text);
  // Three spaces and a sign are an item as well.
  expect(contentStart(state, state.doc.line(1))).toBe(text.startsWith('   -') ? 5 : at);
});

test('outer signs stand before inner ones', () => {
  const state = stateOf('> - [ ] x');
  expect(openers(state, state.doc.line(1)).map(({ kind }) => kind)).toEqual(['sign', 'item', 'box']);
});

test('the caret is never before the words, a selection may be', () => {
  const state = stateOf('## words');
  expect(state.update({ selection: { anchor: 0 } }).state.selection.main.head).toBe(3);
  expect(state.update({ selection: { anchor: 0, head: 8 } }).state.selection.main.from).toBe(0);
});

test('while markup is shown the caret may be anywhere', () => {
  const state = stateOf('## words').update({ effects: setMarkup.of(true) }).state;
  expect(state.update({ selection: { anchor: 0 } }).state.selection.main.head).toBe(0);
});
