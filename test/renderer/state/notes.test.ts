import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import { ok } from '../../../content/core/base/result.ts';
import type { GuideNotes } from '../../../electron/ipc/note-replies.ts';
import {
  activeNote,
  editNotes,
  findNote,
  noteCounts,
  notesVersion,
  openNotes,
  rememberStep,
  sharing,
  showHeld,
  showNotesOf,
  startNotes,
  undoLast,
} from '../../../renderer/state/notes.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleDocument } from '../../support/library-samples.ts';
import { sampleNote } from '../../support/notes.ts';

const guide = sampleDocument('house-rules');
const { version: edition } = guide.seal;
const holding = (...notes: readonly Note[]): GuideNotes => ({
  ...{ guide: guide.summary.id, edition, readOnly: false, refused: 0 },
  notes: notes.map((note) => ({ note, parts: [], fate: note.fate })),
});
const [first, second] = [sampleNote(), sampleNote()];
let bridge: FakeBridge;
let disk: GuideNotes;
let undoFails = false;
beforeEach(() => {
  [disk, undoFails] = [holding(first), false];
  bridge = fakeBridge({
    'notes.guide': () => ok(disk),
    'notes.edit': () => ok({ ...disk, undo: 'token' }),
    'notes.counts': () => ok({ notes: 1, changed: 0, unplaced: 0 }),
    'notes.undo': () => (undoFails ? { ok: false, error: { code: 'CANCELLED', data: {} } } : ok(null)),
  });
});
afterEach(async () => {
  undoFails = false;
  while (await undoLast());
  await showNotesOf(null);
  bridge.remove();
});

test('the notes of the guide on the page are fetched, and go with it', async () => {
  await showNotesOf(guide);
  expect(openNotes.get()).toEqual(disk);
  activeNote.set(first.id);
  await showNotesOf(null);
  expect([openNotes.get(), activeNote.get()]).toEqual([null, null]);
});

test('an edit’s answer is shown, also where an earlier question is answered later', async () => {
  let answer = (_: GuideNotes): void => undefined;
  bridge.remove();
  bridge = fakeBridge({
    'notes.guide': async () => ok(await new Promise<GuideNotes>((resolve) => (answer = resolve))),
    'notes.edit': () => ok({ ...holding(first, second), undo: 'token' }),
  });
  const fetched = showNotesOf(guide);
  const before = notesVersion.get();
  await editNotes(guide.summary.id, edition, [{ kind: 'accept', id: first.id }]);
  answer(holding());
  await fetched;
  expect(openNotes.get()?.notes.map(({ note }) => note.id)).toEqual([first.id, second.id]);
  expect(notesVersion.get()).toBe(before + 1);
});

test('notes that are the same stay the very same objects; others do not', () => {
  const before = holding(first, second);
  const changed = { ...second, text: 'Ask Sam', clock: { a: 2 } };
  const after = sharing(before, structuredClone(holding(first, changed)));
  expect(after.notes[0]).toBe(before.notes[0]);
  expect(after.notes[1]).not.toBe(before.notes[1]);
  expect(after.notes[1]?.note).toEqual(changed);
  expect(sharing(null, before)).toBe(before);
  const elsewhere = { ...before, edition: edition + 1 };
  expect(sharing(before, elsewhere)).toBe(elsewhere);
});

test('what another PC or an update changed is fetched again, and the counts are told', async () => {
  startNotes();
  await showNotesOf(guide);
  disk = holding(first, second);
  bridge.push('notes.changed', { guides: [guide.summary.id], counts: { notes: 2, changed: 1, unplaced: 0 } });
  await expect.poll(() => openNotes.get()?.notes.length).toBe(2);
  expect(noteCounts.get()).toEqual({ notes: 2, changed: 1, unplaced: 0 });
});

test('steps are undone the last first, all tokens of one together; each only once', async () => {
  rememberStep({ tokens: ['a', 'b'], text: 'two guides' });
  const undo = rememberStep({ tokens: ['c'], text: 'one' });
  expect(await undo()).toBeNull();
  expect(await undo()).toBeNull();
  expect((await undoLast())?.step.text).toBe('two guides');
  expect(await undoLast()).toBeNull();
  expect(bridge.asked.map(([, request]) => (request as { token: string }).token)).toEqual(['c', 'b', 'a']);
});

test('a step that cannot be undone any more says so', async () => {
  undoFails = true;
  rememberStep({ tokens: ['a'], text: 'one' });
  expect((await undoLast())?.error?.code).toBe('CANCELLED');
});

test('a note is found by its id', () => {
  expect([findNote(disk, first.id)?.note, findNote(disk, second.id), findNote(null, first.id), findNote(disk, null)]).toEqual([
    first,
    null,
    null,
    null,
  ]);
});

test('a quiet edit is on disk, and on the page when it is to be shown', async () => {
  await showNotesOf(guide);
  disk = holding(first, second);
  const before = notesVersion.get();
  expect((await editNotes(guide.summary.id, edition, [{ kind: 'accept', id: first.id }], true)).ok).toBe(true);
  expect([openNotes.get()?.notes.length, notesVersion.get()]).toEqual([1, before]);
  showHeld();
  showHeld();
  expect([openNotes.get()?.notes.length, notesVersion.get()]).toEqual([2, before + 1]);
});

test('quiet edits are asked to be brief, and what they bring is joined to the rest', async () => {
  disk = holding(first, second);
  await showNotesOf(guide);
  const edit = [{ kind: 'revise', id: second.id, text: 'x' }] as const;
  for (const text of ['One', 'One two']) {
    disk = holding({ ...second, text });
    await editNotes(guide.summary.id, edition, edit, true);
  }
  expect(bridge.asked.filter(([name]) => name === 'notes.edit').map(([, request]) => request)).toEqual(
    [1, 2].map(() => ({ guide: guide.summary.id, edition, edits: edit, brief: true })),
  );
  const untouched = openNotes.get()?.notes[0];
  showHeld();
  expect(openNotes.get()?.notes.map(({ note }) => note.text)).toEqual([first.text, 'One two']);
  expect(openNotes.get()?.notes[0]).toBe(untouched);
});

test('a brief answer alone is never taken for all notes of a page', async () => {
  disk = holding(second);
  let answer = (_: GuideNotes): void => undefined;
  bridge.remove();
  bridge = fakeBridge({
    'notes.guide': async () => ok(await new Promise<GuideNotes>((resolve) => (answer = resolve))),
    'notes.edit': () => ok({ ...disk, undo: 'token' }),
  });
  const fetched = showNotesOf(guide);
  await editNotes(guide.summary.id, edition, [{ kind: 'accept', id: second.id }], true);
  showHeld();
  expect(openNotes.get()).toBeNull();
  answer(holding(first, second));
  await fetched;
  expect(openNotes.get()?.notes).toHaveLength(2);
});
