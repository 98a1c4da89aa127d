import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { AllNotes, NotesImport } from '../../../electron/ipc/note-replies.ts';
import { closeImport, exportData, exportNotes, importNotes, notesImport, undoImport } from '../../../renderer/notes/file-actions.ts';
import { notices } from '../../../renderer/state/notices.ts';
import { notesFilesText } from '../../../renderer/text/notes-files.ts';
import { fakeBridge } from '../../support/fake-bridge.ts';
import { sampleNote } from '../../support/notes.ts';

const report: NotesImport = {
  ...{ name: 'My notes.json', added: 2, updated: 0, known: 0, revived: 0, placed: 2, unplaced: 0 },
  ...{ refused: 0, elsewhere: 0, beyond: 0, locked: 0, error: null, guides: ['house-rules' as GuideId], undo: 'token' },
};
const one = sampleNote({ text: 'words' });
const all: AllNotes = {
  guides: [{ guide: one.guide, title: 'House rules', notes: [{ note: one, section: null }], readOnly: false, refused: 0, setAside: null }],
};
const lastNotice = () => notices.get().at(-1)?.text;
const ok = <T>(value: T) => ({ ok: true as const, value });
const failed = (code: string, data = {}) => ({ ok: false as const, error: { code, data } as never });

beforeEach(() => {
  closeImport();
  notices.set([]);
});

describe('an import', () => {
  test('shows what came, and is taken back once', async () => {
    const undo = vi.fn(async () => ok(null));
    fakeBridge({ 'notes.import': async () => ok(report), 'notes.undo': undo });
    await importNotes();
    expect(notesImport.get()).toMatchObject({ busy: false, report, error: null });
    await undoImport();
    expect(undo).toHaveBeenCalledWith({ token: 'token' });
    expect(notesImport.get()).toMatchObject({ report: null, undo: null });
    expect(lastNotice()).toBe(notesFilesText.undone);
    await undoImport();
    expect(undo).toHaveBeenCalledTimes(1);
  });

  test('that was called off leaves what was there', async () => {
    fakeBridge({ 'notes.import': async () => ok(report) });
    await importNotes();
    fakeBridge({ 'notes.import': async () => ok(null) });
    await importNotes();
    expect(notesImport.get()).toMatchObject({ busy: false, report });
  });

  test('of another file is told', async () => {
    fakeBridge({ 'notes.import': async () => failed('NOT_NOTES') });
    await importNotes();
    expect(notesImport.get()).toMatchObject({ report: null, error: { code: 'NOT_NOTES' } });
  });
});

describe('an export', () => {
  test('puts the words together, and says the file’s name', async () => {
    const write = vi.fn(async (_: { text: string; format: string; suggested: string }) => ok({ name: 'a.md' }));
    fakeBridge({ 'notes.all': async () => ok(all), 'notes.write': write });
    await exportNotes(null, 'markdown');
    expect(write.mock.lastCall?.[0]).toMatchObject({ format: 'markdown', suggested: expect.stringMatching(/^My notes \d{4}-\d\d-\d\d$/) });
    expect(write.mock.lastCall?.[0].text).toContain('## House rules');
    expect(lastNotice()).toBe(notesFilesText.saved('a.md'));
    await exportNotes([{ guide: one.guide, id: one.id }], 'html');
    expect(write.mock.lastCall?.[0].text).toMatch(/^<!doctype html>/);
  });

  test('as JSON-LD is the main process’s', async () => {
    const write = vi.fn(async (_: unknown) => ok({ name: 'a.json' }));
    fakeBridge({ 'notes.all': async () => ok(all), 'notes.export': write });
    await exportNotes([{ guide: one.guide, id: one.id }], 'json');
    expect(write.mock.lastCall?.[0]).toMatchObject({ notes: [{ guide: one.guide, id: one.id }] });
  });

  test('of nothing says so', async () => {
    fakeBridge({ 'notes.all': async () => ok({ guides: [] }) });
    await exportNotes(null, 'html');
    expect(lastNotice()).toBe(notesFilesText.nothing);
  });

  test('of everything that did not end names what was written', async () => {
    const data = { folder: 'Data', written: 'README.txt, notes.md', errno: 'ENOSPC' };
    fakeBridge({ 'notes.all': async () => ok(all), 'data.export': async () => failed('NO_SPACE', data) });
    await exportData();
    expect(lastNotice()).toMatch(/disk of this PC is full.*In the folder Data is what was written until then: README.txt, notes.md\.$/);
    fakeBridge({ 'notes.all': async () => ok(all), 'data.export': async () => ok({ name: 'Data', files: 4 }) });
    await exportData();
    expect(lastNotice()).toBe('Your data is in the folder Data: 4 files.');
  });
});
