// Suggestions in the real app when its processes are killed while somebody types, through the calls that its window makes:
// every word that was answered is on disk, the others are asked for again, and what is opened next can be typed in.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposedSource, type SuggestionId } from '../../content/core/suggestion/model.ts';
import { stepBetween, undo, withStep } from '../../content/core/suggestion/undo-history.ts';
import type { KeptSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { call } from '../support/screens.ts';

let userDataDir: string;
let running: RunningApp;
beforeAll(async () => {
  userDataDir = await freshUserDataDir();
  running = await launchApp({ userDataDir });
}, 180_000);
afterAll(async () => {
  await running?.close();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

async function notesPid(): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const metrics = await running.app.evaluate(({ app }) => app.getAppMetrics().map(({ name, pid }) => ({ name, pid })));
    const pid = metrics.find(({ name }) => name === 'notes')?.pid;
    if (pid !== undefined) return pid;
    if (tries === 200) throw new Error('there is no notes process');
    await wait(50);
  }
}

async function begun(): Promise<KeptSuggestion> {
  const [first] = (await call(running.page, 'library.list', {})).guides;
  if (!first) throw new Error('there is no guide');
  const { seal } = await call(running.page, 'library.guide', { id: first.id });
  return call(running.page, 'suggestions.begin', {
    ...{ id: `urn:uuid:${randomUUID()}`, channel: first.channel, guide: first.id, edition: seal.version, passage: null },
    ...{ proposal: { kind: 'change' as const }, kind: 'wording' as const, why: 'So' },
  });
}
const textOf = ({ draft }: KeptSuggestion): string => proposedSource(draft.suggestion) ?? '';
const open = (id: SuggestionId) => call(running.page, 'suggestions.open', { id });

/** As the window does, one save after the other. @param each is told of every word that is on its way, and then answered */
async function typeWords(kept: KeptSuggestion, words: readonly string[], each: (word: string, isAnswered: boolean) => void): Promise<void> {
  const { id } = kept.draft.suggestion;
  let [text, history, seen] = [textOf(kept), kept.history, kept.draft.clock];
  for (const word of words) {
    const source = `${text}${word} `;
    history = withStep(history, stepBetween(text, source));
    text = source;
    each(word, false);
    ({ clock: seen } = await call(running.page, 'suggestions.save', { id, seen, text: { source, history } }));
    each(word, true);
  }
}

/** Repeatable times between the first write of a save and the answer to the last. */
const momentOf = (at: number): number => (at * 37) % 60;

test('no word is lost when the notes process is killed at many moments', { timeout: 240_000 }, async () => {
  const kept = await begun();
  const { id } = kept.draft.suggestion;
  const base = textOf(kept);
  const all: string[] = [];
  for (let round = 0; round < 12; round += 1) {
    const words = Array.from({ length: 4 }, (_, at) => `r${round}w${at}`);
    all.push(...words);
    const pid = await notesPid();
    const typing = typeWords(await open(id), words, () => undefined);
    await wait(momentOf(round));
    process.kill(pid, 'SIGKILL');
    await typing;
    const now = await open(id);
    expect(textOf(now)).toBe(`${base}${all.map((word) => `${word} `).join('')}`);
  }
  // Step by step back to where it began, over all the processes there were.
  let at: { readonly text: string; readonly history: KeptSuggestion['history'] } = { text: textOf(await open(id)), ...(await open(id)) };
  for (let steps = 0; steps < all.length; steps += 1) at = undo(at.text, at.history) ?? at;
  expect(at.text).toBe(base);
  const { rows, unread, aside } = await call(running.page, 'suggestions.all', {});
  expect(rows.map((row) => row.id)).toEqual([id]);
  expect([...unread, ...aside]).toEqual([]);
});

test('when the whole app is killed, all words but the one on its way are there', { timeout: 300_000 }, async () => {
  const { id } = (await begun()).draft.suggestion;
  for (let round = 0; round < 5; round += 1) {
    const kept = await open(id);
    const before = textOf(kept);
    const words = Array.from({ length: 200 }, (_, at) => `a${round}w${at}`);
    let answered = 0;
    const typing = typeWords(kept, words, (_, isAnswered) => {
      if (isAnswered) answered += 1;
    }).catch(() => undefined);
    while (answered < 2) await wait(5);
    await wait(momentOf(round + 3));
    const known = answered;
    process.kill(running.pid, 'SIGKILL');
    await typing;
    await running.close().catch(() => undefined);
    running = await launchApp({ userDataDir });
    const after = textOf(await open(id));
    const typed = after.slice(before.length).trim().split(' ');
    expect(after.startsWith(before)).toBe(true);
    expect(typed).toEqual(words.slice(0, typed.length));
    // What was answered between looking and killing is there as well.
    expect(typed.length).toBeGreaterThanOrEqual(known);
    const { unread, aside } = await call(running.page, 'suggestions.all', {});
    expect([...unread, ...aside]).toEqual([]);
  }
});
