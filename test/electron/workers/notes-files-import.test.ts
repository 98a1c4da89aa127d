import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { toAnnotation } from '../../../content/core/annotation/json-ld.ts';
import type { Note } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { add, heldText, noteId, noteScene, openSession, passageOf } from '../../support/note-scene.ts';
import { sampleNote } from '../../support/notes.ts';
import { tempFolder } from '../../support/temp.ts';

const rules = 'rules' as GuideId;
const first = `## House rules

Publish your rules before you moderate anything at all.

Hide a comment that breaks the rules, then record why you did so.

## Keeping

Delete only what the law tells you to delete, and keep a copy in the evidence store.
`;
const second = first.replace('Hide a comment that breaks', 'Hide any comment which clearly breaks');

const noteOn = (exact: string, own: Partial<Note> = {}, anchor: Partial<Note['anchor']> = {}): Note =>
  sampleNote({
    guide: rules,
    anchor: { edition: { version: 0, digest: '' }, block: null, start: 0, end: exact.length, exact, prefix: '', suffix: '', ...anchor },
    ...own,
  });
const fileOf = (value: unknown): string => {
  const file = path.join(tempFolder(), 'notes.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};
const annotations = (...notes: readonly Note[]) => fileOf(notes.map(toAnnotation));

describe('an import', () => {
  test('places what was made on an older edition, and on none that is known', async () => {
    const scene = await noteScene({ rules: first });
    const session = openSession(scene);
    const notes = [
      noteOn('before you moderate anything'),
      noteOn('Hide a comment that breaks the'),
      noteOn('words that no edition of this guide has ever had'),
    ];
    await scene.publish({ rules: second });
    await session.reload();
    expect(await session.call('import', { file: annotations(...notes) })).toMatchObject({ added: 3, placed: 2, unplaced: 1 });
    const { notes: shown } = await session.call('guide', { guide: rules, edition: 0 });
    expect(shown.map(({ note }) => [note.fate, note.anchor.exact])).toEqual([
      ['unchanged', 'before you moderate anything'],
      ['reworded', 'Hide any comment which clearly breaks the'],
      ['gone', 'words that no edition of this guide has ever had'],
    ]);
    expect(await session.call('counts', {})).toEqual({ notes: 3, changed: 1, unplaced: 1 });
  });

  test('never shows a note where its selector points to other words', async () => {
    const scene = await noteScene({ rules: first });
    const session = openSession(scene);
    const passage = passageOf(await heldText(scene, 'rules'), 'record why');
    const made = await session.call('edit', { guide: rules, edition: 0, edits: [add(900, passage)] });
    const edition = made.notes[0]?.note.anchor.edition;
    await session.call('edit', { guide: rules, edition: 0, edits: [{ kind: 'delete', id: noteId(900) }] });
    expect(edition?.digest).toHaveLength(64);
    const lies = [0, 40, 9_000_000].map((start) =>
      noteOn('Transfer the money to this account at once', {}, { start, end: start + 20, ...(edition && { edition }) }),
    );
    expect(await session.call('import', { file: annotations(...lies) })).toMatchObject({ added: 3, placed: 0, unplaced: 3 });
    const { notes } = await session.call('guide', { guide: rules, edition: 0 });
    expect(notes.map(({ parts, fate }) => [parts.length, fate])).toEqual(lies.map(() => [0, 'gone']));
  });

  test('takes an export of Hypothesis, once, and later its later words', async () => {
    const scene = await noteScene({ rules: first });
    const session = openSession(scene);
    const annotation = (id: string, exact: string, text: string, updated = '2026-10-02T10:00:00Z') => ({
      ...{
        id,
        created: '2026-10-01T10:00:00Z',
        updated,
        user: 'acct:someone@hypothes.is',
        uri: 'https://example.org/a/page',
        text,
        tags: ['rota'],
      },
      target: [{ source: 'https://example.org', selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
    });
    const annotations = [
      annotation('aaa', 'record why you did so', 'In the log <script>alert(1)</script>'),
      annotation('bbb', 'keep a copy in the evidence store', ''),
      annotation('ccc', 'nothing of any guide that is held here', 'elsewhere'),
      { ...annotation('ddd', 'x', 'a page note'), target: [{ source: 'https://example.org' }] },
    ];
    const report = await session.call('import', { file: fileOf({ export_date: '2026-10-03', annotations }) });
    expect(report).toMatchObject({ added: 2, placed: 2, elsewhere: 1, refused: 1, guides: [rules] });
    expect(await session.call('import', { file: fileOf({ annotations }) })).toMatchObject({ added: 0, known: 2, elsewhere: 1, undo: null });
    const { notes } = await session.call('guide', { guide: rules, edition: 0 });
    expect(notes[0]?.note).toMatchObject({
      text: 'In the log <script>alert(1)</script>',
      tags: ['rota'],
      created: '2026-10-01T10:00:00.000Z',
    });
    const later = [annotation('aaa', 'record why you did so', 'In the log', '2026-10-09T10:00:00Z')];
    expect(await session.call('import', { file: fileOf({ annotations: later }) })).toMatchObject({ updated: 1, placed: 1 });
    expect((await session.call('guide', { guide: rules, edition: 0 })).notes[0]?.note.text).toBe('In the log');
  });

  test('leaves the notes of a newer app alone, and says so', async () => {
    const scene = await noteScene({ rules: first, setup: '## Names\n\nChoose the name of the account with care.\n' });
    const session = openSession(scene);
    await session.call('import', { file: annotations(noteOn('before you moderate anything')) });
    const file = path.join(scene.notes, 'rules.json');
    const newer = readFileSync(file, 'utf8').replace('"guides:format":1', '"guides:format":2');
    writeFileSync(file, newer);
    const report = await session.call('import', {
      file: annotations(noteOn('record why you did so'), noteOn('the name of the account', { guide: 'setup' as GuideId })),
    });
    expect(report).toMatchObject({ added: 1, locked: 1, guides: ['setup'] });
    expect(readFileSync(file, 'utf8')).toBe(newer);
  });

  test('goes on where one guide’s notes cannot be written, and says why', async () => {
    const scene = await noteScene({ rules: first, setup: '## Names\n\nChoose the name of the account with care.\n' });
    const session = openSession(scene);
    mkdirSync(path.join(scene.notes, 'rules.json'), { recursive: true });
    const notes = [noteOn('record why you did so'), noteOn('the name of the account', { guide: 'setup' as GuideId })];
    const report = await session.call('import', { file: annotations(...notes) });
    expect(report).toMatchObject({ added: 1, guides: ['setup'] });
    expect(report.error?.code).toMatch(/^STORE_/);
    rmSync(path.join(scene.notes, 'rules.json'), { recursive: true });
    expect(await session.call('import', { file: annotations(...notes) })).toMatchObject({
      added: 1,
      known: 1,
      error: null,
      guides: [rules],
    });
  });

  test('takes in what a guide has room for, and counts the rest', async () => {
    const scene = await noteScene({ rules: first });
    const session = openSession(scene);
    const many = Array.from({ length: 10_050 }, (_, at) => noteOn('before you moderate anything', { text: `Note ${at}` }));
    const report = await session.call('import', { file: annotations(...many) });
    expect(report).toMatchObject({ added: 10_000, beyond: 50, placed: 10_000, refused: 0, error: null });
    expect(await session.call('counts', {})).toMatchObject({ notes: 10_000 });
  }, 120_000);

  test('answers others while it works', async () => {
    const scene = await noteScene({ rules: first });
    const session = openSession(scene);
    const many = Array.from({ length: 6_000 }, (_, at) => noteOn(`Hide each comment that breaks all our rules ${at}`));
    let isDone = false;
    // Each look at the clock is a second later: progress is told on a machine that is quick too.
    let second = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      second += 1;
      return second * 1_000;
    });
    const importing = session.call('import', { file: annotations(...many) }).finally(() => {
      isDone = true;
    });
    let answered = 0;
    while (!isDone) {
      await session.call('guide', { guide: rules, edition: 0 });
      answered += isDone ? 0 : 1;
      // As messages between processes do, and a call within one does not.
      await turn();
    }
    clock.mockRestore();
    expect(await importing).toMatchObject({ added: 6_000 });
    expect(answered).toBeGreaterThan(3);
    const told = session.pushes.flatMap(({ name, value }) => (name === 'notes.progress' && 'what' in value ? [value] : []));
    expect(told[0]).toMatchObject({ what: 'importing', of: 6_000 });
  }, 120_000);
});
