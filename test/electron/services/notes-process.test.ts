import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AppFault } from '../../../content/core/base/error.ts';
import type { NotesProcessPorts } from '../../../electron/services/notes-process.ts';
import {
  add,
  firstRules,
  heldText,
  type NoteScene,
  noteId,
  noteScene,
  passageOf,
  rules,
  ruleWords,
  secondRules,
} from '../../support/note-scene.ts';
import { realProcess, scripted, watched } from '../../support/notes-process.ts';

const edition = 0;
const ended = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'answered',
    (fault: AppFault) => `${fault.code} ${fault.data.reason ?? ''}`.trim(),
  );

const answering = () =>
  scripted((message, tell) => {
    if (message.kind === 'call') tell({ kind: 'reply', seq: message.seq, value: message.name });
  });

async function real(special: Partial<NotesProcessPorts> = {}) {
  const scene: NoteScene = await noteScene({ rules: firstRules });
  const children: ChildProcess[] = [];
  const all = watched(() => realProcess(children), { start: scene.start, timeoutMs: 20_000, ...special });
  const text = await heldText(scene, rules);
  const edit = (edits: Parameters<typeof add>[2] | object[]) =>
    all.service.call('edit', { guide: rules, edition, edits: edits as ReturnType<typeof add>[] });
  return { ...all, scene, children, passage: passageOf(text, ruleWords[0]), edit };
}
const revise = (text: string) => [{ kind: 'revise', id: noteId(1), text }];

describe('a real notes process', () => {
  test('that dies, before or after it wrote, is followed by one that answers, and undo reaches back over it', {
    timeout: 60_000,
  }, async () => {
    const { edit, service, passage, undo, forks, children } = await real();
    await edit([add(1, passage, 'First')]);
    expect((await edit(revise('die early once'))).notes).toMatchObject([{ note: { text: 'die early once' } }]);
    expect(forks()).toBe(2);
    const late = await edit(revise('die late once'));
    expect(late.notes).toMatchObject([{ note: { text: 'die late once' } }]);
    expect(forks()).toBe(3);
    // The answer is of a process that found it written; what it was before is known all the same.
    expect(undo.find(late.undo)).toMatchObject([{ records: [{ text: 'die early once' }], absent: [] }]);
    await service.call('restore', { before: undo.find(late.undo) ?? [] });
    expect((await service.call('guide', { guide: rules, edition })).notes).toMatchObject([{ note: { text: 'die early once' } }]);
    // Several calls in its hands: all are answered, in their order.
    const calls = [
      edit([add(2, passage, 'a')]),
      edit([{ kind: 'revise', id: noteId(2), text: 'b' }]),
      service.call('guide', { guide: rules, edition }),
    ];
    children.at(-1)?.kill('SIGKILL');
    const [, , shown] = await Promise.all(calls);
    expect(shown?.notes.map(({ note }) => note.text).sort()).toEqual(['b', 'die early once']);
  });

  test('that is killed again and again, with a dozen changes in its hands, loses and doubles none', { timeout: 120_000 }, async () => {
    const { edit, service, passage, children } = await real();
    const random = fc.sample(fc.record({ what: fc.nat(9), which: fc.nat(1_000), pause: fc.nat(60) }), { numRuns: 60, seed: 20261123 });
    const wanted = new Map<string, string>();
    for (let from = 0; from < random.length; from += 12) {
      const calls = random.slice(from, from + 12).map(({ what, which }, at) => {
        const number = from + at + 1;
        const id = [...wanted.keys()][which % Math.max(1, wanted.size)] ?? '';
        if (what < 4 || id === '') {
          wanted.set(noteId(number), `Added ${number}`);
          return edit([add(number, passage, `Added ${number}`)]);
        }
        if (what === 9) {
          wanted.delete(id);
          return edit([{ kind: 'delete', id }]);
        }
        wanted.set(id, `Revised ${number}`);
        return edit([{ kind: 'revise', id, text: `Revised ${number}` }]);
      });
      await wait(random[from]?.pause);
      children.at(-1)?.kill('SIGKILL');
      await Promise.all(calls);
      const { notes } = await service.call('guide', { guide: rules, edition });
      expect(Object.fromEntries(notes.map(({ note }) => [note.id, note.text]))).toEqual(Object.fromEntries(wanted));
    }
  });

  test('that always dies or hangs at a call is not asked for ever', { timeout: 90_000 }, async () => {
    const { edit, passage, log } = await real({ timeoutMs: 2_500 });
    await edit([add(1, passage, 'First')]);
    expect(await ended(edit(revise('die early')))).toBe('NOTES_UNAVAILABLE crash');
    expect((await edit(revise('Second'))).notes).toMatchObject([{ note: { text: 'Second' } }]);
    expect((await edit(revise('hang once'))).notes).toMatchObject([{ note: { text: 'hang once' } }]);
    expect(log).toContain('notes-process-hung');
  });

  test('places notes when the library changed, and what is typed in the last moment is on disk', { timeout: 60_000 }, async () => {
    const { edit, service, passage, pushes, scene } = await real();
    await edit([add(1, passage, 'First')]);
    await scene.publish({ rules: secondRules });
    service.reload();
    for (let tries = 0; !pushes.some(({ name }) => name === 'notes.placed') && tries < 400; tries += 1) await wait(25);
    expect(pushes.at(-1)).toEqual({
      name: 'notes.placed',
      value: { guides: ['rules'], counts: { unchanged: 1, reworded: 0, moved: 0, gone: 0 } },
    });
    const last = edit(revise('Last words'));
    await service.stop();
    expect((await last).notes).toMatchObject([{ note: { text: 'Last words' } }]);
    expect(await ended(edit(revise('Too late')))).toBe('NOTES_UNAVAILABLE stopped');
    const again = watched(() => realProcess(), { start: scene.start });
    expect((await again.service.call('guide', { guide: rules, edition })).notes).toMatchObject([{ note: { text: 'Last words' } }]);
  });
});

describe('the notes process from outside', () => {
  test('is started by the first call, which the window makes when its page is painted, or a while after the start', async () => {
    const { service, forks } = watched(answering, { patienceMs: 60_000 });
    const started = service.start();
    service.reload();
    await wait(20);
    expect(forks()).toBe(0);
    expect(await service.call('counts', {})).toBe('counts');
    await started;
    expect(forks()).toBe(1);
    const alone = watched(answering, { patienceMs: 10 });
    await alone.service.start();
    await alone.service.start();
    expect(alone.forks()).toBe(1);
  });

  test('dies over and over: calls end, and later ones are tried again', async () => {
    let alive = false;
    const { service, forks } = watched(() =>
      scripted((message, tell, exit) => {
        if (message.kind !== 'call') return;
        if (alive) tell({ kind: 'reply', seq: message.seq, value: null });
        else exit();
      }),
    );
    expect(await ended(service.call('counts', {}))).toBe('NOTES_UNAVAILABLE crash');
    expect(forks()).toBeGreaterThanOrEqual(3);
    alive = true;
    expect(await ended(service.call('counts', {}))).toBe('answered');
  });

  test('goes when nobody needs it for long, and is there again for the next call or a new edition', async () => {
    const { service, forks, log } = watched(answering, { idleMs: 30 });
    expect(await service.call('counts', {})).toBe('counts');
    await wait(80);
    expect(await service.call('all', {})).toBe('all');
    expect(forks()).toBe(2);
    await wait(80);
    service.reload();
    expect(forks()).toBe(3);
    expect(log).toEqual([]);
  });

  test('that dies while it places notes goes on with that', async () => {
    let starts = 0;
    const { service, log } = watched(
      () =>
        scripted((message, _tell, exit) => {
          if (message.kind !== 'start') return;
          starts += 1;
          if (starts === 1) exit();
        }),
      { patienceMs: 1 },
    );
    void service.start();
    for (let tries = 0; starts < 2 && tries < 200; tries += 1) await wait(5);
    expect([starts, log]).toEqual([2, ['notes-process-ended']]);
  });

  test('cannot be started at all: calls end', async () => {
    const { service } = watched(() => {
      throw new Error('no memory');
    });
    expect(await ended(service.call('counts', {}))).toBe('NOTES_UNAVAILABLE crash');
  });

  test('beats but does not answer: what should be quick is asked again, what takes long is waited for', async () => {
    const seen: string[] = [];
    const beating = () =>
      scripted((message, tell) => {
        if (message.kind !== 'call') return;
        seen.push(message.name);
        const beat = setInterval(() => tell({ kind: 'alive' }), 10);
        onTestFinished(() => clearInterval(beat));
        if (message.name === 'all') setTimeout(() => tell({ kind: 'reply', seq: message.seq, value: null }), 150);
      });
    const { service } = watched(beating, { answerMs: 40, timeoutMs: 5_000 });
    expect(await ended(service.call('all', {}))).toBe('answered');
    expect(await ended(service.call('counts', {}))).toBe('NOTES_UNAVAILABLE crash');
    expect(seen).toEqual(['all', 'counts', 'counts', 'counts']);
  });

  test('tells a fault of a job as it is', async () => {
    const failing = () =>
      scripted((message, tell) => {
        if (message.kind === 'call') tell({ kind: 'failed', seq: message.seq, error: { code: 'NOTES_NEWER', data: {} } });
      });
    const { service, log } = watched(failing);
    expect(await ended(service.call('all', {}))).toBe('NOTES_NEWER');
    expect(log).toEqual([]);
  });

  test('does not keep the app from closing when it never answers', async () => {
    const { service } = watched(() => scripted(() => {}), { stopMs: 30 });
    const left = ended(service.call('counts', {}));
    await service.stop();
    expect(await left).toBe('NOTES_UNAVAILABLE stopped');
  });
});
