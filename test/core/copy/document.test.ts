import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyDocument } from '../../../content/core/copy/document.ts';
import type { CopyPart } from '../../../content/core/copy/model.ts';
import { copiedGuide } from '../../support/copied-guide.ts';

const { parts, notes, tables, pictures, meta } = copyDocument(copiedGuide);
const of = <Kind extends CopyPart['is']>(kind: Kind, among = parts) =>
  among.flatMap((part) => (part.is === kind ? [part as Extract<CopyPart, { is: Kind }>] : []));

describe('the tree of a guide', () => {
  test('has its title, its notes by number and its pictures by name', () => {
    expect(meta.title).toBe('Everything: a guide <with> & signs');
    expect(notes.map((inner) => inner.map(({ is }) => is))).toEqual([['paragraph'], ['paragraph']]);
    expect(pictures).toEqual(['square.png', 'tree.svg', 'gone.png']);
  });

  test('keeps where a list begins, what is nested in it, and what goes on under an item', () => {
    const [steps, again] = of('list');
    expect([steps?.ordered, steps?.start, again?.start]).toEqual([true, 3, 1]);
    expect(steps?.items.map((item) => item.parts.map(({ is }) => is))).toEqual([
      ['paragraph'],
      ['paragraph', 'list', 'paragraph'],
      ['paragraph'],
    ]);
    const inner = of('list', [...(steps?.items[1]?.parts ?? [])])[0];
    expect(inner?.ordered).toBe(false);
    expect(of('list', [...(inner?.items[0]?.parts ?? [])])[0]?.ordered).toBe(true);
  });

  test('knows what is ticked', () => {
    expect(of('list')[2]?.items.map(({ done }) => done)).toEqual([false, true]);
  });

  test('tells a box from a quotation, with its title', () => {
    expect(of('quote').map(({ callout, title }) => [callout, title.length])).toEqual([
      ['must', 1],
      ['your-force-decides', 0],
      [null, 0],
    ]);
  });

  test('names tables by the heading before them, and counts those of the same name', () => {
    expect(tables.map(({ name }) => name)).toEqual(['', 'Register', 'Register (2)']);
    expect(tables.map(({ table }) => table.nth)).toEqual([0, 1, 2]);
    expect(tables[1]?.table.aligns).toEqual(['left', 'right', 'center']);
    for (const { table } of tables) expect(new Set(table.rows.map((row) => row.length)).size).toBe(1);
  });

  test('finds tables in boxes, lists and notes too', () => {
    const table = '| a |\n> | --- |\n> | b |';
    const found = copyDocument(`---\ntitle: T\n---\n## H\n\n> ${table}\n\n- x\n\n  | c |\n  | --- |\n  | d |\n`);
    expect(found.tables.map(({ name }) => name)).toEqual(['H', 'H (2)']);
  });

  test('never throws, and a heading of marks alone is a name all the same', () => {
    expect(copyDocument('## **Bold** `code`\n\n| a |\n| - |\n').tables[0]?.name).toBe('Bold code');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('- ', '> ', '| a |\n', '| - |\n', '## x\n', '[^1]', '[^1]: y\n', '\n', '1. ', '[ ] z', '```\n'), {
          maxLength: 40,
        }),
        (bits) => {
          copyDocument(bits.join(''));
        },
      ),
    );
  });
});
