import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readNoteFile } from '../../../content/core/annotation/note-file.ts';
import type { AppFault } from '../../../content/core/base/error.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { NotesImport } from '../../../electron/ipc/note-replies.ts';
import type { NoteEdit } from '../../../electron/ipc/note-schemas.ts';
import { add, heldText, noteId, noteScene, openSession, passageOf } from '../../support/note-scene.ts';
import { tempFolder } from '../../support/temp.ts';

const rules = 'rules' as GuideId;
const bodies = {
  rules: `## House rules

Publish your rules before you moderate anything at all.

Hide a comment that breaks the rules, then record why you did so.
`,
  setup: `## Names

Choose the name of the account with care, because it cannot be changed for thirty days.
`,
};

async function annotated() {
  const scene = await noteScene(bodies);
  const session = openSession(scene);
  const text = await heldText(scene, 'rules');
  const edits: NoteEdit[] = [
    add(1, passageOf(text, 'before you moderate'), 'Ours is **Monday**'),
    { ...add(2, passageOf(text, 'Hide a comment'), ''), highlight: 'do', tags: ['rota', 'Night shift'] },
    add(3, passageOf(text, 'record why'), 'put away'),
    { kind: 'revise', id: noteId(3), archived: true },
    { ...add(4, passageOf(await heldText(scene, 'setup'), 'thirty days'), 'Check'), highlight: 'local' },
  ];
  await session.call('edit', { guide: rules, edition: 0, edits: edits.slice(0, 4) });
  await session.call('edit', { guide: 'setup' as GuideId, edition: 0, edits: edits.slice(4) });
  return { scene, session };
}

const file = (name = 'My notes.json') => path.join(tempFolder(), name);
const none = { added: 0, updated: 0, known: 0, revived: 0, unplaced: 0, refused: 0, elsewhere: 0, beyond: 0, locked: 0, error: null };
const recordsIn = (kept: string) => readNoteFile(readFileSync(kept, 'utf8')).records;
const codeOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'answered',
    (fault: AppFault) => fault.code,
  );

describe('notes that go out and come back', () => {
  test('are on a PC without any what they were, tags, archive and all', async () => {
    const { scene, session } = await annotated();
    const out = file();
    await session.call('export', { file: out, notes: null });
    const other = { start: { ...scene.start, notesDir: path.join(tempFolder(), 'notes') } };
    const fresh = openSession(other, 'pc2');
    const report = await fresh.call('import', { file: out });
    expect(report).toEqual({ ...none, name: 'My notes.json', added: 4, placed: 4, guides: ['rules', 'setup'], undo: expect.any(String) });
    expect(await fresh.call('all', {})).toEqual(await session.call('all', {}));
    expect(await fresh.call('guide', { guide: rules, edition: 0 })).toEqual(await session.call('guide', { guide: rules, edition: 0 }));
    for (const guide of ['rules.json', 'setup.json'])
      expect(recordsIn(path.join(other.start.notesDir, guide))).toEqual(recordsIn(path.join(scene.notes, guide)));
  });

  test('are not doubled, however often they are taken in', async () => {
    const { scene, session } = await annotated();
    const out = file();
    await session.call('export', { file: out, notes: null });
    const before = readFileSync(path.join(scene.notes, 'rules.json'), 'utf8');
    const report = await session.call('import', { file: out });
    expect(report).toMatchObject({ ...none, known: 4, placed: 0, guides: [], undo: null });
    expect(readFileSync(path.join(scene.notes, 'rules.json'), 'utf8')).toBe(before);
  });

  test('come back after they were deleted, and go again with one undo', async () => {
    const { session } = await annotated();
    const out = file();
    await session.call('export', { file: out, notes: null });
    await session.call('edit', { guide: rules, edition: 0, edits: [1, 2, 3].map((at) => ({ kind: 'delete', id: noteId(at) })) });
    await session.call('edit', { guide: 'setup' as GuideId, edition: 0, edits: [{ kind: 'delete', id: noteId(4) }] });
    const report: NotesImport = await session.call('import', { file: out });
    expect(report).toMatchObject({ ...none, revived: 4, placed: 4 });
    expect(await session.call('counts', {})).toMatchObject({ notes: 3 });
    await session.call('restore', { before: session.before.get(report.undo ?? '') ?? [] });
    expect(await session.call('counts', {})).toMatchObject({ notes: 0 });
    expect(await session.call('import', { file: out })).toMatchObject({ revived: 4 });
  });

  test('may be a few that were chosen', async () => {
    const { session } = await annotated();
    const out = file();
    await session.call('export', { file: out, notes: [{ guide: rules, id: noteId(2) }] });
    const items = (JSON.parse(readFileSync(out, 'utf8')) as { items: { id: string }[] }[]).flatMap((page) => page.items);
    expect(items.map(({ id }) => id)).toEqual([noteId(2)]);
  });
});

describe('a file that is chosen for import', () => {
  test.each([
    ['is no notes', 'hello'],
    ['is empty', ''],
    ['is a list of other things', '[1, 2, {"type": "Person"}]'],
    ['is a tower of brackets', '['.repeat(100_000)],
    ['is a tower of objects', `${'{"items":['.repeat(50)}1${']}'.repeat(50)}`],
  ])('and %s is refused, and nothing is changed', async (_, text) => {
    const { scene, session } = await annotated();
    const out = file();
    writeFileSync(out, text);
    const before = readFileSync(path.join(scene.notes, 'rules.json'), 'utf8');
    expect(await codeOf(session.call('import', { file: out }))).toBe('NOT_NOTES');
    expect(readFileSync(path.join(scene.notes, 'rules.json'), 'utf8')).toBe(before);
  });

  test('and is not there, or is a folder, is refused', async () => {
    const { session } = await annotated();
    expect(await codeOf(session.call('import', { file: file('gone.json') }))).toBe('NOT_NOTES');
    expect(await codeOf(session.call('import', { file: tempFolder() }))).toBe('NOT_NOTES');
  });

  test('may have been written by a program on Windows', async () => {
    const { session } = await annotated();
    const out = file();
    await session.call('export', { file: out, notes: null });
    const text = readFileSync(out, 'utf8');
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`)]) {
      writeFileSync(out, bytes);
      expect(await session.call('import', { file: out })).toMatchObject({ known: 4 });
    }
  });
});
