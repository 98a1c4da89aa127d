import { describe, expect, test } from 'vitest';
import { annotatedRules, firstRules, noteId, rules, ruleWords, secondRules } from '../../support/note-scene.ts';

const edition = 0;

describe('what is told', () => {
  test('lists all notes with the heading that they stand under', async () => {
    const { session } = await annotatedRules(ruleWords[0], ruleWords[2]);
    const { guides } = await session.call('all', {});
    expect(guides).toMatchObject([
      {
        guide: 'rules',
        title: 'Guide rules',
        readOnly: false,
        refused: 0,
        setAside: null,
        notes: [{ section: 'House rules' }, { section: 'Keeping' }],
      },
    ]);
  });

  test('a note without a place is kept so, given a place, or proposed one', async () => {
    const { scene, session } = await annotatedRules(ruleWords[2], 'Delete only what the law');
    await scene.publish({ rules: secondRules, other: firstRules });
    await session.reload();
    await session.call('edit', { guide: rules, edition, edits: [{ kind: 'accept', id: noteId(1) }] });
    expect(await session.call('counts', {})).toEqual({ notes: 2, changed: 0, unplaced: 1 });
    const version = await scene.publish({
      rules: `${secondRules}\nKeep what you deleted, what the law tells you to delete, for a year.\n`,
      other: firstRules,
    });
    await session.reload();
    const { notes } = await session.call('guide', { guide: rules, edition });
    expect(notes.find(({ note }) => note.id === noteId(1))?.note).toMatchObject({ fate: 'gone', before: null });
    const [likely] = await session.call('likely', { guide: rules, id: noteId(1) });
    expect(likely).toMatchObject({ section: 'House rules' });
    if (!likely) throw new Error('nothing is proposed');
    const placed = await session.call('edit', {
      guide: rules,
      edition: version,
      edits: [{ kind: 'place', id: noteId(1), passage: likely.passage }],
    });
    expect(placed.notes.find(({ note }) => note.id === noteId(1))).toMatchObject({
      fate: 'unchanged',
      note: { anchor: { exact: likely.words } },
    });
  });
});
