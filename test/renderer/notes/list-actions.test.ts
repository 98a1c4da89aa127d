import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoteId } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { archiveItems, deleteItems, keepItems, markItems, seenItems, tagItems, untagItems } from '../../../renderer/notes/list-actions.ts';
import { itemsOf, type NoteItem } from '../../../renderer/notes/notes-page-model.ts';
import { notices } from '../../../renderer/state/notices.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleNote } from '../../support/notes.ts';

interface Edits {
  readonly guide: string;
  readonly edition: number;
  readonly edits: readonly { readonly id: NoteId; readonly tags?: readonly string[] }[];
}
let bridge: FakeBridge;
beforeEach(() => {
  let made = 0;
  bridge = fakeBridge({
    'notes.edit': ({ guide, edition }) => {
      made += 1;
      return { ok: true, value: { guide: guide as GuideId, edition, notes: [], readOnly: false, refused: 0, undo: `undo ${made}` } };
    },
    'notes.undo': () => ({ ok: true, value: null }),
  });
});
afterEach(() => bridge.remove());

const item = (guide: string, tags: readonly string[] = [], readOnly = false): NoteItem =>
  itemsOf({
    guides: [
      {
        guide: guide as GuideId,
        title: guide,
        notes: [{ note: sampleNote({ guide: guide as GuideId, tags }), section: null }],
        readOnly,
        refused: 0,
        setAside: null,
      },
    ],
  })[0] as NoteItem;
const sent = (): readonly Edits[] => bridge.asked.filter(([name]) => name === 'notes.edit').map(([, request]) => request as Edits);
const said = (): string | undefined => notices.get().at(-1)?.text;

test('a tag goes to every note that lacks it, one request for each guide, and one Undo takes all back', async () => {
  await tagItems([item('a', ['x']), item('a'), item('b'), item('b', ['shift'])], ' shift ');
  expect(sent().map(({ guide, edits }) => [guide, edits.map(({ tags }) => tags)])).toEqual([
    ['a', [['x', 'shift'], ['shift']]],
    ['b', [['shift']]],
  ]);
  expect(said()).toBe('Tags of 3 notes changed');
  notices.get().at(-1)?.action?.run();
  await expect.poll(() => bridge.asked.filter(([name]) => name === 'notes.undo').length).toBe(2);
});

test('a tag is taken from the notes that have it, and from no other', async () => {
  await untagItems([item('a', ['x', 'y']), item('a', ['y'])], 'x');
  expect(sent().flatMap(({ edits }) => edits.map(({ tags }) => tags))).toEqual([['y']]);
});

test('nothing is sent, and nothing said, where there is nothing to change', async () => {
  const before = said();
  await tagItems([item('a', ['x'])], 'X');
  await deleteItems([item('a', [], true)]);
  expect([sent(), said()]).toEqual([[], before]);
});

test('notes that a newer app wrote are left out of what is done to many', async () => {
  const [mine, newer] = [item('a'), item('b', [], true)];
  await archiveItems([mine, newer], true);
  await seenItems([newer]);
  await markItems([newer], 'ask');
  await keepItems([mine, newer]);
  expect(sent().flatMap(({ edits }) => edits.map(({ id }) => id))).toEqual([mine.note.id, mine.note.id]);
  expect(said()).toBe('1 note kept without a place');
});
