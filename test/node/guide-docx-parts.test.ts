import { describe, expect, test } from 'vitest';
import { copyDocument } from '../../content/core/copy/document.ts';
import { columnWidths, createPartWriter, sheet } from '../../content/node/guide-docx-parts.ts';

const rowsOf = (table: string) => copyDocument(`---\ntitle: T\n---\n${table}`).tables[0]?.table.rows ?? [];

describe('columns', () => {
  test('fill the sheet and no more', () => {
    for (const table of [
      '| a |\n| - |\n',
      '| a | b | c |\n| - | - | - |\n| d | e | f |',
      `|${' x |'.repeat(20)}\n|${' - |'.repeat(20)}\n|${' longerword |'.repeat(20)}`,
    ]) {
      const widths = columnWidths(rowsOf(table));
      const all = widths.reduce((sum, width) => sum + width, 0);
      expect(all).toBeLessThanOrEqual(sheet);
      expect(all).toBeGreaterThan(sheet - 40);
    }
  });

  test('a short column keeps its longest word in one piece beside a long one', () => {
    const [short = 0, long = 0] = columnWidths(rowsOf(`| Source | Words |\n| - | - |\n| K1 | ${'a long sentence '.repeat(20)} |`));
    expect(short).toBeGreaterThan(6 * 132);
    expect(long).toBeGreaterThan(short * 2);
  });
});

test('each numbered list counts on its own', () => {
  const writer = createPartWriter({ say: (name) => name, titles: {}, picture: () => null, place: () => null, note: () => null });
  writer.blocks(copyDocument('---\ntitle: T\n---\n1. a\n\nx\n\n5. b\n\n- c').parts);
  expect(writer.numbering().config.map(({ reference }) => reference)).toEqual(['bullets', 'tasks', 'numbers-0', 'numbers-1']);
});
