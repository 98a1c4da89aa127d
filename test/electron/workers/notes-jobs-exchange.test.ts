import { describe, expect, test } from 'vitest';
import { annotatedRules, firstRules, noteId, openSession, rules, ruleWords, secondRules } from '../../support/note-scene.ts';

const edition = 0;

describe('another PC', () => {
  test('is told what is kept here, and gives what it has', async () => {
    const { scene, session } = await annotatedRules(ruleWords[0], ruleWords[1]);
    const other = openSession({ start: { ...scene.start, notesDir: `${scene.notes}-2` } }, 'pc2');
    const { records, readOnly } = await session.call('records', { guide: rules });
    expect([records.length, readOnly]).toEqual([2, false]);
    expect(await other.call('merge', { guide: rules, records })).toEqual({ changed: true });
    expect(await other.call('merge', { guide: rules, records })).toEqual({ changed: false });
    expect(other.pushes).toMatchObject([{ name: 'notes.changed', value: { guides: ['rules'], counts: { notes: 2 } } }]);
    await other.call('edit', { guide: rules, edition, edits: [{ kind: 'revise', id: noteId(1), text: 'There' }] });
    await session.call('edit', { guide: rules, edition, edits: [{ kind: 'delete', id: noteId(2) }] });
    await session.call('merge', { guide: rules, ...(await other.call('records', { guide: rules })) });
    await other.call('merge', { guide: rules, ...(await session.call('records', { guide: rules })) });
    for (const one of [session, other])
      expect((await one.call('guide', { guide: rules, edition })).notes).toMatchObject([{ note: { id: noteId(1), text: 'There' } }]);
  });

  test('may have been in another edition: what it brings is placed', async () => {
    const { scene, session } = await annotatedRules(ruleWords[1]);
    const { records } = await session.call('records', { guide: rules });
    await scene.publish({ rules: secondRules, other: firstRules });
    const other = openSession({ start: { ...scene.start, notesDir: `${scene.notes}-2` } }, 'pc2');
    await other.call('merge', { guide: rules, records });
    expect(await other.call('counts', {})).toEqual({ notes: 1, changed: 1, unplaced: 0 });
  });
});
