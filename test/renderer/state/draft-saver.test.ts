import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../../content/core/base/result.ts';
import type { SavedSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import type { AppError } from '../../../renderer/api.ts';
import { createDraftSaver, type DraftPatch, type DraftSaver, saveAfterMs } from '../../../renderer/state/draft-saver.ts';

type Reply = Result<SavedSuggestion, AppError>;
const kept: SavedSuggestion = { clock: { a: 1 }, state: 'draft', modified: '2026-11-23T09:00:00.000Z', missing: [], parted: null };
const broken = (code: AppError['code'] = 'NO_SPACE'): Reply => fail({ code, data: {} });
let sent: DraftPatch[] = [];
let replies: (Reply | Promise<Reply>)[] = [];
let states: string[] = [];
let told: string[] = [];
let saver: DraftSaver;
beforeEach(() => {
  vi.useFakeTimers();
  [sent, replies, states, told] = [[], [], [], []];
  saver = createDraftSaver({
    send: async (patch) => {
      sent.push(patch);
      return (await replies.shift()) ?? ok(kept);
    },
    kept: () => undefined,
    failed: ({ code }, isFirst) => told.push(`${code}${isFirst ? '' : ' again'}`),
    saving: (state) => states.push(state),
  });
});
afterEach(() => vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('what is typed is sent together, and typing on does not put it off', async () => {
  for (const why of ['a', 'as', 'ask']) {
    saver.change({ why });
    await pass(saveAfterMs / 3);
  }
  await pass(1);
  expect(sent).toEqual([{ why: 'ask' }]);
  expect([states.at(-1), saver.isClean()]).toEqual(['saved', true]);
});

test('somebody who never pauses is on disk within 900 ms of every letter', async () => {
  for (let at = 0; at < 50; at += 1) {
    saver.change({ why: String(at) });
    await pass(60);
    const last = Number(sent.at(-1)?.why ?? 0);
    expect((at - last) * 60).toBeLessThanOrEqual(900);
  }
});

test('one at a time: what comes meanwhile waits, and only the last words go', async () => {
  let answer = (_: Reply): void => undefined;
  replies = [new Promise((resolve) => (answer = resolve))];
  saver.change({ why: 'a' });
  await pass(saveAfterMs);
  saver.change({ why: 'as' });
  saver.change({ why: 'ask', kind: 'other' });
  await pass(5_000);
  expect(sent).toHaveLength(1);
  answer(ok(kept));
  await pass(saveAfterMs);
  expect(sent[1]).toEqual({ why: 'ask', kind: 'other' });
});

test('flush sends at once and waits for what is under way', async () => {
  let answer = (_: Reply): void => undefined;
  replies = [new Promise((resolve) => (answer = resolve))];
  saver.change({ why: 'a' });
  void saver.flush();
  saver.change({ why: 'ask' });
  const done = saver.flush();
  answer(ok(kept));
  expect(await done).toBe(true);
  expect(sent.map(({ why }) => why)).toEqual(['a', 'ask']);
});

test('what failed is kept, told once, and tried again with what was typed since', async () => {
  replies = [broken(), broken()];
  saver.change({ why: 'a', urgency: 'now' });
  await pass(saveAfterMs);
  saver.change({ why: 'ask' });
  expect([states.at(-1), await saver.flush(), told]).toEqual(['failed', false, ['NO_SPACE', 'NO_SPACE again']]);
  await pass(2_000);
  expect([sent.at(-1), states.at(-1), saver.isClean()]).toEqual([{ why: 'ask', urgency: 'now' }, 'saved', true]);
});

test('where trying again cannot help it waits for more words', async () => {
  replies = [broken('SUGGESTION_FULL')];
  saver.change({ why: 'a' });
  await pass(60_000);
  expect(sent).toHaveLength(1);
  saver.change({ why: 'ab' });
  await pass(saveAfterMs);
  expect(sent).toHaveLength(2);
});

test('after stop nothing is sent', async () => {
  saver.change({ why: 'a' });
  saver.stop();
  saver.change({ why: 'ab' });
  await pass(60_000);
  expect([sent, await saver.flush()]).toEqual([[], false]);
});
