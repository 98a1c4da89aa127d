// Two PCs of one person with a folder between them, each a real app with a profile of its own: what was written on one is
// on the other too, also what was written while the folder was away, and of a note that both changed both versions stay.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import type { NoteId } from '../../content/core/annotation/model.ts';
import { readNoteFile } from '../../content/core/annotation/note-file.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import type { NoteEdit } from '../../electron/ipc/note-schemas.ts';
import { launchApp, openFolder, type RunningApp, stagedApp } from '../support/electron-app.ts';
import { call } from '../support/screens.ts';

const guide = 'x-setup';
let home: string;
let folder: string;
let desk: RunningApp;
let laptop: RunningApp;

beforeAll(async () => {
  home = openFolder(path.join((await stagedApp()).home, `two-pcs-${process.pid}`));
  folder = openFolder(path.join(home, 'shared'));
  const policy = { format: 1, mandatory: { notesFolder: folder } };
  desk = await launchApp({ policy });
  laptop = await launchApp({ policy });
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await laptop?.close();
  rmSync(home, { recursive: true, force: true });
});

let made = 0;
async function write({ page }: RunningApp, text: string): Promise<NoteId> {
  const { source, blockIds, seal } = await call(page, 'library.guide', { id: guide as never });
  const block = anchorTextOf(parseGuide(source, '').blocks, blockIds).blocks.find(({ id, start, end }) => id && end - start > 30);
  if (!block?.id) throw new Error('no block');
  made += 1;
  const id = `urn:uuid:00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as NoteId;
  const passage = { start: { block: block.id, offset: 0 }, end: { block: block.id, offset: 20 } };
  const add: NoteEdit = { kind: 'add', id, passage, highlight: 'important', text, tags: [] };
  await call(page, 'notes.edit', { guide, edition: seal.version, edits: [add] });
  return id;
}

const revise = ({ page }: RunningApp, id: NoteId, text: string) =>
  call(page, 'notes.edit', { guide, edition: 0, edits: [{ kind: 'revise', id, text }] });
const textsOn = async ({ page }: RunningApp): Promise<readonly string[]> =>
  (await call(page, 'notes.guide', { guide, edition: 0 })).notes.map(({ note }) => note.text).sort();
/** As when a person comes back to the window. */
const comeBack = ({ app }: RunningApp) => app.evaluate(({ app: electron }) => void electron.emit('browser-window-focus'));

async function bothHave(texts: readonly string[]): Promise<void> {
  const look = async () => {
    await comeBack(desk);
    await comeBack(laptop);
    return [await textsOn(desk), await textsOn(laptop)];
  };
  await expect.poll(look, { timeout: 60_000, interval: 1_000 }).toEqual([texts, texts]);
}

test('what was written on one PC is on the other, also after the folder was away, and both versions of one note stay', {
  timeout: 180_000,
}, async () => {
  const id = await write(desk, 'Ask the press office first');
  await bothHave(['Ask the press office first']);
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual([`${guide}.json`]);

  const away = path.join(home, 'away');
  renameSync(folder, away);
  await revise(desk, id, 'Ask the press office before noon');
  await revise(laptop, id, 'Ask the duty officer first');
  await write(desk, 'Only at the desk');
  await write(laptop, 'Only on the way');
  await comeBack(desk);
  await expect.poll(async () => (await call(desk.page, 'notes.folder', {})).error?.code, { timeout: 30_000 }).toBe('SHARE_UNREACHABLE');
  expect(await textsOn(desk)).toEqual(['Ask the press office before noon', 'Only at the desk']);

  renameSync(away, folder);
  await bothHave(['Ask the duty officer first', 'Ask the press office before noon', 'Only at the desk', 'Only on the way']);
  // Each PC counts its changes under a name that its profile keeps.
  const { records } = readNoteFile(readFileSync(path.join(folder, `${guide}.json`), 'utf8'));
  const writers = new Set(records.flatMap(({ clock }) => Object.keys(clock)));
  expect(writers.size).toBe(2);
  for (const writer of writers) expect(writer).toMatch(/^[0-9a-f]{15}$/);
  // IT chose the folder: a person cannot leave it.
  expect(await call(desk.page, 'notes.folder', {})).toMatchObject({ path: folder, managed: true, error: null });
  await expect(call(desk.page, 'notes.leave-folder', {})).rejects.toThrow('SETTING_MANAGED');
});

test('a PC that is closed at once has left its last words for the other', { timeout: 120_000 }, async () => {
  openFolder(folder);
  await write(desk, 'Written last');
  await desk.close();
  const look = async () => {
    await comeBack(laptop);
    return textsOn(laptop);
  };
  await expect.poll(look, { timeout: 60_000, interval: 1_000 }).toContain('Written last');
});
