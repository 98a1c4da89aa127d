import { afterEach, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import {
  cardNote,
  cardWish,
  type NoteToBe,
  notesToBe,
  noteToBe,
  openCard,
  settleNote,
  showAtOnce,
  wishesToEdit,
} from '../../../renderer/notes/card-store.ts';
import { newNoteId } from '../../../renderer/notes/note-actions.ts';
import { activeNote, openNotes } from '../../../renderer/state/notes.ts';
import { sampleDocument } from '../../support/library-samples.ts';
import { sampleNote } from '../../support/notes.ts';

const block = 'baaaaaaa' as BlockId;
const toBe: NoteToBe = {
  guide: sampleDocument('house-rules'),
  passage: { start: { block, offset: 3 }, end: { block, offset: 9 } },
  ...{ highlight: 'ask', tags: ['duty'], said: 'Note added', parts: [{ block, from: 3, to: 9 }], words: 'hide it' },
};
const now = '2026-11-23T09:00:00.000Z';
const other = sampleNote();
const loaded = { guide: other.guide, edition: 7, notes: [{ note: other, parts: [], fate: other.fate }], readOnly: false, refused: 0 };
afterEach(() => {
  openNotes.set(null);
  activeNote.set(null);
  cardWish.set(null);
  notesToBe.set(new Map());
});

test('a card is opened to be read or to be written in, for that note alone', () => {
  const [a, b] = [newNoteId(), newNoteId()];
  openCard(a);
  expect([activeNote.get(), wishesToEdit(a)]).toEqual([a, false]);
  openCard(b, true);
  expect([activeNote.get(), wishesToEdit(a), wishesToEdit(b)]).toEqual([b, false, true]);
});

test('a note is on the page before it is on disk, and stays when it is', () => {
  const id = newNoteId();
  openNotes.set(loaded);
  showAtOnce(id, toBe, now);
  expect(openNotes.get()?.notes.at(-1)).toMatchObject({ note: { id, highlight: 'ask', anchor: { exact: 'hide it' } }, parts: toBe.parts });
  expect(noteToBe(id)).toBe(toBe);
  settleNote(id, true);
  expect([noteToBe(id), openNotes.get()?.notes.length]).toEqual([null, 2]);
});

test('one that could not be kept goes again', () => {
  const id = newNoteId();
  openNotes.set(loaded);
  showAtOnce(id, toBe, now);
  settleNote(id, false);
  expect([noteToBe(id), openNotes.get()?.notes.length]).toEqual([null, 1]);
});

test('its card stays although the notes were fetched anew meanwhile', () => {
  const id = newNoteId();
  showAtOnce(id, toBe, now);
  openNotes.set(loaded);
  expect(cardNote(id)?.note.id).toBe(id);
  expect([cardNote(other.id)?.note, cardNote(null)]).toEqual([other, null]);
});
