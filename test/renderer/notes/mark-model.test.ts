import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import type { BlockId, GuideId } from '../../../content/core/base/ids.ts';
import type { GuideNotes, NotePart, ShownNote } from '../../../electron/ipc/note-replies.ts';
import { notesAt, notesByBlock, notesOnPage, stepNote } from '../../../renderer/notes/mark-model.ts';
import { sampleNote } from '../../support/notes.ts';

const part = (block: string, from: number, to: number): NotePart => ({ block: block as BlockId, from, to });
const shown = (parts: readonly NotePart[], note: Partial<Note> = {}, fate: ShownNote['fate'] = 'unchanged'): ShownNote => ({
  note: sampleNote(note),
  parts,
  fate,
});
const page = (notes: readonly ShownNote[]): GuideNotes => ({
  guide: 'house-rules' as GuideId,
  edition: 1,
  notes,
  readOnly: false,
  refused: 0,
});

test('notes without a place and archived ones are not on the page', () => {
  const [here] = [shown([part('b1', 0, 4)])];
  const notes = page([here as ShownNote, shown([]), shown([part('b1', 0, 4)], { archived: true })]);
  expect(notesOnPage(notes).map(({ id }) => id)).toEqual([here?.note.id]);
  expect(notesOnPage(null)).toEqual([]);
});

test('news is what became of its words, until somebody has seen to it', () => {
  const before = sampleNote().anchor;
  const parts = [part('b1', 0, 4)];
  const all = page([
    shown(parts, { before, fate: 'reworded' }, 'reworded'),
    shown(parts, { before: null, fate: 'moved' }, 'moved'),
    shown(parts, { before, fate: 'moved' }, 'moved'),
    shown(parts, { before }, 'unchanged'),
  ]);
  expect(notesOnPage(all).map(({ news }) => news)).toEqual(['reworded', null, 'moved', null]);
});

test('a note looks the same until its kind, its place, its news or whether it says something changes', () => {
  const looks = (note: Partial<Note>, parts = [part('b1', 0, 4)]) => notesOnPage(page([shown(parts, note)]))[0]?.looks;
  expect(looks({ text: 'One' })).toBe(looks({ text: 'Two', tags: ['a'] }));
  expect(looks({ text: ' \n' })).toBe(looks({ text: '' }));
  const others = [looks({}), looks({ text: 'One' }), looks({ highlight: 'ask' }), looks({}, [part('b1', 0, 5)])];
  expect(new Set(others).size).toBe(others.length);
});

test('marks are gathered in the block that the words begin in', () => {
  const notes = notesOnPage(page([shown([part('b1', 5, 9), part('b2', 0, 3)]), shown([part('b1', 0, 2)]), shown([part('b2', 0, 3)])]));
  expect([...notesByBlock(notes)].map(([block, here]) => [block, here.length])).toEqual([
    ['b1', 2],
    ['b2', 1],
  ]);
});

test('of overlapping notes the shortest comes first, and an end is outside', () => {
  const notes = notesOnPage(page([shown([part('b1', 0, 20)]), shown([part('b1', 5, 9)]), shown([part('b2', 0, 20)])]));
  const [long, short] = notes;
  expect(notesAt(notes, 'b1', 5)).toEqual([short, long]);
  expect(notesAt(notes, 'b1', 9)).toEqual([long]);
  expect(notesAt(notes, 'b1', 20)).toEqual([]);
});

test.each([
  ['the first at or below the edge', [10, 50, 90], null, 50, 1, 1],
  ['the last above the edge, going back', [10, 50, 90], null, 50, -1, 0],
  ['the first again when all are above', [10, 50], null, 60, 1, 0],
  ['the last when all are above, going back', [10, 50], null, 60, -1, 1],
  ['the last of all when none is above, going back', [10, 50], null, 0, -1, 1],
  ['the one after the present one, wherever the page is', [10, 50, 90], 0, 90, 1, 1],
  ['the first after the last', [10, 50, 90], 2, 0, 1, 0],
  ['the last before the first', [10, 50, 90], 0, 0, -1, 2],
  ['none of none', [], null, 0, 1, null],
] as const)('going on leads to %s', (_, tops, present, edge, by, expected) => {
  expect(stepNote(tops, present, edge, by)).toBe(expected);
});

test('stepping on and back is where one was, and stepping round meets every note', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 30 }), fc.nat(29), (tops, start) => {
      const from = start % tops.length;
      const on = stepNote(tops, from, 0, 1) as number;
      expect(stepNote(tops, on, 0, -1)).toBe(from);
      const met = new Set<number>();
      let at = from;
      for (let count = 0; count < tops.length; count++) {
        met.add(at);
        at = stepNote(tops, at, 0, 1) as number;
      }
      expect([met.size, at]).toEqual([tops.length, from]);
    }),
  );
});
