import { describe, expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import {
  add,
  annotatedRules,
  firstRules,
  heldText,
  noteId,
  noteScene,
  openSession,
  passageOf,
  rules,
  ruleWords,
  secondRules,
} from '../../support/note-scene.ts';

const edition = 0;

describe('the notes process', () => {
  test('takes the calls about one guide in their order', async () => {
    const { session, text } = await annotatedRules(ruleWords[0]);
    const calls = [
      session.call('edit', { guide: rules, edition, edits: [add(2, passageOf(text, ruleWords[1]), 'a')] }),
      session.call('edit', { guide: rules, edition, edits: [{ kind: 'revise', id: noteId(2), text: 'b' }] }),
      session.call('edit', { guide: rules, edition, edits: [{ kind: 'delete', id: noteId(2) }] }),
    ] as const;
    const texts = (await Promise.all(calls)).map(({ notes }) => notes.find(({ note }) => note.id === noteId(2))?.note.text);
    expect(texts).toEqual(['a', 'b', undefined]);
  });

  test('answers while it places the notes of many guides', { timeout: 30_000 }, async () => {
    const names = Array.from({ length: 30 }, (_, at) => `guide-${at}` as GuideId);
    const all = (text: string) => Object.fromEntries(names.map((name) => [name, text]));
    const scene = await noteScene(all(firstRules));
    const session = openSession(scene);
    const passage = async (guide: GuideId) => passageOf(await heldText(scene, guide), ruleWords[1]);
    for (const guide of names) await session.call('edit', { guide, edition, edits: [add(1, await passage(guide))] });
    await scene.publish(all(secondRules));
    const last = names[29] as GuideId;
    const told = session.pushes.length;
    const placing = session.reload();
    const edited = await session.call('edit', { guide: last, edition, edits: [{ kind: 'revise', id: noteId(1), text: 'Meanwhile' }] });
    expect(edited.notes).toMatchObject([{ fate: 'reworded', note: { text: 'Meanwhile' } }]);
    expect(session.pushes.slice(told).map(({ name }) => name)).not.toContain('notes.placed');
    await placing;
    expect(session.pushes.at(-1)).toMatchObject({ name: 'notes.placed', value: { counts: { reworded: 29 } } });
    // What was written meanwhile is still there, in its new place.
    const after = await session.call('guide', { guide: last, edition });
    expect(after.notes).toMatchObject([
      { fate: 'reworded', note: { text: 'Meanwhile', anchor: { exact: expect.stringContaining('published') } } },
    ]);
    expect(await session.call('counts', {})).toEqual({ notes: 30, changed: 30, unplaced: 0 });
  });
});
