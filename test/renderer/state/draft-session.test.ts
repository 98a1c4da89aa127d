import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../content/core/base/result.ts';
import { noHistory } from '../../../content/core/suggestion/undo-history.ts';
import type { Request } from '../../../electron/ipc/contract.ts';
import type { KeptSuggestion, SavedSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { createDraftSession, fieldsOf } from '../../../renderer/state/draft-session.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { baseOf, idOf, sampleAfter, sampleDraft, sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

const id = idOf(900);
const keptOf = (source = sampleAfter): KeptSuggestion => ({
  draft: sampleDraft({ suggestion: sampleSuggestion({ id, proposal: { kind: 'change', source } }), clock: { a: 1 } }),
  ...{ history: noHistory, readOnly: false, blocks: [], title: 'House rules', answer: null, lost: [] },
});
const beginning: Request<'suggestions.begin'> = {
  ...{ id, channel: 'everyday', guide: 'house-rules', edition: 1, passage: null, proposal: { kind: 'change' }, kind: 'wording', why: '' },
};
let bridge: FakeBridge;
let saved: SavedSuggestion;
let ticks = 1;
let parted: unknown[] = [];
const saves = () =>
  bridge.asked.flatMap(([name, request]) => (name === 'suggestions.save' ? [request as Request<'suggestions.save'>] : []));
const open = (kept = keptOf(), begin: Request<'suggestions.begin'> | null = null) =>
  createDraftSession({ kept, begin, parted: (from) => parted.push(from.parted), failed: () => undefined, now: () => 0 });

beforeEach(() => {
  vi.useFakeTimers();
  [ticks, parted] = [1, []];
  bridge = fakeBridge({
    'suggestions.begin': () => ok(keptOf(sampleSource)),
    'suggestions.save': () => {
      ticks += 1;
      saved = {
        clock: { a: ticks },
        state: 'draft',
        modified: '2026-11-23T10:00:00.000Z',
        missing: ['why'],
        parted: ticks === 9 ? idOf(901) : null,
      };
      return ok(saved);
    },
  });
});
afterEach(() => {
  bridge.remove();
  vi.useRealTimers();
});

test('each save says which words it has seen: the clock of the answer before', async () => {
  const own = open();
  own.type(`${sampleAfter}a`);
  await own.flush();
  own.change({ why: 'Because' });
  await own.flush();
  expect(saves().map(({ seen }) => seen)).toEqual([{ a: 1 }, { a: 2 }]);
  expect(saves()[0]?.text).toMatchObject({ source: `${sampleAfter}a`, history: { past: [[{ inserted: 'a' }]] } });
  expect(saves()[1]).toMatchObject({ why: 'Because' });
  expect(saves()[1]).not.toHaveProperty('text');
  expect(own.state.get()).toMatchObject({ saving: 'saved', savedAt: '2026-11-23T10:00:00.000Z', missing: ['why'] });
});

test('a suggestion is begun before the first word is saved, and once', async () => {
  const own = open(keptOf(sampleSource), beginning);
  own.type(`${sampleSource}a`);
  await own.flush();
  expect(bridge.asked.map(([name]) => name)).toEqual(['suggestions.begin', 'suggestions.save']);
  expect(own.state.get().source).toBe(`${sampleSource}a`);
  expect(own.isClean()).toBe(true);
});

test('without a word it is begun all the same', async () => {
  const own = open(keptOf(sampleSource), beginning);
  await vi.advanceTimersByTimeAsync(0);
  expect(bridge.asked.map(([name]) => name)).toEqual(['suggestions.begin']);
  expect([own.isClean(), own.state.get().saving]).toEqual([true, 'saved']);
});

test('begun from a newer edition than the page has, its text is that edition’s', async () => {
  const other = baseOf(`${sampleSource}More.\n`, 2);
  bridge.remove();
  const kept = keptOf(other.source);
  const answer = { ...kept, draft: { ...kept.draft, suggestion: { ...kept.draft.suggestion, base: other } } };
  bridge = fakeBridge({ 'suggestions.begin': () => ok(answer), 'suggestions.save': () => ok(saved) });
  const own = open(keptOf(sampleSource), beginning);
  await own.flush();
  expect([own.state.get().source, own.state.get().kept.draft.suggestion.base]).toEqual([other.source, other]);
});

test('what cannot be begun is not saved either, and both are tried again', async () => {
  bridge.remove();
  let isFull = true;
  bridge = fakeBridge({
    'suggestions.begin': () => (isFull ? { ok: false, error: { code: 'NO_SPACE', data: {} } } : ok(keptOf(sampleSource))),
    'suggestions.save': () => ok(saved),
  });
  const own = open(keptOf(sampleSource), beginning);
  own.type(`${sampleSource}a`);
  expect([await own.flush(), own.state.get().saving, own.isClean()]).toEqual([false, 'failed', false]);
  isFull = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect([own.state.get().saving, own.state.get().source, saves().length]).toEqual(['saved', `${sampleSource}a`, 1]);
});

test('undo and redo are steps of the whole text and are saved', async () => {
  const own = open();
  own.type(`${sampleAfter}One `);
  own.type(`${sampleAfter}One two`, true);
  expect(own.undo()).toBe(`${sampleAfter}One two`);
  expect(own.state.get().source).toBe(`${sampleAfter}One `);
  await own.flush();
  expect(saves().at(-1)?.text?.history.future).toHaveLength(1);
  expect([own.redo(), own.state.get().source]).toEqual([`${sampleAfter}One `, `${sampleAfter}One two`]);
  own.undo();
  own.undo();
  expect([own.state.get().source, own.undo()]).toEqual([sampleAfter, null]);
});

test('a change that is none becomes a comment, without a text', async () => {
  const own = open();
  own.change({ proposal: 'comment' });
  await own.flush();
  expect(saves()[0]).toMatchObject({ proposal: 'comment' });
  expect([own.state.get().source, own.state.get().kept.draft.suggestion.proposal]).toEqual([null, { kind: 'comment' }]);
  own.type('Nothing to type in');
  expect(own.state.get().source).toBeNull();
});

test('an answer that knows more takes the place of what is here', () => {
  const own = open();
  own.replace(keptOf(sampleSource));
  expect([own.state.get().source, own.state.get().fields]).toEqual([sampleSource, fieldsOf(keptOf(sampleSource))]);
});

test('words of another window that became a draft of their own are told', async () => {
  ticks = 8;
  const own = open();
  own.change({ why: 'Mine' });
  await own.flush();
  expect(parted).toEqual([idOf(901)]);
});
