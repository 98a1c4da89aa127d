// Notes in the real app when its processes are killed: what was answered is on disk, and what was not answered yet is
// answered by the process that comes after.
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { add, noteId, passageOf } from '../support/note-scene.ts';
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

/** Process ids of the notes process: one, or none while it is not there. */
const notesPids = () =>
  running.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'notes')
      .map(({ pid }) => pid),
  );

async function notesPid(): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const [pid] = await notesPids();
    if (pid !== undefined) return pid;
    if (tries === 200) throw new Error('there is no notes process');
    await wait(50);
  }
}

/** The guide that is opened first, and its longest block's first words. */
async function somewhere(): Promise<{
  readonly document: GuideDocument;
  readonly passage: ReturnType<typeof passageOf>;
  readonly words: string;
}> {
  const { guides } = await call(running.page, 'library.list', {});
  const document = await call(running.page, 'library.guide', { id: guides[0]?.id as never });
  const text = anchorTextOf(parseGuide(document.source, '', { mode: 'lenient' }).blocks, document.blockIds);
  const longest = [...text.blocks].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  const words = text.text.slice(longest?.start, (longest?.start ?? 0) + 30).trim();
  return { document, passage: passageOf(text, words), words };
}

test('a note is kept, whichever process is killed', { timeout: 120_000 }, async () => {
  const { document, passage, words } = await somewhere();
  const guide = document.summary.id;
  const edition = document.seal.version;
  const made = await call(running.page, 'notes.edit', { guide, edition, edits: [add(1, passage, 'First')] });
  expect(made.notes).toMatchObject([{ note: { text: 'First', anchor: { exact: words } }, fate: 'unchanged' }]);

  // It dies with a change in its hands; nobody notices.
  const old = await notesPid();
  const under = call(running.page, 'notes.edit', { guide, edition, edits: [{ kind: 'revise', id: noteId(1), text: 'Second' }] });
  process.kill(old, 'SIGKILL');
  const answered = await under;
  expect(answered.notes.map(({ note }) => note.text)).toEqual(['Second']);
  const after = await call(running.page, 'notes.edit', { guide, edition, edits: [add(2, passage, 'Third')] });
  expect(after.notes).toHaveLength(2);
  expect(await notesPid()).not.toBe(old);

  // What an earlier process changed can still be taken back.
  await call(running.page, 'notes.undo', { token: answered.undo });
  const back = await call(running.page, 'notes.guide', { guide, edition });
  expect(back.notes.map(({ note }) => note.text).sort()).toEqual(['First', 'Third']);

  // The whole app dies in the moment of the answer.
  await call(running.page, 'notes.edit', { guide, edition, edits: [{ kind: 'revise', id: noteId(2), text: 'Fourth' }] });
  process.kill(running.pid, 'SIGKILL');
  await running.close().catch(() => undefined);
  running = await launchApp({ userDataDir });
  const kept = await call(running.page, 'notes.guide', { guide, edition });
  expect(kept.notes.map(({ note }) => note.text).sort()).toEqual(['First', 'Fourth']);
  expect(await call(running.page, 'notes.counts', {})).toEqual({ notes: 2, changed: 0, unplaced: 0 });
});
