import { expect, test } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import { itemsOf } from '../../../renderer/notes/notes-page-model.ts';
import { hasRewording, placedSum, rewordingOf, trayCount, trayOf } from '../../../renderer/notes/tray-model.ts';
import { sampleNote } from '../../support/notes.ts';

const { anchor } = sampleNote();
const itemsFor = (notes: readonly Note[]) =>
  itemsOf({
    guides: [
      {
        guide: notes[0]?.guide as Note['guide'],
        title: 'House rules',
        notes: notes.map((note) => ({ note, section: null })),
        readOnly: false,
        refused: 0,
        setAside: null,
      },
    ],
  });
const reworded = (old: string, next: string) =>
  itemsFor([sampleNote({ fate: 'reworded', before: { ...anchor, exact: old }, anchor: { ...anchor, exact: next } })])[0];

test('what waits is what nobody has seen to; what was kept or archived does not', () => {
  const tray = trayOf(
    itemsFor([
      sampleNote(),
      sampleNote({ fate: 'gone', before: anchor }),
      sampleNote({ fate: 'gone', before: null }),
      sampleNote({ fate: 'gone', before: anchor, archived: true }),
      sampleNote({ fate: 'reworded', before: anchor }),
      sampleNote({ fate: 'moved', before: anchor }),
    ]),
  );
  expect([tray.waiting, tray.reworded, tray.moved, tray.kept].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  expect(trayCount(tray)).toBe(3);
});

test('old and new words are shown as one row', () => {
  const item = reworded('Hide it, then report it.', 'Hide it at once, then report it.');
  expect(item && rewordingOf(item)).toEqual([
    { kind: 'same', text: 'Hide ' },
    { kind: 'removed', text: 'it, ' },
    { kind: 'added', text: 'it at once, ' },
    { kind: 'same', text: 'then report it.' },
  ]);
});

test('a long stretch that stayed is cut in its middle, a change never', () => {
  const long = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ');
  const item = reworded(`first ${long} last`, `other ${long} end`);
  const parts = item ? rewordingOf(item) : [];
  expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same', 'removed', 'added']);
  const same = parts[2]?.text ?? '';
  expect(same.length).toBeLessThan(400);
  expect(same).toMatch(/^word0 .*… .*word399 $/);
});

test('words that differ by their spaces alone are no change to look at', () => {
  const item = reworded('Hide it', 'Hide it');
  expect(item && hasRewording(rewordingOf(item))).toBe(false);
});

test('an update that changed nothing is nothing to tell', () => {
  expect(placedSum({ unchanged: 4, reworded: 0, moved: 0, gone: 0 })).toEqual({ all: 4, changed: 0 });
  expect(placedSum({ unchanged: 11, reworded: 2, moved: 0, gone: 1 })).toEqual({ all: 14, changed: 3 });
});
