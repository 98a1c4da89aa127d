import { afterEach, beforeEach, expect, test } from 'vitest';
import { everyRow } from '../../../../renderer/suggest/list/list-model.ts';
import { clearFilters, loadSuggestions, narrow, suggestionList, tick, untick } from '../../../../renderer/suggest/list/list-store.ts';
import { type FakeBridge, fakeBridge } from '../../../support/fake-bridge.ts';
import { rowSample } from '../../../support/suggestion-rows.ts';

let bridge: FakeBridge;
let rows = [rowSample(1), rowSample(2)];
let works = true;
beforeEach(() => {
  rows = [rowSample(1), rowSample(2)];
  works = true;
  suggestionList.set({ all: null, failure: null, filter: everyRow, ticked: new Set() });
  bridge = fakeBridge({
    'suggestions.all': () =>
      works
        ? { ok: true, value: { rows, unread: [], aside: [], hasShare: true } }
        : { ok: false, error: { code: 'NOTES_UNAVAILABLE', data: {} } },
  });
});
afterEach(() => bridge.remove());

test('asks for all, and keeps what is ticked as long as it is there', async () => {
  await loadSuggestions();
  for (const { id } of rows) tick(id);
  rows = rows.slice(1);
  await loadSuggestions();
  expect([...suggestionList.get().ticked]).toEqual([rows[0]?.id]);
  tick(rows[0]?.id as never);
  expect(suggestionList.get().ticked.size).toBe(0);
});

test('a failure stays beside what was there, and goes with the next answer', async () => {
  await loadSuggestions();
  works = false;
  await loadSuggestions();
  expect(suggestionList.get()).toMatchObject({ failure: { code: 'NOTES_UNAVAILABLE' }, all: { rows } });
  works = true;
  await loadSuggestions();
  expect(suggestionList.get().failure).toBeNull();
});

test('filters are narrowed one by one and cleared at once; ticks can all be taken away', async () => {
  await loadSuggestions();
  narrow({ typed: 'a' });
  narrow({ group: 'draft' });
  expect(suggestionList.get().filter).toMatchObject({ typed: 'a', group: 'draft' });
  clearFilters();
  expect(suggestionList.get().filter).toEqual(everyRow);
  tick(rows[0]?.id as never);
  untick();
  expect(suggestionList.get().ticked.size).toBe(0);
});
