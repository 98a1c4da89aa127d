import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { SearchReply } from '../../../content/core/search/model.ts';
import { emptySearch } from '../../../renderer/search/search-model.ts';
import * as searching from '../../../renderer/search/search-store.ts';
import { indexLibrary, library } from '../../../renderer/state/library.ts';
import { navigation, startNavigation } from '../../../renderer/state/navigation.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { channelId, guideId, sampleDocument, sampleGuide } from '../../support/library-samples.ts';

const block = 'b2345672' as BlockId;
let bridge: FakeBridge;
let indexing: SearchReply['indexing'] = null;

function answer(text: string): SearchReply {
  const section = { block, heading: 'Hide', headingMarks: [], snippet: text, marks: [] };
  const hits = text.includes('geofence')
    ? []
    : [{ guide: guideId('a'), channel: channelId('facebook'), title: 'A', titleMarks: [], sections: [section], more: 0 }];
  return { hits, total: hits.length, correction: null, scope: { channels: [], unknown: [] }, indexing, empty: false };
}

beforeEach(() => {
  indexing = null;
  bridge = fakeBridge({
    'search.query': ({ text }) => ({ ok: true, value: answer(text) }),
    'search.warm': () => ({ ok: true, value: null }),
    'gaps.add': () => ({ ok: true, value: { count: 1 } }),
    'library.guide': ({ id }) => ({ ok: true, value: sampleDocument(id) }),
  });
  searching.search.set(emptySearch);
  library.set(indexLibrary({ packs: [], guides: [sampleGuide('a')], problems: [] }));
  startNavigation(null);
});
afterEach(() => bridge.remove());

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const asked = (name: string) => bridge.asked.filter(([call]) => call === name);
const landed = () => [navigation.get().guide?.summary.id, navigation.get().landing.target];

test('what is typed is asked for with its scope', async () => {
  searching.toggleChannel(channelId('facebook'));
  searching.type('hide');
  await settle();
  expect(asked('search.query')).toEqual([['search.query', { text: 'hide', channels: ['facebook'], limit: 12, verbatim: false }]]);
  expect(searching.search.get().reply?.total).toBe(1);
});

test('Enter pressed before the answer opens the first result when it comes, and closes the panel', async () => {
  searching.type('hide');
  searching.open('open');
  expect(landed()[0]).toBeUndefined();
  await settle();
  expect([landed(), searching.search.get().open]).toEqual([['a', block], false]);
});

test('Enter pressed before the answer waits for the guides that are still being read; a second Enter does not', async () => {
  indexing = { done: 1, of: 12 };
  searching.type('hide');
  searching.open('open');
  await settle();
  expect(landed()[0]).toBeUndefined();
  searching.open('open');
  await settle();
  expect(landed()).toEqual(['a', block]);
});

test('Ctrl+Enter opens it and keeps the panel and the focus', async () => {
  searching.type('hide');
  await settle();
  searching.open('keep');
  await settle();
  expect([landed(), searching.search.get().open, navigation.get().landing.focus]).toEqual([['a', block], true, 'keep']);
});

test('a link to a place that is pasted leads there', async () => {
  searching.type(`guides://guide/a#${block}`);
  searching.open('open');
  await settle();
  expect(landed()).toEqual(['a', block]);
});

test('a link to a guide that is not here leads nowhere', async () => {
  searching.type('guides://guide/unknown');
  searching.open('open');
  await settle();
  expect(navigation.get().place.kind).toBe('home');
});

test('a query that found nothing is kept once for the working group', async () => {
  searching.type('geofence ');
  await settle();
  await searching.tellMissing();
  expect([asked('gaps.add'), searching.search.get().noted]).toEqual([[['gaps.add', { query: 'geofence' }]], 'geofence']);
});

test('when the guides have been read, the question is asked again', async () => {
  indexing = { done: 1, of: 12 };
  searching.warmUp();
  searching.type('hide');
  await settle();
  bridge.push('search.progress', { done: 6, of: 12 });
  expect(searching.search.get().progress).toEqual({ done: 6, of: 12 });
  indexing = null;
  bridge.push('search.progress', { done: 12, of: 12 });
  await settle();
  expect([asked('search.query').length, searching.search.get().progress]).toEqual([2, null]);
});

test('a very long paste is cut to what the contract takes', async () => {
  searching.type('x'.repeat(50_000));
  await settle();
  expect(asked('search.query')).toMatchObject([['search.query', { text: 'x'.repeat(20_000) }]]);
});
