import { describe, expect, test } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { openLocalStore } from '../../../content/node/local-store.ts';
import { openNoteStore } from '../../../content/node/note-store.ts';
import { placeAll } from '../../../electron/workers/notes-placing.ts';
import { openNoteTexts } from '../../../electron/workers/notes-texts.ts';
import {
  add,
  annotatedRules,
  firstRules,
  heldText,
  noteId,
  openSession,
  passageOf,
  rules,
  ruleWords,
  secondRules,
} from '../../support/note-scene.ts';

const edition = 0;

describe('placing', () => {
  test('goes on with other guides where one cannot be written, and says how far it is', async () => {
    const { scene, session, text } = await annotatedRules(ruleWords[1]);
    await session.call('edit', {
      guide: 'other' as GuideId,
      edition,
      edits: [add(1, passageOf(await heldText(scene, 'other'), ruleWords[1]))],
    });
    expect(text.text).toContain(ruleWords[1]);
    await scene.publish({ rules: secondRules, other: secondRules });
    const log: string[] = [];
    const steps: string[] = [];
    const real = openNoteStore({ folder: scene.notes, log: () => undefined });
    const texts = openNoteTexts({ open: () => openLocalStore(scene.store), log: () => undefined });
    await texts.reload();
    const placed = await placeAll({
      store: {
        ...real,
        change: (guide, edit) => (guide === 'other' ? Promise.reject(new AppFault('NO_SPACE')) : real.change(guide, edit)),
      },
      texts,
      breathe: async () => undefined,
      progress: (done, of) => steps.push(`${done}/${of}`),
      log: (code, { guide, error }) => log.push(`${code} ${guide} ${error}`),
    });
    expect(placed).toEqual({ changed: ['rules'], guides: ['rules'], counts: { unchanged: 0, reworded: 1, moved: 0, gone: 0 } });
    expect(log).toEqual(['notes-not-placed other NO_SPACE']);
    expect(steps).toEqual(['1/2', '2/2']);
  });
});

describe('when a new edition comes', () => {
  test('notes go with their words, and the window hears what became of them', async () => {
    const { scene, session } = await annotatedRules(...ruleWords);
    await scene.publish({ rules: secondRules, other: firstRules });
    await session.reload();
    const counts = { notes: 3, changed: 1, unplaced: 1 };
    expect(session.pushes.slice(-2)).toEqual([
      { name: 'notes.changed', value: { guides: ['rules'], counts } },
      { name: 'notes.placed', value: { guides: ['rules'], counts: { unchanged: 1, reworded: 1, moved: 0, gone: 1 } } },
    ]);
    expect(await session.call('counts', {})).toEqual(counts);
    const { notes } = await session.call('guide', { guide: rules, edition });
    expect(notes.map(({ fate, parts, note }) => [fate, parts.length, note.anchor.exact])).toEqual([
      ['unchanged', 1, ruleWords[0]],
      ['reworded', 1, 'breaks the published rules, then record'],
      ['gone', 0, ruleWords[2]],
    ]);
    // Nothing is news twice, also not for the next process.
    const told = session.pushes.length;
    await session.reload();
    expect(session.pushes).toHaveLength(told);
    const next = openSession(scene);
    await next.reload();
    expect(next.pushes).toEqual([]);
  });

  test('a guide that it leaves as it was is no news, and a guide that is gone keeps its notes', async () => {
    const { scene, session, made } = await annotatedRules(ruleWords[0]);
    const version = await scene.publish({ rules: firstRules, other: secondRules });
    await session.reload();
    expect(session.pushes.map(({ name }) => name)).not.toContain('notes.placed');
    const { notes } = await session.call('guide', { guide: rules, edition });
    expect(notes).toMatchObject([{ fate: 'unchanged', note: { anchor: { edition: { version } }, clock: made.notes[0]?.note.clock } }]);
    await scene.publish({ other: secondRules });
    await session.reload();
    const left = await session.call('guide', { guide: rules, edition });
    expect(left).toMatchObject({ edition: 0, notes: [{ parts: [], note: { text: 'About 0' } }] });
    expect((await session.call('all', {})).guides).toMatchObject([{ guide: 'rules', title: null }]);
    const revised = await session.call('edit', { guide: rules, edition, edits: [{ kind: 'revise', id: noteId(1), text: 'Still' }] });
    expect(revised.notes).toMatchObject([{ note: { text: 'Still' } }]);
  });
});
