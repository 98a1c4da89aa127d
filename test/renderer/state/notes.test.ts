import { afterEach, describe, expect, test } from 'vitest';
import type { GuideNotes, ShownNote } from '../../../electron/ipc/note-replies.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import {
  activeNote,
  editNotes,
  findNote,
  noteCounts,
  notesVersion,
  openNotes,
  rememberStep,
  showNotesOf,
  startNotes,
  undoLast,
} from '../../../renderer/state/notes.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';

let bridge: FakeBridge | undefined;
afterEach(async () => {
  await showNotesOf(null);
  bridge?.remove();
});

const id = (number: number) => `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as ShownNote['note']['id'];
const note = (number: number) => ({ note: { id: id(number) }, parts: [], fate: 'unchanged' }) as unknown as ShownNote;
const notesOf = (guide: string, edition: number, ...list: readonly ShownNote[]): GuideNotes =>
  ({ guide, edition, notes: list, readOnly: false, refused: 0 }) as GuideNotes;
const page = (guide: string, version: number) => ({ summary: { id: guide }, seal: { version } }) as unknown as GuideDocument;
const counts = { notes: 2, changed: 1, unplaced: 0 };

describe('the notes of the page', () => {
  test('are those of its guide and its edition', async () => {
    bridge = fakeBridge({ 'notes.guide': ({ guide, edition }) => ({ ok: true, value: notesOf(guide, edition, note(1)) }) });
    await showNotesOf(page('house-rules', 7));
    expect(openNotes.get()).toEqual(notesOf('house-rules', 7, note(1)));
    expect(findNote(openNotes.get(), id(1))).toEqual(note(1));
    expect(findNote(openNotes.get(), id(2))).toBeNull();
  });

  test('go with the page, and so does the open card', async () => {
    bridge = fakeBridge({ 'notes.guide': ({ guide, edition }) => ({ ok: true, value: notesOf(guide, edition) }) });
    await showNotesOf(page('house-rules', 7));
    activeNote.set(id(1));
    await showNotesOf(page('house-rules', 8));
    expect([activeNote.get(), openNotes.get()?.edition]).toEqual([null, 8]);
    await showNotesOf(null);
    expect(openNotes.get()).toBeNull();
  });

  test('that come late for a page that was left are dropped', async () => {
    const late: (() => void)[] = [];
    bridge = fakeBridge({
      'notes.guide': ({ guide, edition }) =>
        new Promise((resolve) => late.push(() => resolve({ ok: true, value: notesOf(guide, edition) }))),
    });
    const first = showNotesOf(page('slow', 1));
    const second = showNotesOf(page('quick', 1));
    late[1]?.();
    late[0]?.();
    await Promise.all([first, second]);
    expect(openNotes.get()?.guide).toBe('quick');
  });

  test('are asked for again when another PC or an update changed them', async () => {
    let edition = 0;
    bridge = fakeBridge({
      'notes.guide': ({ guide }) => ({ ok: true, value: notesOf(guide, ++edition) }),
      'notes.counts': () => ({ ok: true, value: counts }),
    });
    startNotes();
    await showNotesOf(page('house-rules', 7));
    const version = notesVersion.get();
    bridge.push('notes.changed', { guides: ['house-rules' as never], counts: { ...counts, notes: 3 } });
    bridge.push('notes.changed', { guides: ['other' as never], counts: { ...counts, notes: 4 } });
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect([openNotes.get()?.edition, noteCounts.get().notes, notesVersion.get() - version]).toEqual([2, 4, 2]);
  });
});

describe('an edit', () => {
  test('shows at once what the main process answers', async () => {
    bridge = fakeBridge({
      'notes.guide': ({ guide, edition }) => ({ ok: true, value: notesOf(guide, edition) }),
      'notes.edit': ({ guide, edition }) => ({ ok: true, value: { ...notesOf(guide, edition, note(1)), undo: 'u' } }),
    });
    await showNotesOf(page('house-rules', 7));
    const reply = await editNotes('house-rules' as never, 7, [{ kind: 'delete', id: id(2) }]);
    expect(reply.ok && reply.value.undo).toBe('u');
    expect(openNotes.get()?.notes).toEqual([note(1)]);
  });

  test('that fails changes nothing here', async () => {
    bridge = fakeBridge({
      'notes.guide': ({ guide, edition }) => ({ ok: true, value: notesOf(guide, edition, note(1)) }),
      'notes.edit': () => ({ ok: false, error: { code: 'NO_SPACE', data: {} } }),
    });
    await showNotesOf(page('house-rules', 7));
    expect(await editNotes('house-rules' as never, 7, [{ kind: 'delete', id: id(1) }])).toMatchObject({ ok: false });
    expect(openNotes.get()?.notes).toEqual([note(1)]);
  });
});

describe('undo', () => {
  test('goes back step by step, the last first, each once', async () => {
    bridge = fakeBridge({ 'notes.undo': () => ({ ok: true, value: null }) });
    rememberStep({ tokens: ['a'], text: 'one' });
    const undoTwo = rememberStep({ tokens: ['b', 'c'], text: 'two' });
    rememberStep({ tokens: ['d'], text: 'three' });
    expect((await undoLast())?.step.text).toBe('three');
    expect(await undoTwo()).toBeNull();
    expect(await undoTwo()).toBeNull();
    expect((await undoLast())?.step.text).toBe('one');
    expect(await undoLast()).toBeNull();
    expect(bridge.asked.map(([, request]) => (request as { token: string }).token)).toEqual(['d', 'c', 'b', 'a']);
  });

  test('that is refused says so', async () => {
    bridge = fakeBridge({ 'notes.undo': () => ({ ok: false, error: { code: 'CANCELLED', data: {} } }) });
    rememberStep({ tokens: ['a'], text: 'one' });
    expect((await undoLast())?.error).toEqual({ code: 'CANCELLED', data: {} });
  });
});
