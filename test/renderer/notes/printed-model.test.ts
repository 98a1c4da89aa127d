import { expect, test } from 'vitest';
import type { BlockId, GuideId } from '../../../content/core/base/ids.ts';
import { numbersOf, printedNotes } from '../../../renderer/notes/printed-model.ts';
import { sampleNote } from '../../support/notes.ts';

const part = { block: 'baaaaaaa' as BlockId, from: 0, to: 4 };
const placed = (archived = false) => ({ note: sampleNote({ archived }), parts: [part], fate: 'unchanged' as const });
const unplaced = () => ({ note: sampleNote({ fate: 'gone' }), parts: [], fate: 'gone' as const });
const notes = {
  guide: 'house-rules' as GuideId,
  edition: 1,
  readOnly: false,
  refused: 0,
  notes: [unplaced(), placed(), placed(true), placed()],
};

test('printed notes are numbered in reading order; those without a place come last, and archived ones not at all', () => {
  const [gone, first, , third] = notes.notes;
  expect(printedNotes(notes).map(({ number, shown }) => [number, shown])).toEqual([
    [1, first],
    [2, third],
    [null, gone],
  ]);
  expect(numbersOf(notes).get(third?.note.id as never)).toBe(2);
});

test('before the notes are here nothing is printed', () => {
  expect(printedNotes(null)).toEqual([]);
});
