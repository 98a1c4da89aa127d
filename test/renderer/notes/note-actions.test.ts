import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlockId, GuideId } from '../../../content/core/base/ids.ts';
import type { EditedNotes } from '../../../electron/ipc/note-replies.ts';
import type { AskedEdits, Passage } from '../../../electron/ipc/note-schemas.ts';
import {
  acceptNotes,
  addNote,
  changeNotes,
  deleteNotes,
  lastHighlight,
  newNoteId,
  placeNote,
  undoNote,
} from '../../../renderer/notes/note-actions.ts';
import { activeNote, openNotes, undoLast } from '../../../renderer/state/notes.ts';
import { notices } from '../../../renderer/state/notices.ts';
import { noteDone } from '../../../renderer/text/notes-card.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleDocument } from '../../support/library-samples.ts';
import { sampleNote } from '../../support/notes.ts';

const guide = sampleDocument('house-rules');
const passage: Passage = { start: { block: 'baaaaaaa' as BlockId, offset: 3 }, end: { block: 'baaaaaaa' as BlockId, offset: 9 } };
let bridge: FakeBridge;
let failing: GuideId | null = null;
const answer = ({ guide: of, edition }: AskedEdits): EditedNotes => ({
  guide: of as GuideId,
  edition,
  notes: [],
  readOnly: false,
  refused: 0,
  undo: `token-${of}`,
});

beforeEach(() => {
  failing = null;
  bridge = fakeBridge({
    'notes.edit': (request) =>
      request.guide === failing ? { ok: false, error: { code: 'NO_SPACE', data: {} } } : { ok: true, value: answer(request) },
    'notes.undo': () => ({ ok: true, value: null }),
  });
});
afterEach(async () => {
  while (await undoLast());
  notices.set([]);
  openNotes.set(null);
  activeNote.set(null);
  lastHighlight.set('important');
  bridge.remove();
});
const edits = () => bridge.asked.filter(([name]) => name === 'notes.edit').map(([, request]) => request);
const said = () => notices.get().map(({ text }) => text);

test('a new note goes to its guide in the edition that is shown, and its id is known', async () => {
  const id = newNoteId();
  expect(await addNote(guide, passage, { id, highlight: 'ask', text: 'Why?', tags: ['duty'] })).toBe(id);
  expect(edits()).toEqual([
    {
      guide: 'house-rules',
      edition: guide.seal.version,
      edits: [{ kind: 'add', id, passage, highlight: 'ask', text: 'Why?', tags: ['duty'] }],
    },
  ]);
  expect(said()).toEqual([noteDone.highlighted('ask')]);
});

test('the kind that was used last is the next one', async () => {
  await addNote(guide, passage, { highlight: 'local', text: '', tags: [] });
  expect(lastHighlight.get()).toBe('local');
  await changeNotes([sampleNote()], { highlight: 'do' });
  expect(lastHighlight.get()).toBe('do');
});

test('a note that could not be kept is told as a fault, without a way back', async () => {
  failing = guide.summary.id;
  expect(await addNote(guide, passage, { highlight: 'do', text: '', tags: [] })).toBeNull();
  expect(said()).toEqual([expect.stringContaining('The disk of this PC is full')]);
  expect(await undoLast()).toBeNull();
});

test('one change to notes of two guides is one call for each, and one way back', async () => {
  const [a, b, c] = [sampleNote(), sampleNote({ guide: 'x-setup' as GuideId }), sampleNote()];
  openNotes.set({ guide: a.guide, edition: 7, notes: [], readOnly: false, refused: 0 });
  expect(await changeNotes([a, b, c], { archived: true })).toBe(true);
  expect(edits()).toEqual([
    {
      guide: 'house-rules',
      edition: 7,
      edits: [
        { kind: 'revise', id: a.id, archived: true },
        { kind: 'revise', id: c.id, archived: true },
      ],
    },
    { guide: 'x-setup', edition: 0, edits: [{ kind: 'revise', id: b.id, archived: true }] },
  ]);
  expect(said()).toEqual([noteDone.archived(3)]);
  notices.get()[0]?.action?.run();
  await expect
    .poll(() => bridge.asked.filter(([name]) => name === 'notes.undo').map(([, request]) => request))
    .toEqual([{ token: 'token-x-setup' }, { token: 'token-house-rules' }]);
});

test('what was done before a fault can be undone', async () => {
  failing = 'x-setup' as GuideId;
  expect(await deleteNotes([sampleNote(), sampleNote({ guide: failing })])).toBe(false);
  expect(said()).toEqual([noteDone.deleted(2), expect.stringContaining('The disk of this PC is full')]);
  expect((await undoLast())?.step.tokens).toEqual(['token-house-rules']);
});

test('a deleted note takes its card with it, another note’s card stays', async () => {
  const [open, other] = [sampleNote(), sampleNote()];
  activeNote.set(open.id);
  await deleteNotes([other]);
  expect(activeNote.get()).toBe(open.id);
  await deleteNotes([open]);
  expect(activeNote.get()).toBeNull();
});

test('a place, and a change that was seen, each say what they are', async () => {
  const note = sampleNote();
  await placeNote(note.guide, 0, note.id, passage);
  await acceptNotes([note]);
  expect(edits()).toEqual([
    { guide: 'house-rules', edition: 0, edits: [{ kind: 'place', id: note.id, passage }] },
    { guide: 'house-rules', edition: 0, edits: [{ kind: 'accept', id: note.id }] },
  ]);
  expect(said()).toEqual([noteDone.placed, noteDone.accepted(1)]);
});

test.each([
  [{ highlight: 'do' } as const, noteDone.recoloured(1, 'do')],
  [{ text: 'Other' }, noteDone.rewritten],
  [{ tags: ['duty'] }, noteDone.tagged(1)],
  [{ archived: false }, noteDone.unarchived(1)],
  [{ text: 'Other', tags: [] }, noteDone.changed(1)],
])('a change of %j is called what it is', async (change, words) => {
  await changeNotes([sampleNote()], change);
  expect(said()).toEqual([words]);
});

test('Ctrl+Z undoes the last change and says what it was; then there is nothing left', async () => {
  await changeNotes([sampleNote()], { tags: ['duty'] });
  await deleteNotes([sampleNote()]);
  await undoNote();
  expect(said().at(-1)).toBe(noteDone.undone(noteDone.deleted(1)));
  await undoNote();
  expect(said().at(-1)).toBe(noteDone.undone(noteDone.tagged(1)));
  await undoNote();
  expect(said().at(-1)).toBe(noteDone.nothingToUndo);
});

test('a change shows before it is kept, and goes again where it could not be', async () => {
  const [note, other] = [sampleNote(), sampleNote()];
  const shown = [note, other].map((each) => ({ note: each, parts: [], fate: each.fate }));
  const before = { guide: note.guide, edition: 7, notes: shown, readOnly: false, refused: 0 };
  openNotes.set(before);
  failing = note.guide;
  const changing = changeNotes([note], { highlight: 'local' });
  expect(openNotes.get()?.notes.map((each) => each.note.highlight)).toEqual(['local', 'important']);
  expect(await changing).toBe(false);
  expect(openNotes.get()).toBe(before);
  const deleting = deleteNotes([note]);
  expect(openNotes.get()?.notes).toEqual([shown[1]]);
  await deleting;
  expect(openNotes.get()).toBe(before);
});
