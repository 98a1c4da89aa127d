import { describe, expect, test } from 'vitest';
import { openCarried } from '../../../content/core/annotation/carried.ts';
import { toAnnotation } from '../../../content/core/annotation/json-ld.ts';
import type { Note } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { openLocalStore } from '../../../content/node/local-store.ts';
import { openNoteStore } from '../../../content/node/note-store.ts';
import { findHomes } from '../../../electron/workers/notes-files-homes.ts';
import { openNoteTexts } from '../../../electron/workers/notes-texts.ts';
import { noteScene } from '../../support/note-scene.ts';
import { sampleNote } from '../../support/notes.ts';

const bodies = {
  rules: '## House rules\n\nHide a comment that breaks the rules, then record why you did so.\n',
  setup: '## Names\n\nChoose the name of the account with care, because it cannot be changed for thirty days.\n',
};
const noteOn = (exact: string, guide: string): Note =>
  sampleNote({ guide: guide as GuideId, anchor: { ...sampleNote().anchor, exact, prefix: '', suffix: '' } });
let count = 0;
const fromElsewhere = (exact: string, uri = 'https://example.org/page') => ({
  ...{ id: `h${++count}`, created: '2026-10-01T10:00:00Z', uri, text: '', tags: [] },
  target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }],
});

async function homes(
  items: readonly unknown[],
  kept: readonly Note[] = [],
  mayCompare = () => true,
  held: Readonly<Record<string, string>> = bodies,
) {
  const scene = await noteScene(held);
  const store = openNoteStore({ folder: scene.notes, log: () => undefined });
  for (const note of kept) await store.change(note.guide, (records) => [...records, note]);
  const texts = openNoteTexts({ open: () => openLocalStore(scene.store), log: () => undefined });
  await texts.reload();
  const reader = openCarried(JSON.stringify(items), sha256);
  while (reader.read(100));
  const found = await findHomes(reader.result()?.notes ?? [], { store, texts, breathe: async () => undefined, mayCompare });
  return { elsewhere: found.elsewhere, guides: Object.fromEntries([...found.notes].map(([guide, notes]) => [guide, notes.length])) };
}

describe('the guide of a note out of a file', () => {
  test('is the one that it names', async () => {
    expect(await homes([toAnnotation(noteOn('any words', 'setup'))])).toEqual({ elsewhere: 0, guides: { setup: 1 } });
  });

  test('is the one that has its very words, where none is named', async () => {
    expect(await homes([fromElsewhere('cannot be changed for thirty days')])).toEqual({ elsewhere: 0, guides: { setup: 1 } });
  });

  test('is one that has similar words, as long as it may be looked for', async () => {
    const similar = [fromElsewhere('Choose the name of your account with care, because it cannot be changed for sixty days')];
    expect(await homes(similar)).toEqual({ elsewhere: 0, guides: { setup: 1 } });
    expect(await homes(similar, [], () => false)).toEqual({ elsewhere: 1, guides: {} });
  });

  test('is none where two guides have its words alike', async () => {
    const shared = '## Same\n\nAlways ask the duty officer before you publish pictures of people.\n';
    const alike = { one: shared, two: shared };
    expect(await homes([fromElsewhere('ask the duty officer before you publish')], [], () => true, alike)).toEqual({
      elsewhere: 1,
      guides: {},
    });
  });

  test('is not guessed from a few words alike', async () => {
    expect(await homes([fromElsewhere('Choose a pet with care and feed the animal twice each day of the week')])).toEqual({
      elsewhere: 1,
      guides: {},
    });
  });

  test('is the one that a page is called like, where no guide has its words', async () => {
    expect(await homes([fromElsewhere('quite other words', 'https://example.org/setup.html')])).toEqual({
      elsewhere: 0,
      guides: { setup: 1 },
    });
    expect(await homes([fromElsewhere('quite other words', 'https://example.org/article-123')])).toEqual({ elsewhere: 1, guides: {} });
  });

  test('is the one in which it is kept here already, whatever the file says', async () => {
    const note = noteOn('any words', 'rules');
    expect(await homes([toAnnotation({ ...note, guide: 'setup' as GuideId })], [note])).toEqual({ elsewhere: 0, guides: { rules: 1 } });
  });

  test('that is named and not held stays its guide, up to a number that no person reaches', async () => {
    expect(await homes([toAnnotation(noteOn('any words', 'not-here')), toAnnotation(noteOn('more words', 'not-here'))])).toEqual({
      elsewhere: 0,
      guides: { 'not-here': 2 },
    });
    const invented = Array.from({ length: 700 }, (_, at) => toAnnotation(noteOn('any words', `invented-${at}`)));
    const found = await homes(invented);
    expect([Object.keys(found.guides).length, found.elsewhere]).toEqual([500, 200]);
  });

  test('that was renamed is found by its words', async () => {
    expect(await homes([toAnnotation(noteOn('cannot be changed for thirty days', 'old-setup'))])).toEqual({
      elsewhere: 0,
      guides: { setup: 1 },
    });
  });
});
