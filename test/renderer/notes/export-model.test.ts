import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { AllNotes, ListedNote } from '../../../electron/ipc/note-replies.ts';
import { exportModel } from '../../../renderer/notes/export-model.ts';
import { channelId, guideId, sampleGuide, samplePack } from '../../support/library-samples.ts';
import { sampleNote } from '../../support/notes.ts';

const pack = samplePack('facebook');
const facts = {
  now: '2026-11-23T09:14:00.000Z',
  zone: 'Europe/London',
  guides: new Map([[guideId('house-rules'), sampleGuide('house-rules', { title: 'House rules' })]]),
  packs: new Map([[channelId('facebook'), pack]]),
};
const anchorAt = (start: number, version = pack.seal.version): Note['anchor'] => ({
  ...sampleNote().anchor,
  start,
  end: start + 10,
  edition: { version, digest: '' },
});
const listed = (note: Partial<Note> = {}, section: string | null = 'Hide or delete'): ListedNote => ({
  note: sampleNote({ anchor: anchorAt(10), ...note }),
  section,
});
const allOf = (notes: readonly ListedNote[], title: string | null = 'House rules', guide = 'house-rules'): AllNotes => ({
  guides: [{ guide: guide as GuideId, title, notes, readOnly: false, refused: 0, setAside: null }],
});
const onlyNote = (all: AllNotes) => exportModel(all, null, facts).guides[0]?.sections[0]?.notes[0];

describe('notes for an export', () => {
  test('each say their kind, words, tags, dates, source and link', () => {
    expect(
      onlyNote(allOf([listed({ highlight: 'do', text: 'Ours is Monday', tags: ['rota', 'x'], modified: '2026-11-23T08:00:00.000Z' })])),
    ).toEqual({
      quote: 'hide, then',
      before: null,
      highlight: 'do',
      kind: 'To do',
      words: 'Ours is Monday',
      facts: [
        ['Kind', 'To do'],
        ['Tags', 'rota, x'],
        ['Dates', 'written on 22 November 2026, changed on 23 November 2026'],
        [
          'Source',
          'National Guides, Facebook: House rules, section “Hide or delete”, version 1.0, edition of 4 March 2026, Facebook working group.',
        ],
      ],
      link: 'guides://guide/house-rules#baaaaaaa',
    });
  });

  test('stand by guide and section in reading order, those without a place last', () => {
    const gone = listed({ fate: 'gone', before: anchorAt(1, 9), anchor: anchorAt(1, 9) });
    const model = exportModel(
      allOf([gone, listed({ anchor: anchorAt(80) }, 'Later'), listed(), listed({ anchor: anchorAt(2) }, null)]),
      null,
      facts,
    );
    expect(model.guides[0]?.sections.map(({ heading }) => heading)).toEqual([
      'Before the first heading',
      'Hide or delete',
      'Later',
      'Without a place in the newest edition',
    ]);
    expect(model.intro).toContain('4 notes on 1 guide, exported from National Guides on 23 November 2026.');
  });

  test('without a place say where they stood, and link to the guide alone', () => {
    const anchor = anchorAt(5, Date.UTC(2025, 4, 1) / 1000);
    const note = onlyNote(allOf([listed({ fate: 'gone', before: anchor, anchor })]));
    expect(note?.facts).toContainEqual(['State', 'Needs a new place']);
    expect(note?.facts).toContainEqual([
      'Source',
      'It stood in National Guides, Facebook: House rules, section “Hide or delete”, edition of 1 May 2025.',
    ]);
    expect(note?.link).toBe('guides://guide/house-rules');
  });

  test('whose words were changed show the old ones too', () => {
    expect(onlyNote(allOf([listed({ fate: 'reworded', before: { ...anchorAt(3), exact: 'delete, then' } })]))).toMatchObject({
      quote: 'hide, then',
      before: 'delete, then',
    });
  });

  test('on a guide that is not on this PC say so and come last', () => {
    const absent = allOf([listed({ guide: 'a-gone' as GuideId }, null)], null, 'a-gone').guides;
    const model = exportModel({ guides: [...absent, ...allOf([listed()]).guides] }, null, facts);
    expect(model.guides.map(({ title }) => title)).toEqual(['House rules', 'a-gone (not on this PC)']);
    expect(model.guides[1]?.sections[0]?.notes[0]?.facts.at(-1)?.[1]).toMatch(/^It stood in National Guides, a-gone/);
  });

  test('are only those that were chosen', () => {
    const [one, two] = [listed(), listed()];
    const model = exportModel(allOf([one, two]), [{ guide: two.note.guide, id: two.note.id }], facts);
    expect(model.count).toBe(1);
    expect(exportModel(allOf([one]), [], facts)).toMatchObject({ count: 0, guides: [] });
  });

  test('come out the same in whatever order they are listed', () => {
    const list = [3, 50, 20, 3].map((start, at) => listed({ anchor: anchorAt(start), created: `2026-11-2${at}T09:00:00.000Z` }));
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(exportModel(allOf(shuffled), null, facts)).toEqual(exportModel(allOf(list), null, facts));
      }),
    );
  });
});
