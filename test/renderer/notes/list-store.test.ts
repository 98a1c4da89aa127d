import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { AllNotes } from '../../../electron/ipc/note-replies.ts';
import type { NotesList } from '../../../renderer/notes/list-store.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleNote } from '../../support/notes.ts';

type Store = typeof import('../../../renderer/notes/list-store.ts');
const guide = 'house-rules' as GuideId;
const reply = (notes: readonly Note[]): AllNotes => ({
  guides: [
    { guide, title: 'House rules', notes: notes.map((note) => ({ note, section: null })), readOnly: false, refused: 0, setAside: null },
  ],
});
const at = (start: number) => ({ ...sampleNote().anchor, start });
const made = (count: number): readonly Note[] =>
  Array.from({ length: count }, (_, index) => sampleNote({ text: `note ${index}`, anchor: at(index) }));

let bridge: FakeBridge;
let store: Store;
let held: readonly Note[] = [];
beforeEach(async () => {
  vi.resetModules();
  held = made(3);
  bridge = fakeBridge({ 'notes.all': () => ({ ok: true, value: reply(held) }) });
  store = await import('../../../renderer/notes/list-store.ts');
  await store.loadNotes();
});
afterEach(() => bridge.remove());

const now = (): NotesList => store.notesList.get();
const keys = (): readonly string[] => now().items.map(({ key }) => key);

test('what was ticked, narrowed and stood on stays so when notes come anew', async () => {
  store.tick(keys()[1] as string, false);
  store.narrow({ typed: 'note' });
  held = [...held, sampleNote({ text: 'note new' })];
  await store.loadNotes();
  expect([now().listed.length, now().ticked.size, now().current]).toEqual([4, 1, keys()[1]]);
});

test('a note that is gone is no longer ticked, and the keys stand on the one in its place', async () => {
  const [, second, third] = keys() as [string, string, string];
  store.tick(second, false);
  held = held.filter((_, index) => index !== 1);
  await store.loadNotes();
  expect([now().ticked.size, now().current]).toEqual([0, third]);
});

test('an action never touches what is ticked but not shown', () => {
  store.tickListed();
  store.narrow({ typed: 'note 1' });
  expect([now().ticked.size, store.chosen(now()).map(({ note }) => note.text)]).toEqual([3, ['note 1']]);
  store.untick();
  expect(store.chosen(now())).toEqual([]);
});

test('with Shift a range is ticked from the row that was ticked last', () => {
  const [first, , third] = keys() as [string, string, string];
  store.tick(first, false);
  store.tick(third, true);
  expect(now().ticked.size).toBe(3);
});

test('keys that come to the end of the drawn rows have more drawn; the end key stays among those that are', async () => {
  held = made(500);
  await store.loadNotes();
  expect(now().limit).toBe(store.rowsAtOnce);
  expect(store.stepBy(Number.POSITIVE_INFINITY)).toBe(keys()[store.rowsAtOnce - 1]);
  expect(store.stepBy(1)).toBe(keys()[store.rowsAtOnce]);
  expect(now().limit).toBe(2 * store.rowsAtOnce);
  expect(store.stepBy(Number.NEGATIVE_INFINITY)).toBe(keys()[0]);
  store.showMore();
  expect(now().limit).toBe(3 * store.rowsAtOnce);
  store.reorder('newest');
  expect(now().limit).toBe(store.rowsAtOnce);
});

test('from a guide’s own page only its notes are shown, whatever was set before', () => {
  store.narrow({ typed: 'zebra' });
  store.showOnly(guide);
  expect([now().listed.length, now().filter.typed]).toEqual([3, '']);
  store.clearFilters();
  expect(now().filter.guide).toBeNull();
});

test('one row is edited at a time, and the end of one does not end the next', () => {
  const [first, second] = keys() as [string, string];
  store.edit(first);
  store.edit(second);
  store.stopEditing(first);
  expect([now().editing, now().current]).toEqual([second, second]);
  store.stopEditing(second);
  expect(now().editing).toBeNull();
});

test('one question is asked at a time, and what was asked meanwhile is asked once more', async () => {
  bridge.remove();
  const waiting: (() => void)[] = [];
  let count = 0;
  bridge = fakeBridge({
    'notes.all': () => {
      count += 1;
      const value = reply(made(count));
      return new Promise((resolve) => waiting.push(() => resolve({ ok: true, value })));
    },
  });
  const asked = () => bridge.asked.length;
  const all = Promise.all([store.loadNotes(), store.loadNotes(), store.loadNotes()]);
  expect(asked()).toBe(1);
  waiting[0]?.();
  await vi.waitFor(() => expect(asked()).toBe(2));
  waiting[1]?.();
  await all;
  await vi.waitFor(() => expect(now().items).toHaveLength(2));
  expect(asked()).toBe(2);
});

test('while many notes are changed nothing is asked; afterwards once', async () => {
  const before = bridge.asked.length;
  await store.holdLoading(async () => {
    await store.loadNotes();
    await store.loadNotes();
    expect([bridge.asked.length, now().isBusy]).toEqual([before, true]);
  });
  expect(now().isBusy).toBe(false);
  await vi.waitFor(() => expect(bridge.asked.length).toBe(before + 1));
});

test('where notes cannot be read, the list that is there stays, and the fault is told', async () => {
  bridge.remove();
  bridge = fakeBridge({ 'notes.all': () => ({ ok: false, error: { code: 'NOTES_UNAVAILABLE', data: {} } }) });
  await store.loadNotes();
  expect([now().items.length, now().failure?.code]).toEqual([3, 'NOTES_UNAVAILABLE']);
});
