import { expect, test } from 'vitest';
import { grammar } from '../../../../renderer/suggest/editor/grammar.ts';
import { gridsIn } from '../../../../renderer/suggest/editor/table-model.ts';
import { cellBeside, cellLabel, cellShown, isSameShape, type TableShown } from '../../../../renderer/suggest/editor/table-shown.ts';

function shown(text: string): TableShown {
  const [grid] = gridsIn(grammar.parse(text), (from, to) => text.slice(from, to));
  if (!grid) throw new Error('no table');
  return { grid, text, base: [['a', 'b']], gone: [] };
}
const table = shown('| a |  |\n|---|---|\n| c | d |');

test('a cell has its words and those of the base', () => {
  expect(cellShown(table, 1, 1)).toEqual({ text: 'd', base: null });
  expect(cellShown(table, 0, 1)).toEqual({ text: '', base: 'b' });
});

test('a cell is named by its column, or the number of it', () => {
  expect([cellLabel(table, 1, 0), cellLabel(table, 1, 1)]).toEqual(['a, row 2', '2, row 2']);
});

test('cells follow each other row by row, and end', () => {
  expect(cellBeside(table, 0, 1, 1)).toEqual([1, 0]);
  expect(cellBeside(table, 1, 0, -1)).toEqual([0, 1]);
  expect(cellBeside(table, 1, 1, 1)).toBeNull();
  expect(cellBeside(table, 0, 0, -1)).toBeNull();
});

test('words change no shape, rows do', () => {
  expect(isSameShape(table, shown('| x |  |\n|---|---|\n| y | z |'))).toBe(true);
  expect(isSameShape(table, shown('| a |  |\n|---|---|'))).toBe(false);
});
