import { expect, test } from 'vitest';
import type { GuideNotes, NotePart, ShownNote } from '../../../electron/ipc/note-replies.ts';
import { activeNoteAt, cut, guideNotesView, rowText, toneOf } from '../../../renderer/notes/guide-notes-model.ts';
import { sampleNote } from '../../support/notes.ts';

const part = { block: 'baaaaaaa', from: 0, to: 4 } as NotePart;
const shown = (special: Parameters<typeof sampleNote>[0], parts: readonly NotePart[] = [part]): ShownNote => {
  const note = sampleNote(special);
  return { note, parts, fate: note.fate };
};
const { anchor, guide } = sampleNote();

test('the list has what stands on the page; what waits is counted, what was archived is not there', () => {
  const notes: GuideNotes = {
    guide,
    edition: 1,
    readOnly: false,
    refused: 0,
    notes: [
      shown({ text: 'a' }),
      shown({ text: 'b', fate: 'reworded', before: anchor }),
      shown({ text: 'c', archived: true }),
      shown({ text: 'd', fate: 'gone', before: anchor }, []),
      shown({ text: 'e', fate: 'gone', before: null }, []),
    ],
  };
  const view = guideNotesView(notes);
  expect([view.placed.map(({ note }) => note.text), view.waiting, view.count]).toEqual([['a', 'b'], 2, 4]);
  expect(guideNotesView(null)).toEqual({ placed: [], waiting: 0, count: 0 });
});

test.each([
  [[], null],
  [[300, 500], null],
  [[10, 90, 500], 1],
  [[-900, -800, -10], 2],
])('of notes at %j the one that is read is %s', (tops, expected) => expect(activeNoteAt(tops, 100)).toBe(expected));

test('a row says the note’s own words without their markup, else the words it is on', () => {
  expect(rowText(shown({ text: '**Ask** the\n- desk\n- sergeant' }))).toEqual({ text: 'Ask the desk sergeant', isQuote: false });
  expect(rowText(shown({ text: '  ' }))).toEqual({ text: 'hide, then', isQuote: true });
});

test('long words are cut between two words', () => {
  expect(cut('one two three', 8)).toBe('one two …');
  expect(cut('short', 8)).toBe('short');
  expect(cut('incomprehensibilities', 8)).toBe('incompre …');
});

test('kinds have their tints in the order of the selection bar', () => expect([toneOf('important'), toneOf('local')]).toEqual([1, 4]));
