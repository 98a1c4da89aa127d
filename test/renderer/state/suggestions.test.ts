import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../content/core/base/result.ts';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { noHistory } from '../../../content/core/suggestion/undo-history.ts';
import type { Request } from '../../../electron/ipc/contract.ts';
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { notices } from '../../../renderer/state/notices.ts';
import {
  attachFile,
  beginDraft,
  changeFields,
  closeDraft,
  flushDraft,
  openDraft,
  redoTyped,
  removeDrafts,
  settleDraft,
  showDraft,
  startSuggestions,
  steppedDraft,
  suggestionCounts,
  suggestionsVersion,
  typeText,
  undoTyped,
} from '../../../renderer/state/suggestions.ts';
import { suggestPageText } from '../../../renderer/text/suggest-page.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { idOf, sampleAfter, sampleDraft, sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

const keptOf = (id: SuggestionId, source = sampleAfter): KeptSuggestion => ({
  draft: sampleDraft({ suggestion: sampleSuggestion({ id, proposal: { kind: 'change', source } }), clock: { a: 1 } }),
  ...{ history: noHistory, readOnly: false, blocks: [], title: null, answer: null, lost: [] },
});
const [first, second] = [idOf(910), idOf(911)];
let bridge: FakeBridge;
let isFull = false;
const asked = (name: string) => bridge.asked.flatMap(([each, request]) => (each === name ? [request] : []));
const beginning = (id: SuggestionId): Request<'suggestions.begin'> => ({
  ...{ id, channel: 'everyday', guide: 'house-rules', edition: 1, passage: null, proposal: { kind: 'change' }, kind: 'wording', why: '' },
});
beforeEach(() => {
  vi.useFakeTimers();
  isFull = false;
  bridge = fakeBridge({
    'suggestions.open': ({ id }) =>
      id === second ? { ok: false, error: { code: 'SUGGESTION_NOT_FOUND', data: {} } } : ok(keptOf(id as SuggestionId)),
    'suggestions.begin': ({ id }) => ok(keptOf(id as SuggestionId, sampleSource)),
    'suggestions.save': () =>
      isFull
        ? { ok: false, error: { code: 'NO_SPACE', data: {} } }
        : ok({ clock: { a: 2 }, state: 'draft', modified: '2026-11-23T10:00:00.000Z', missing: [], parted: null }),
    'suggestions.counts': () => ok({ drafts: 3, sent: 0, answered: 0, conflicts: 0 }),
    'suggestions.attach': () => ok(null),
    'suggestions.settle': ({ id }) => ok(keptOf(id as SuggestionId, `${sampleAfter}Settled.\n`)),
    'suggestions.delete': () => ok(null),
    'suggestions.restore': () => ok(null),
  });
});
afterEach(async () => {
  isFull = false;
  await closeDraft();
  await vi.advanceTimersByTimeAsync(60_000);
  bridge.remove();
  notices.set([]);
  vi.useRealTimers();
});

test('one that is there is opened; of one that is not it is told', async () => {
  expect(await showDraft(first)).toBe(true);
  expect(openDraft.get()?.source).toBe(sampleAfter);
  expect(await showDraft(first)).toBe(true);
  expect(asked('suggestions.open')).toHaveLength(1);
  await closeDraft();
  expect([await showDraft(second), openDraft.get(), notices.get().length]).toEqual([false, null, 1]);
});

test('one that is begun is open at once, before anything is answered', async () => {
  const begun = beginDraft(beginning(first), keptOf(first, sampleSource));
  expect(openDraft.get()?.source).toBe(sampleSource);
  typeText(`${sampleSource}a`);
  expect(await begun).toBe(true);
  expect([openDraft.get()?.source, suggestionCounts.get().drafts]).toEqual([`${sampleSource}a`, 3]);
});

test('closing leaves no word behind', async () => {
  await showDraft(first);
  typeText(`${sampleAfter}a`);
  changeFields({ why: 'Because' });
  await closeDraft();
  expect(asked('suggestions.save')).toMatchObject([{ text: { source: `${sampleAfter}a` }, why: 'Because' }]);
  expect(openDraft.get()).toBeNull();
});

test('a draft without a word is gone when it is closed; one word keeps it', async () => {
  const kept = keptOf(first, sampleSource);
  const blank = { ...kept, draft: { ...kept.draft, suggestion: { ...kept.draft.suggestion, why: '' } } };
  await beginDraft(beginning(first), blank);
  expect([await closeDraft(), asked('suggestions.delete')]).toEqual([false, [{ ids: [first] }]]);
  await beginDraft(beginning(idOf(912)), { ...blank, draft: keptOf(idOf(912), sampleSource).draft });
  expect([await closeDraft(), asked('suggestions.delete').length, await closeDraft()]).toEqual([true, 1, false]);
});

test('words that could not be kept are there again when it is opened again, and are still tried', async () => {
  await showDraft(first);
  isFull = true;
  typeText(`${sampleAfter}a`);
  await closeDraft();
  expect(await flushDraft()).toBe(false);
  await showDraft(first);
  expect([openDraft.get()?.source, openDraft.get()?.saving]).toEqual([`${sampleAfter}a`, 'failed']);
  isFull = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([openDraft.get()?.saving, await flushDraft()]).toEqual(['saved', true]);
});

test('a step that is undone says what was before and after it', async () => {
  await showDraft(first);
  typeText(`${sampleAfter}a`);
  expect(undoTyped()).toBe(true);
  expect(steppedDraft.get()).toEqual({ before: `${sampleAfter}a`, after: sampleAfter });
  expect([undoTyped(), redoTyped(), openDraft.get()?.source]).toEqual([false, true, `${sampleAfter}a`]);
});

test('what a newer edition did is settled only when every word is on disk', async () => {
  await showDraft(first);
  typeText(`${sampleAfter}a`);
  isFull = true;
  expect(await settleDraft('seen')).toBe(false);
  isFull = false;
  expect(await settleDraft('take-back')).toBe(true);
  expect([asked('suggestions.settle'), openDraft.get()?.source]).toEqual([
    [{ id: first, how: 'take-back', source: null }],
    `${sampleAfter}Settled.\n`,
  ]);
});

test('a person who chooses no file changes nothing', async () => {
  await showDraft(first);
  await attachFile();
  expect([asked('suggestions.attach'), openDraft.get()?.source]).toEqual([[{ id: first }], sampleAfter]);
});

test('what is deleted is closed, with its last words kept, and comes back by Undo', async () => {
  await showDraft(first);
  typeText(`${sampleAfter}a`);
  await removeDrafts([first]);
  expect([openDraft.get(), asked('suggestions.save').length, asked('suggestions.delete')]).toEqual([null, 1, [{ ids: [first] }]]);
  const notice = notices.get().at(-1);
  expect(notice?.text).toBe(suggestPageText.removed(1));
  notice?.action?.run();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked('suggestions.restore')).toEqual([{ ids: [first] }]);
});

test('a change from elsewhere is shown where nothing is being written, and counts', async () => {
  Object.assign(globalThis, { addEventListener: () => undefined, document: { addEventListener: () => undefined } });
  startSuggestions();
  await showDraft(first);
  const version = suggestionsVersion.get();
  typeText(`${sampleAfter}a`);
  bridge.push('suggestions.changed', { drafts: 7, sent: 1, answered: 0, conflicts: 0 });
  expect([suggestionsVersion.get() > version, suggestionCounts.get().drafts]).toEqual([true, 7]);
  expect(openDraft.get()?.source).toBe(`${sampleAfter}a`);
  await flushDraft();
  bridge.push('suggestions.changed', { drafts: 7, sent: 1, answered: 0, conflicts: 0 });
  await vi.advanceTimersByTimeAsync(0);
  expect(openDraft.get()?.source).toBe(sampleAfter);
});
