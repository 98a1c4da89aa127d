import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../../content/core/base/result.ts';
import type { AppError } from '../../../renderer/api.ts';
import { newNoteId } from '../../../renderer/notes/note-actions.ts';
import { flush, forgetText, saveAfterMs, startSaving, stopSaving, typed, unsavedText } from '../../../renderer/notes/text-saver.ts';

type Reply = Result<null, AppError>;
const broken: Reply = fail({ code: 'NO_SPACE', data: {} });
let sent: string[] = [];
let replies: (Reply | Promise<Reply>)[] = [];
const send = async (text: string): Promise<Reply> => {
  sent.push(text);
  return (await replies.shift()) ?? ok(null);
};
let id = newNoteId();

beforeEach(() => {
  vi.useFakeTimers();
  [sent, replies, id] = [[], [], newNoteId()];
});
afterEach(() => {
  forgetText(id);
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('what is typed is sent together, and not put off by typing on', async () => {
  const { kept } = startSaving(id, '', send);
  for (const text of ['a', 'as', 'ask']) {
    typed(id, text);
    await pass(saveAfterMs / 3);
  }
  await pass(1);
  expect([sent, kept.get()]).toEqual([['ask'], 'kept']);
});

test('while one request is under way the next waits, and only the last words go', async () => {
  let answer = (_: Reply): void => undefined;
  replies = [new Promise((resolve) => (answer = resolve))];
  startSaving(id, '', send);
  typed(id, 'a');
  await pass(saveAfterMs);
  typed(id, 'as');
  typed(id, 'ask');
  await pass(5_000);
  expect(sent).toEqual(['a']);
  answer(ok(null));
  await pass(saveAfterMs);
  expect(sent).toEqual(['a', 'ask']);
});

test('leaving the field sends at once; what is unchanged is not sent', async () => {
  startSaving(id, 'ask', send);
  await stopSaving(id);
  expect(sent).toEqual([]);
  startSaving(id, 'ask', send);
  typed(id, 'ask Sam');
  await stopSaving(id);
  expect(sent).toEqual(['ask Sam']);
  expect(unsavedText(id)).toBeNull();
});

test('flush waits for a request under way and for the words typed after it', async () => {
  let answer = (_: Reply): void => undefined;
  replies = [new Promise((resolve) => (answer = resolve))];
  startSaving(id, '', send);
  typed(id, 'a');
  await pass(saveAfterMs);
  typed(id, 'ask');
  const done = flush();
  answer(ok(null));
  await done;
  expect(sent).toEqual(['a', 'ask']);
});

test('what could not be kept is tried again, also after the field is closed, and stands in it when it opens anew', async () => {
  replies = [broken, broken];
  const { kept } = startSaving(id, '', send);
  typed(id, 'ask');
  await pass(saveAfterMs);
  expect(kept.get()).toBe('failed');
  typed(id, 'ask Sam');
  await stopSaving(id);
  expect(sent).toEqual(['ask', 'ask Sam']);
  expect(unsavedText(id)).toBe('ask Sam');
  expect(startSaving(id, 'old words', send).text).toBe('ask Sam');
  await pass(2_000);
  expect([sent.length, kept.get(), unsavedText(id)]).toEqual([3, 'kept', null]);
});

test('where trying again cannot help, it is tried only when more is typed', async () => {
  replies = [fail({ code: 'NOTE_NOT_FOUND', data: {} })];
  startSaving(id, '', send);
  typed(id, 'ask');
  await pass(60_000);
  expect([sent.length, unsavedText(id)]).toEqual([1, 'ask']);
  typed(id, 'ask Sam');
  await pass(saveAfterMs);
  expect(sent.length).toBe(2);
});

test('a new note is sent at once, without a word', async () => {
  const { kept } = startSaving(id, null, send);
  expect(kept.get()).toBe('waiting');
  await pass(0);
  expect([sent, kept.get()]).toEqual([[''], 'kept']);
});

test('nothing of a deleted note is sent', async () => {
  startSaving(id, '', send);
  typed(id, 'ask');
  forgetText(id);
  await pass(saveAfterMs);
  await flush();
  expect(sent).toEqual([]);
});
