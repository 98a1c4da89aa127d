import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBlockText, firstOf } from '../../../renderer/notes/block-text.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

test('white space counts as core/guide counts it, whatever pieces it is in', () => {
  const builder = buildBlockText<string>();
  builder.add('a', '\n  Hide ');
  builder.add('b', ' it\u00a0');
  builder.interrupt();
  builder.add('c', '\t first. \n');
  expect(builder.done()).toEqual({
    text: 'Hide it first.',
    runs: [
      { piece: 'a', from: 3, at: 0, length: 5, whole: false, stretch: 0 },
      { piece: 'b', from: 1, at: 5, length: 3, whole: false, stretch: 0 },
      { piece: 'c', from: 2, at: 8, length: 6, whole: false, stretch: 1 },
    ],
  });
});

test('cells are parted by tabs and rows by line ends, and an empty cell counts', () => {
  const builder = buildBlockText<number>();
  builder.add(1, ' Who ');
  builder.part('\t');
  builder.part('\n');
  builder.add(2, ' You ');
  builder.part('\t');
  expect(builder.done().text).toBe('Who\t\nYou\t');
});

test('a picture is all of its words, with nothing joined to it', () => {
  const builder = buildBlockText<string>();
  builder.add('a', 'See ');
  builder.picture('p', 'the form');
  builder.add('b', ' here');
  builder.picture('none', '');
  const { text, runs } = builder.done();
  expect(text).toBe('See the form here');
  expect(runs.map(({ piece, at, length, whole, stretch }) => [piece, at, length, whole, stretch])).toEqual([
    ['a', 0, 4, false, 0],
    ['p', 4, 8, true, 1],
    ['b', 12, 5, false, 2],
  ]);
});

test('for any pieces the text is their squeezed whole, and every run leads back to its letters', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom(' ', '\n', 'a ', ' b', '\u00a0\u2028', 'word'), fc.string({ unit: 'grapheme' })));
  fc.assert(
    fc.property(pieces, fc.infiniteStream(fc.boolean()), (data, breaks) => {
      const builder = buildBlockText<number>();
      data.forEach((text, at) => {
        if (breaks.next().value) builder.interrupt();
        builder.add(at, text);
      });
      const { text, runs } = builder.done();
      expect(text).toBe(squeeze(data.join('')));
      let at = 0;
      for (const run of runs) {
        expect(run.at).toBe(at);
        expect(squeeze(`x${data[run.piece]?.slice(run.from, run.from + run.length)}x`)).toBe(
          `x${text.slice(run.at, run.at + run.length)}x`,
        );
        at += run.length;
      }
      expect(at).toBe(text.length);
    }),
  );
});

test('the first that fits is found in any ordered list, and the end where none does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (numbers, edge) => {
      const sorted = [...numbers].sort((a, b) => a - b);
      const found = sorted.findIndex((one) => one >= edge);
      expect(firstOf(sorted, (one) => one >= edge)).toBe(found === -1 ? sorted.length : found);
    }),
  );
});
