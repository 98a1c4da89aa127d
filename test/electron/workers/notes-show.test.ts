import { describe, expect, test } from 'vitest';
import { add, annotatedRules, firstRules, noteId, passageOf, rules, ruleWords, secondRules } from '../../support/note-scene.ts';

const edition = 0;

describe('the notes of a page', () => {
  test('are in reading order, and a passage over several blocks in all of them', async () => {
    const { session, text, made } = await annotatedRules(ruleWords[2], ruleWords[0]);
    expect(made.notes.map(({ note }) => note.id)).toEqual([noteId(2), noteId(1)]);
    const long = { start: passageOf(text, 'moderate anything').start, end: passageOf(text, 'breaks the rules').end };
    const { notes } = await session.call('edit', { guide: rules, edition, edits: [add(3, long)] });
    expect(notes.find(({ note }) => note.id === noteId(3))?.parts).toHaveLength(2);
    // The window may have the ends the other way round.
    const turned = await session.call('edit', { guide: rules, edition, edits: [add(4, { start: long.end, end: long.start })] });
    expect(turned.notes.find(({ note }) => note.id === noteId(4))?.note.anchor.exact).toMatch(
      /^moderate anything at all\.\n[\s\S]*the rules$/,
    );
  });

  test('are where they were while it shows the old edition', async () => {
    const { scene, session, made } = await annotatedRules(...ruleWords);
    await scene.publish({ rules: secondRules, other: firstRules });
    await session.reload();
    const old = await session.call('guide', { guide: rules, edition: made.edition });
    expect(old.edition).toBe(made.edition);
    expect(old.notes.map(({ parts, fate }) => ({ parts, fate }))).toEqual(made.notes.map(({ parts, fate }) => ({ parts, fate })));
    expect(old.notes.map(({ note }) => note.fate)).toEqual(['unchanged', 'reworded', 'gone']);
  });
});
