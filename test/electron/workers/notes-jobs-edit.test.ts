import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { NoteId } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import {
  add,
  annotatedRules,
  codeOf,
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

describe('edits', () => {
  test('keeps a note where a person put it, and shows it there', async () => {
    const { scene, session, made } = await annotatedRules(ruleWords[0]);
    expect(made.notes).toMatchObject([{ fate: 'unchanged', note: { text: 'About 0', anchor: { exact: ruleWords[0] } } }]);
    expect(made.notes[0]?.parts).toHaveLength(1);
    const kept = JSON.parse(readFileSync(path.join(scene.notes, 'rules.json'), 'utf8')) as { items: { id: string }[] };
    expect(kept.items.map(({ id }) => id)).toEqual([noteId(1)]);
    expect(await session.call('guide', { guide: rules, edition })).toEqual({ ...made, undo: undefined });
    expect(await session.call('counts', {})).toEqual({ notes: 1, changed: 0, unplaced: 0 });
    expect(await session.call('guides', {})).toEqual(['rules']);
  });

  test('tell the window of the counts, and only when they are others', async () => {
    const { session } = await annotatedRules(ruleWords[0]);
    const told = () => session.pushes.flatMap(({ name, value }) => (name === 'notes.changed' ? [value] : []));
    const until = async (count: number) => {
      for (let tries = 0; told().length < count && tries < 200; tries += 1) await wait(5);
    };
    await until(1);
    await session.call('edit', { guide: rules, edition, edits: [{ kind: 'revise', id: noteId(1), text: 'Typed' }] });
    await session.call('edit', { guide: rules, edition, edits: [{ kind: 'delete', id: noteId(1) }] });
    await until(2);
    expect(told()).toEqual([1, 0].map((notes) => ({ guides: [], counts: { notes, changed: 0, unplaced: 0 } })));
  });

  test('is answered briefly, where asked so, with the edited notes alone and where they stand', async () => {
    const { session, made } = await annotatedRules(ruleWords[0], ruleWords[1]);
    const ask = (brief: boolean) =>
      session.call('edit', { guide: rules, edition, edits: [{ kind: 'revise', id: noteId(2), text: `Typed ${brief}` }], brief });
    const whole = (await ask(false)).notes;
    const brief = (await ask(true)).notes;
    expect([made.notes.length, whole.length]).toEqual([2, 2]);
    expect(brief.map(({ note: { id, text }, parts }) => [id, text, parts])).toEqual([
      [noteId(2), 'Typed true', whole.find(({ note }) => note.id === noteId(2))?.parts],
    ]);
  });

  test('takes back what an edit did, and says so', async () => {
    const { session, made } = await annotatedRules(ruleWords[0], ruleWords[1]);
    const edits = [{ kind: 'delete', id: noteId(1) } as const, { kind: 'revise', id: noteId(2), text: 'Other' } as const];
    const { undo } = await session.call('edit', { guide: rules, edition, edits });
    await session.call('restore', { before: session.before.get(undo) ?? [] });
    const words = ({ notes }: Pick<typeof made, 'notes'>) => notes.map(({ note }) => [note.id, note.text]);
    expect(words(await session.call('guide', { guide: rules, edition }))).toEqual(words(made));
    expect(session.pushes.at(-1)).toEqual({
      name: 'notes.changed',
      value: { guides: ['rules'], counts: { notes: 2, changed: 0, unplaced: 0 } },
    });
    await session.call('restore', { before: session.before.get(made.undo) ?? [] });
    expect((await session.call('guide', { guide: rules, edition })).notes).toEqual([]);
  });

  test('refuses what cannot be, and changes nothing then', async () => {
    const { scene, session, text, made } = await annotatedRules(ruleWords[0]);
    const file = () => readFileSync(path.join(scene.notes, 'rules.json'), 'utf8');
    const before = file();
    const edit = (edits: Parameters<typeof session.call<'edit'>>[1]['edits'], guide = rules) =>
      codeOf(session.call('edit', { guide, edition, edits }));
    const passage = passageOf(text, ruleWords[1]);
    const fresh = add(2, passage);
    expect(await edit([fresh, { kind: 'delete', id: noteId(1) }, { kind: 'accept', id: noteId(7) }])).toBe('NOTE_NOT_FOUND');
    expect(await edit([add(2, { start: passage.start, end: passage.start })])).toBe('BAD_REQUEST');
    expect(await edit([add(2, { start: { block: 'bzzzzzzz' as never, offset: 0 }, end: passage.end })])).toBe('BAD_REQUEST');
    expect(await edit([fresh], 'none' as GuideId)).toBe('GUIDE_NOT_FOUND');
    expect(await codeOf(session.call('edit', { guide: rules, edition: 12, edits: [fresh] }))).toBe('GUIDE_NOT_FOUND');
    expect(await codeOf(session.call('likely', { guide: rules, id: noteId(7) }))).toBe('NOTE_NOT_FOUND');
    expect(await codeOf(session.call('nonsense' as never, {} as never))).toBe('UNEXPECTED');
    expect(file()).toBe(before);
    expect((await session.call('guide', { guide: rules, edition })).notes).toEqual(made.notes);
  });

  test('a note made on the old page stands in the new one at once', async () => {
    const { scene, session, text, made } = await annotatedRules(ruleWords[0]);
    const version = await scene.publish({ rules: secondRules, other: firstRules });
    await session.reload();
    const edits = [add(2, passageOf(text, ruleWords[1])), add(3, passageOf(text, ruleWords[2]))];
    const answer = await session.call('edit', { guide: rules, edition: made.edition, edits });
    expect(answer.notes.map(({ fate, parts }) => [fate, parts.length])).toEqual([
      ['unchanged', 1],
      ['unchanged', 1],
      ['unchanged', 1],
    ]);
    const shown = await session.call('guide', { guide: rules, edition: version });
    expect(shown.notes.map(({ note, fate }) => [note.id, fate, note.anchor.edition.version])).toEqual([
      [noteId(1), 'unchanged', version],
      [noteId(2), 'reworded', version],
      [noteId(3), 'gone', made.edition],
    ]);
    // And a note made on the new page is shown on the old one, where its words are there.
    const fresh = passageOf(await heldText(scene, 'rules'), 'record why you did');
    await session.call('edit', { guide: rules, edition: version, edits: [add(4, fresh)] });
    const old = await session.call('guide', { guide: rules, edition: made.edition });
    expect(old.notes.find(({ note }) => note.id === noteId(4))).toMatchObject({ fate: 'unchanged', parts: [{}] });
  });

  test('never touch a file that a newer app wrote', async () => {
    const { scene, session } = await annotatedRules(ruleWords[0]);
    const file = path.join(scene.notes, 'rules.json');
    const newer = readFileSync(file, 'utf8').replace('"guides:format":1', '"guides:format":2');
    writeFileSync(file, newer);
    expect(await session.call('guide', { guide: rules, edition })).toMatchObject({ readOnly: true, notes: [{ parts: [{}] }] });
    await scene.publish({ rules: secondRules, other: firstRules });
    await session.reload();
    expect(await codeOf(session.call('edit', { guide: rules, edition, edits: [{ kind: 'delete', id: noteId(1) as NoteId }] }))).toMatch(
      /^(?:NOTES_NEWER|APP_TOO_OLD)$/,
    );
    expect(readFileSync(file, 'utf8')).toBe(newer);
  });

  test('go on where no guide can be read', async () => {
    const { scene } = await annotatedRules(ruleWords[0]);
    writeFileSync(path.join(scene.start.dataDir, 'file'), '');
    const session = openSession({ start: { ...scene.start, storeDirs: [path.join(scene.start.dataDir, 'file')] } });
    expect(await session.call('guide', { guide: rules, edition })).toMatchObject({ notes: [{ parts: [], note: { text: 'About 0' } }] });
    const edits = [{ kind: 'revise', id: noteId(1), text: 'Typed' } as const];
    expect((await session.call('edit', { guide: rules, edition, edits })).notes).toMatchObject([{ note: { text: 'Typed' } }]);
  });
});
