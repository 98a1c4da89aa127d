import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import { readNoteFile } from '../../../content/core/annotation/note-file.ts';
import type { AppFault } from '../../../content/core/base/error.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { readDraftFile } from '../../../content/core/suggestion/draft-file.ts';
import type { Draft } from '../../../content/core/suggestion/model.ts';
import { noHistory } from '../../../content/core/suggestion/undo-history.ts';
import { openNoteStore } from '../../../content/node/note-store.ts';
import { exportText, saveFile, saveFolder } from '../../../electron/workers/notes-files-write.ts';
import { draftParts } from '../../support/draft-parts.ts';
import { sampleNote } from '../../support/notes.ts';
import { canMount, smallDisk } from '../../support/small-disk.ts';
import { sampleDraft, sampleSuggestion } from '../../support/suggestions.ts';
import { tempFolder } from '../../support/temp.ts';

const breathe = async () => undefined;
async function storeWith(...notes: readonly Note[]) {
  const home = tempFolder();
  const store = openNoteStore({ folder: path.join(home, 'notes'), log: () => undefined });
  for (const note of notes) await store.change(note.guide, (records) => [...records, note]);
  return { store, breathe, ...draftParts(home, 'a') };
}
const [one, two] = [sampleNote({ text: 'one' }), sampleNote({ text: 'two', guide: 'x-setup' as GuideId })];
const faultOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => null,
    (fault: AppFault) => fault.toAppError(),
  );

describe('an export', () => {
  test('is a list of pages, one for each guide, a record to a line', async () => {
    const text = await exportText(null, await storeWith(one, two));
    const pages = JSON.parse(text) as { type: string; items: { id: string }[] }[];
    expect(pages.map(({ type, items }) => [type, items.map(({ id }) => id)])).toEqual([
      ['AnnotationPage', [one.id]],
      ['AnnotationPage', [two.id]],
    ]);
    expect(text.split('\n').filter((line) => line.startsWith('{"id"'))).toHaveLength(2);
  });

  test('holds what was chosen, and nothing of what was deleted', async () => {
    const context = await storeWith(one, two);
    expect(JSON.parse(await exportText([{ guide: two.guide, id: two.id }], context))).toHaveLength(1);
    await context.store.change(one.guide, () => [{ id: one.id, deleted: '2026-11-23T00:00:00.000Z', clock: { a: 2 } }]);
    expect(await exportText([{ guide: one.guide, id: one.id }], context)).toBe('[]\n');
  });
});

describe('a folder of one’s own data', () => {
  const files = [
    { name: 'README.txt', text: 'What each file is' },
    { name: 'reading.json', text: '{}\n' },
  ];

  test('holds every file and the notes of each guide, and nothing unfinished', async () => {
    const parent = tempFolder();
    const context = await storeWith(one, two);
    expect(await saveFolder({ parent, name: 'Data 2026-11-23', files }, context)).toEqual({ name: 'Data 2026-11-23', files: 4 });
    const folder = path.join(parent, 'Data 2026-11-23');
    expect(readdirSync(folder).sort()).toEqual(['README.txt', 'notes', 'reading.json']);
    expect(readdirSync(path.join(folder, 'notes')).sort()).toEqual(['house-rules.json', 'x-setup.json']);
    expect(readNoteFile(readFileSync(path.join(folder, 'notes', 'house-rules.json'), 'utf8')).records).toEqual([one]);
  });

  test('never goes into one that is there', async () => {
    const parent = tempFolder();
    const context = await storeWith();
    mkdirSync(path.join(parent, 'Data'));
    writeFileSync(path.join(parent, 'Data', 'mine.txt'), 'mine');
    expect((await saveFolder({ parent, name: 'Data', files }, context)).name).toBe('Data (2)');
    expect((await saveFolder({ parent, name: 'Data', files }, context)).name).toBe('Data (3)');
    expect(readdirSync(path.join(parent, 'Data'))).toEqual(['mine.txt']);
  });

  test('that could not be written whole names what was', async () => {
    const parent = tempFolder();
    const broken = [...files, { name: 'no/such/folder.txt', text: 'x' }];
    expect(await faultOf(saveFolder({ parent, name: 'Data', files: broken }, await storeWith(one)))).toEqual({
      code: 'SAVE_FAILED',
      data: { errno: 'ENOENT', folder: 'Data', written: 'README.txt, reading.json' },
    });
    expect(readdirSync(path.join(parent, 'Data')).sort()).toEqual(['README.txt', 'reading.json']);
  });

  test.skipIf(!canMount)('on a disk that gets full names what was written, and leaves nothing half-written', async () => {
    const { folder } = smallDisk('size=128k');
    const big = { name: 'notes.md', text: 'x'.repeat(200_000) };
    const fault = await faultOf(saveFolder({ parent: folder, name: 'Data', files: [...files, big] }, await storeWith(one)));
    expect(fault).toEqual({ code: 'NO_SPACE', data: { errno: 'ENOSPC', folder: 'Data', written: 'README.txt, reading.json' } });
    expect(readdirSync(path.join(folder, 'Data')).sort()).toEqual(['README.txt', 'reading.json']);
    expect(await faultOf(saveFile(path.join(folder, 'a.md'), big.text))).toMatchObject({ code: 'NO_SPACE' });
    expect(readdirSync(folder)).toEqual(['Data']);
  });

  test('holds suggestions and what was attached to them too, but for those thrown away', async () => {
    const parent = tempFolder();
    const context = await storeWith();
    const bytes = Buffer.from('a screenshot');
    const digest = await context.evidence.put(bytes);
    const file = { kind: 'file', name: 'shot.png', bytes: bytes.length, digest } as const;
    const [kept, also, gone] = [0, 1, 2].map((at) =>
      sampleDraft({ suggestion: sampleSuggestion({ evidence: [file] }), deleted: at === 2 ? '2026-11-23T00:00:00.000Z' : null }),
    ) as [Draft, Draft, Draft];
    for (const draft of [kept, also, gone]) await context.drafts.change(draft.suggestion.id, () => ({ draft, history: noHistory }));
    expect(await saveFolder({ parent, name: 'Data', files }, context)).toEqual({ name: 'Data', files: 5 });
    const folder = path.join(parent, 'Data', 'suggestions');
    const names = [kept, also].map(({ suggestion }) => `${suggestion.id.slice('urn:uuid:'.length)}.json`);
    expect(readdirSync(folder).sort()).toEqual([...names, `${digest.slice(0, 8)} shot.png`].sort());
    expect(readFileSync(path.join(folder, `${digest.slice(0, 8)} shot.png`))).toEqual(bytes);
    const { written } = readDraftFile(readFileSync(path.join(folder, names[0] as string), 'utf8'));
    expect(written?.draft.suggestion).toEqual(kept.suggestion);
  });

  test('leaves out a guide whose notes cannot be read, and writes the others', async () => {
    const folder = path.join(tempFolder(), 'notes');
    mkdirSync(path.join(folder, 'aaa.json'), { recursive: true });
    const store = openNoteStore({ folder, log: () => undefined });
    await store.change(one.guide, () => [one]);
    const parent = tempFolder();
    expect(await saveFolder({ parent, name: 'Data', files: [] }, { store, breathe, ...draftParts(tempFolder(), 'a') })).toEqual({
      name: 'Data',
      files: 1,
    });
    expect(readdirSync(path.join(parent, 'Data', 'notes'))).toEqual(['house-rules.json']);
  });
});

test('a file that cannot be saved is told with a code, and nothing is left of it', async () => {
  const folder = tempFolder();
  expect(await faultOf(saveFile(path.join(folder, 'gone', 'a.md'), 'x'))).toEqual({ code: 'SAVE_FAILED', data: { errno: 'ENOENT' } });
  await saveFile(path.join(folder, 'a.md'), 'words');
  expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe('words');
  expect(readdirSync(folder)).toEqual(['a.md']);
  expect(existsSync(path.join(folder, 'gone'))).toBe(false);
});
