import { expect, test } from 'vitest';
import { setMarkup } from '../../../../renderer/suggest/editor/show-markup.ts';
import { gridAt, tablesView } from '../../../../renderer/suggest/editor/tables-view.ts';
import { stateOf } from '../../../support/editor-state.ts';

const table = '| a | b |\n|---|---|\n| c | d |';
const text = `Words here.\n\n${table}\n\nMore.`;

test('a table is a grid, before and after its words change', () => {
  const state = stateOf(text, [tablesView]);
  expect(state.field(tablesView).grids).toHaveLength(1);
  expect(gridAt(state, 0)).toBeNull();
  expect(gridAt(state, 20)?.columns).toBe(2);
});

test('typing far from a table moves it, and gives what reading anew would', () => {
  const state = stateOf(text, [tablesView]);
  const typed = state.update({ changes: { from: 5, insert: ' more' } }).state;
  expect(typed.field(tablesView).grids).toEqual(stateOf(typed.doc.toString(), [tablesView]).field(tablesView).grids);
});

test('what is typed in a table, or begins one, is read anew', () => {
  const inside = stateOf(text, [tablesView]).update({ changes: { from: 15, insert: 'x' } }).state;
  expect(inside.field(tablesView).grids).toEqual(stateOf(inside.doc.toString(), [tablesView]).field(tablesView).grids);
  const torn = stateOf(text, [tablesView]).update({ changes: { from: 0, insert: '```\n' } }).state;
  expect(torn.field(tablesView).grids).toEqual([]);
});

test('while markup is shown tables are text', () => {
  const state = stateOf(text, [tablesView]).update({ effects: setMarkup.of(true) }).state;
  expect(state.field(tablesView).grids).toEqual([]);
});
