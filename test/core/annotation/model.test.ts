import { expect, test } from 'vitest';
import { isDeleted, isNoteId } from '../../../content/core/annotation/model.ts';
import { sampleNote } from '../../support/notes.ts';

test.each([
  ['urn:uuid:00000000-0000-4000-8000-00000000000a', true],
  ['urn:uuid:00000000-0000-4000-8000-00000000000A', false],
  ['00000000-0000-4000-8000-00000000000a', false],
  ['urn:uuid:00000000-0000-4000-8000-00000000000a\n', false],
  ['', false],
])('%j as a note’s id: %s', (id, isOne) => {
  expect(isNoteId(id)).toBe(isOne);
});

test('a record of a deletion is told from a note', () => {
  const note = sampleNote();
  expect([isDeleted(note), isDeleted({ id: note.id, deleted: note.created, clock: {} })]).toEqual([false, true]);
});
