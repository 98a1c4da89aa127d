import { expect, test } from 'vitest';
import type { ReadingState } from '../../../electron/ipc/replies.ts';
import { dueGuides, filterGuides, homeView } from '../../../renderer/home/home-model.ts';
import { guideId, sampleGuide, samplePack } from '../../support/library-samples.ts';

const now = '2026-11-22T09:00:00Z';
const nothing: ReadingState = { saved: [], recent: [], ticks: {} };
const read = (id: string) => ({ guide: guideId(id), block: null, at: '2026-11-22T08:00:00Z', edition: 1 });

test('an empty library says so', () => {
  expect(homeView({ packs: [], guides: [], problems: [] }, nothing, now).empty).toBe(true);
});

test('what was read comes back newest first, what is gone is left out', () => {
  const library = { packs: [samplePack('facebook')], guides: [sampleGuide('a'), sampleGuide('b')], problems: [] };
  const view = homeView(library, { ...nothing, recent: [read('b'), read('gone'), read('a')], saved: [guideId('gone'), guideId('a')] }, now);
  expect(view.resume.map((entry) => entry.guide.id)).toEqual(['b', 'a']);
  expect(view.saved.map((guide) => guide.id)).toEqual(['a']);
});

test('lists are cut to what one can take in, and say how many are left', () => {
  const guides = Array.from({ length: 20 }, (_, index) => sampleGuide(`g${index}`, { reviewBy: '2026-01-01' }));
  const view = homeView({ packs: [], guides, problems: [] }, { ...nothing, saved: guides.map((guide) => guide.id) }, now);
  expect([view.saved.length + view.savedMore, view.due.length + view.dueMore]).toEqual([20, 20]);
  expect(view.due.length).toBeLessThan(10);
});

test('who has read nothing is offered the guides that packs name as their start', () => {
  const library = {
    packs: [samplePack('law', { kind: 'subject', start: guideId('law-start') }), samplePack('x', { start: guideId('gone') })],
    guides: [sampleGuide('a'), sampleGuide('law-start')],
    problems: [],
  };
  expect(homeView(library, nothing, now).starts.map((guide) => guide.id)).toEqual(['law-start']);
  expect(homeView({ ...library, packs: [] }, nothing, now).starts.map((guide) => guide.id)).toEqual(['a', 'law-start']);
});

test('guides are counted by pack, drafts in all', () => {
  const library = {
    packs: [samplePack('facebook'), samplePack('x')],
    guides: [sampleGuide('a', { status: 'draft' }), sampleGuide('b', { status: 'consultation' }), sampleGuide('c')],
    problems: [],
  };
  const view = homeView(library, nothing, now);
  expect([view.channels.map((card) => card.count), view.drafts, view.guides]).toEqual([[3, 0], 2, 3]);
});

test('overdue and soon due come in the order of their days, withdrawn ones not at all', () => {
  const guides = [
    sampleGuide('later', { reviewBy: '2027-06-01' }),
    sampleGuide('soon', { reviewBy: '2026-12-24' }),
    sampleGuide('over', { reviewBy: '2026-06-03' }),
    sampleGuide('gone', { reviewBy: '2026-01-01', status: 'withdrawn' }),
    sampleGuide('none', { reviewBy: null }),
  ];
  expect(dueGuides(guides, '2026-11-22').map(({ guide, overdue }) => [guide.id, overdue])).toEqual([
    ['over', true],
    ['soon', false],
  ]);
});

test.each([
  ['', 2],
  ['  ', 2],
  ['HOUSE', 1],
  ['rules moderation', 1],
  ['house gallery', 0],
])('a list filtered by "%s" has %i guides', (typed, count) => {
  const guides = [sampleGuide('a', { title: 'House rules' }), sampleGuide('b', { title: 'Gallery', topic: 'images' })];
  expect(filterGuides(guides, typed)).toHaveLength(count);
});
