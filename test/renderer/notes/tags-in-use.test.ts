import { afterEach, expect, test } from 'vitest';
import type { AllNotes } from '../../../electron/ipc/note-replies.ts';
import { countedTags, fetchTags, offeredTags, tagsInUse } from '../../../renderer/notes/tags-in-use.ts';
import { notesVersion, openNotes } from '../../../renderer/state/notes.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleNote } from '../../support/notes.ts';

const noted = (...tags: string[]) => ({ note: sampleNote({ tags }), section: null });
const all: AllNotes = {
  guides: [
    {
      ...{ guide: sampleNote().guide, title: 'House rules', readOnly: false, refused: 0, setAside: null },
      notes: [noted('night', 'duty'), noted('duty'), noted('agenda')],
    },
  ],
};
let bridge: FakeBridge | undefined;
afterEach(() => {
  bridge?.remove();
  openNotes.set(null);
  tagsInUse.set([]);
});

test('the most used tags come first', () => expect(countedTags(all)).toEqual(['duty', 'agenda', 'night']));

test('what begins as typed comes before what only holds it; what the note has is not offered', () => {
  expect(offeredTags('n', ['Night'], ['night', 'agenda', 'now'])).toEqual(['now', 'agenda']);
  expect(offeredTags('', [], ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toHaveLength(6);
  expect(offeredTags('#du', [], ['duty'])).toEqual(['duty']);
});

test('tags of this guide are offered at once, those of others when they were asked for, once', async () => {
  bridge = fakeBridge({ 'notes.all': () => ({ ok: true, value: all }) });
  const here = sampleNote({ tags: ['here'] });
  openNotes.set({ guide: here.guide, edition: 1, notes: [{ note: here, parts: [], fate: here.fate }], readOnly: false, refused: 0 });
  expect(offeredTags('', [])).toEqual(['here']);
  await fetchTags();
  await fetchTags();
  expect([offeredTags('', []), bridge.asked.length]).toEqual([['here', 'duty', 'agenda', 'night'], 1]);
  notesVersion.update((version) => version + 1);
  await fetchTags();
  expect(bridge.asked.length).toBe(2);
});
