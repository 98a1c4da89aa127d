import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvOf } from '../../../content/core/copy/csv.ts';
import { copyDocument } from '../../../content/core/copy/document.ts';
import { copiedGuide, copiedOrigin } from '../../support/copied-guide.ts';
import { readCsv } from '../../support/csv.ts';

const { tables } = copyDocument(copiedGuide);
const bytes = (text: string) => new TextEncoder().encode(text);
const table = (nth: number) => {
  const found = tables[nth];
  if (!found) throw new Error('no such table');
  return readCsv(bytes(csvOf(found.table, copiedOrigin.titles)));
};
const only = (cell: string): string => readCsv(bytes(`\ufeff${csvCell(cell)}\r\n`))[0]?.[0] ?? '';

describe('a table as CSV', () => {
  test('is read by a strict reader, cell for cell', () => {
    expect(table(1)).toEqual([
      ['Name', 'Sum', 'Note'],
      ["'=1+1", "'-5", 'Says "hello", twice [1]'],
      ['Cell with a | bar', "'+44 20", "'@somebody"],
    ]);
    expect(table(2)).toEqual([
      ['Again', 'Empty'],
      ['one', ''],
    ]);
  });

  test.each([
    '=cmd|calc!A0',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\u202e=1',
    '\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\r=1',
    '\n=1',
    '\u0000=1',
  ])('a cell that a spreadsheet might run is told apart: %j', (cell) => expect(only(cell)).toMatch(/^'/));

  test.each(['a=1', '1-2', "it's", '—dash', '', ' plain', '£5', '(=1)'])('what is only words stays as it is: %j', (cell) => {
    expect(only(cell)).toBe(cell);
  });

  test('any text at all is one cell, never runs, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const cell = only(text);
        for (const sign of ['\u0000', '\u202e']) expect(cell).not.toContain(sign);
        if (/^[\s\p{Cf}\ufffd]*[=+\-@]/u.test(cell)) throw new Error('it would run');
        const letters = (words: string) => words.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
        expect(letters(cell)).toBe(letters(text));
      }),
    );
  });

  test('a cell of 100,000 characters is whole', () => {
    const long = `"${'word, '.repeat(16_000)}`;
    expect(only(long)).toBe(long);
  });
});
