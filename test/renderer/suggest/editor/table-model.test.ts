import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grammar } from '../../../../renderer/suggest/editor/grammar.ts';
import {
  alignments,
  cellText,
  columnAfter,
  type Edit,
  emptyRow,
  type Grid,
  gridsIn,
  movedGrid,
  newTable,
  rowBelow,
  textBeside,
  withoutColumn,
  withoutRow,
} from '../../../../renderer/suggest/editor/table-model.ts';
import { stateOf } from '../../../support/editor-state.ts';

const table = '| a | b |\n|---|:-:|\n| **c** | d \\| e |\n|  | f |';
const slice = (text: string) => (from: number, to: number) => text.slice(from, to);
const gridsOf = (text: string): readonly Grid[] => gridsIn(grammar.parse(text), slice(text));
const gridOf = (text: string): Grid => {
  const [grid] = gridsOf(text);
  if (!grid) throw new Error('no table');
  return grid;
};
const cells = (text: string) => gridOf(text).rows.map((row) => row.cells.map(({ from, to }) => text.slice(from, to)));
const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits].sort((a, b) => b.from - a.from).reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);

test('cells are the words between the bars', () => {
  expect(cells(table)).toEqual([
    ['a', 'b'],
    ['**c**', 'd \\| e'],
    ['', 'f'],
  ]);
  expect(cells(`Words.\n\n${table}`)).toEqual(cells(table));
});

test.each([
  ['rows of other lengths', '| a | b |\n|---|---|\n| c |'],
  ['rows without bars at their ends', 'a | b\n---|---\nc | d'],
  ['a table in a quote', '> | a |\n> |---|\n> | b |'],
  ['a table in a list', '- | a |\n  |---|\n  | b |'],
])('a grid cannot hold %s', (_name, text) => expect(gridsOf(text)).toEqual([]));

test('a row comes below another, below the head under the dashes', () => {
  expect(apply(table, [rowBelow(gridOf(table), 0)]).split('\n')).toEqual([
    '| a | b |',
    '|---|:-:|',
    '|  |  |',
    '| **c** | d \\| e |',
    '|  | f |',
  ]);
  expect(apply(table, [rowBelow(gridOf(table), 2)])).toBe(`${table}\n|  |  |`);
});

test('a row goes, the head does not', () => {
  const gone = withoutRow(gridOf(table), 1);
  expect(gone && apply(table, [gone])).toBe('| a | b |\n|---|:-:|\n|  | f |');
  expect(withoutRow(gridOf(table), 0)).toBeNull();
});

test('a column comes and goes, in the row of dashes too', () => {
  expect(apply(table, columnAfter(gridOf(table), 0, slice(table)))).toBe(
    '| a |  | b |\n|---|---|:-:|\n| **c** |  | d \\| e |\n|  |  | f |',
  );
  expect(apply(table, withoutColumn(gridOf(table), 1, slice(table)) ?? [])).toBe('| a |\n|---|\n| **c** |\n|  |');
  expect(withoutColumn(gridOf('| a |\n|---|\n| b |'), 0, slice('| a |\n|---|\n| b |'))).toBeNull();
});

test('what is typed in a cell cannot end it or its row', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '|', '\\', '\n', ' ', '*') }), (typed) => {
      const text = `| a | b |\n|---|---|\n| ${cellText(typed).trim()} | d |`;
      // A backslash at the end would take the bar that follows for itself.
      fc.pre(!/\\$/.test(cellText(typed).trim()));
      expect(cells(text)).toHaveLength(2);
      expect(cells(text)[1]?.at(-1)).toBe('d');
    }),
  );
});

test('the pieces: alignments, an empty row, a new table', () => {
  expect(alignments('| --- |:-:| ')).toEqual(['---', ':-:']);
  expect(emptyRow(2)).toBe('|  |  |');
  expect(cells(newTable(['x', 'y']))).toEqual([
    ['x', 'y'],
    ['', ''],
  ]);
});

test('a table further on is the same table', () => {
  const text = `Words.\n\n${table}`;
  expect(movedGrid(gridOf(table), 8)).toEqual(gridOf(text));
});

test('the text beside a table is the nearest with words', () => {
  const text = `One.\n\n${table}\n\nTwo.`;
  const { doc } = stateOf(text);
  expect(textBeside(doc, gridOf(text), -1)).toBe(4);
  expect(textBeside(doc, gridOf(text), 1)).toBe(text.indexOf('Two'));
  expect(textBeside(stateOf(table).doc, gridOf(table), 1)).toBeNull();
});
