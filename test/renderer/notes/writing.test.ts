import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoteId } from '../../../content/core/annotation/model.ts';
import type { BlockId, GuideId } from '../../../content/core/base/ids.ts';
import type { AskedEdits } from '../../../electron/ipc/note-schemas.ts';
import { notesToBe, noteToBe, showAtOnce } from '../../../renderer/notes/card-store.ts';
import { newNoteId } from '../../../renderer/notes/note-actions.ts';
import { forgetText, typed } from '../../../renderer/notes/text-saver.ts';
import { openWriting } from '../../../renderer/notes/writing.ts';
import { undoLast } from '../../../renderer/state/notes.ts';
import { notices } from '../../../renderer/state/notices.ts';
import { noteDone } from '../../../renderer/text/notes-card.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleDocument } from '../../support/library-samples.ts';

const guide = sampleDocument('house-rules');
const block = 'baaaaaaa' as BlockId;
const passage = { start: { block, offset: 3 }, end: { block, offset: 9 } };
let id: NoteId;
let bridge: FakeBridge;
let failing = false;
let count = 0;
beforeEach(() => {
  [failing, count, id] = [false, 0, newNoteId()];
  bridge = fakeBridge({
    'notes.edit': ({ guide: of, edition }: AskedEdits) => {
      if (failing) return { ok: false, error: { code: 'NO_SPACE', data: {} } };
      count += 1;
      return { ok: true, value: { guide: of as GuideId, edition, notes: [], readOnly: false, refused: 0, undo: `token-${count}` } };
    },
    'notes.undo': () => ({ ok: true, value: null }),
  });
});
afterEach(async () => {
  forgetText(id);
  while (await undoLast());
  notices.set([]);
  notesToBe.set(new Map());
  bridge.remove();
});
const edits = () => bridge.asked.flatMap(([name, request]) => (name === 'notes.edit' ? (request as AskedEdits).edits : []));
const said = () => notices.get().map(({ text }) => text);

test('what is typed into a note is kept, and one sitting is one step of undo', async () => {
  const writing = openWriting(guide.summary.id, id, 'Ask');
  typed(id, 'Ask Sam');
  await writing.close();
  const again = openWriting(guide.summary.id, id, 'Ask Sam');
  typed(id, 'Ask Sam now');
  await again.close();
  expect(edits()).toEqual([
    { kind: 'revise', id, text: 'Ask Sam' },
    { kind: 'revise', id, text: 'Ask Sam now' },
  ]);
  expect(said()).toEqual([noteDone.rewritten]);
  expect([(await undoLast())?.step.tokens, (await undoLast())?.step.tokens]).toEqual([['token-2'], ['token-1']]);
});

test('a field that was only looked into leaves nothing to undo', async () => {
  await openWriting(guide.summary.id, id, 'Ask').close();
  expect([edits(), said(), await undoLast()]).toEqual([[], [], null]);
});

test('a new note is kept at once, then its words; the one notice is that of the note', async () => {
  showAtOnce(id, { guide, passage, highlight: 'ask', tags: ['duty'], said: noteDone.noted, parts: [], words: '' }, '2026-11-23T09:00:00Z');
  const writing = openWriting(guide.summary.id, id, '');
  await expect.poll(() => noteToBe(id)).toBeNull();
  typed(id, 'Why?');
  await writing.close();
  expect(edits()).toEqual([
    { kind: 'add', id, passage, highlight: 'ask', text: '', tags: ['duty'] },
    { kind: 'revise', id, text: 'Why?' },
  ]);
  expect(said()).toEqual([noteDone.noted]);
  expect([(await undoLast())?.step.text, (await undoLast())?.step.text]).toEqual([noteDone.rewritten, noteDone.noted]);
});

test('a note that could not be kept is told once, and comes with all its words when it can be', async () => {
  failing = true;
  showAtOnce(id, { guide, passage, highlight: 'ask', tags: [], said: noteDone.noted, parts: [], words: '' }, '2026-11-23T09:00:00Z');
  const writing = openWriting(guide.summary.id, id, '');
  await expect.poll(() => writing.kept.get()).toBe('failed');
  typed(id, 'Why?');
  await writing.close();
  expect(said()).toEqual([expect.stringContaining('The disk of this PC is full')]);
  failing = false;
  const again = openWriting(guide.summary.id, id, '');
  expect(again.text).toBe('Why?');
  await again.close();
  expect(edits().at(-1)).toEqual({ kind: 'add', id, passage, highlight: 'ask', text: 'Why?', tags: [] });
});
