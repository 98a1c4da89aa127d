import { describe, expect, test } from 'vitest';
import type { NotesImport } from '../../../electron/ipc/note-replies.ts';
import { dataReadme, exportText, importSentences, notesFilesText } from '../../../renderer/text/notes-files.ts';
import { checkWords } from '../../support/plain-words.ts';

const report = (own: Partial<NotesImport>): NotesImport => ({
  ...{ name: 'My notes.json', added: 0, updated: 0, known: 0, revived: 0, placed: 0, unplaced: 0 },
  ...{ refused: 0, elsewhere: 0, beyond: 0, locked: 0, error: null, guides: [], undo: null },
  ...own,
});

test('the words of files keep the rules for words', () => {
  checkWords({ notesFilesText, exportText }, /\.(?:name|hint|stood)$/);
});

describe('the report of an import', () => {
  test('says what came in and that all of it has its place', () => {
    expect(importSentences(report({ added: 14, placed: 14 }))).toEqual([
      '14 notes were added.',
      'All of them have their place in their guides.',
    ]);
    expect(importSentences(report({ added: 1, placed: 1 }))).toEqual(['1 note was added.', 'It has its place in its guide.']);
  });

  test('says that nothing was doubled', () => {
    expect(importSentences(report({ known: 3 }))).toEqual(['Nothing was added.', '3 notes were here already, so nothing was doubled.']);
  });

  test('names everything that stayed in the file, and why', () => {
    const said = importSentences(
      report({ added: 2, placed: 1, unplaced: 1, refused: 1, elsewhere: 2, beyond: 3, locked: 4, revived: 1, updated: 1 }),
    );
    expect(said).toHaveLength(9);
    expect(said.join(' ')).toContain('1 note has its place in its guide. 1 note needs a place: the words it stands on were not found.');
    expect(importSentences(report({ added: 1, unplaced: 1 }))).toHaveLength(2);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
  });
});

test('the folder of one’s own data says what each file is', () => {
  const text = dataReadme({ now: '2026-11-23T09:14:00Z', version: '1.2.3', zone: 'Europe/London' });
  for (const name of ['notes.html', 'notes.md', 'notes/', 'reading.json', 'settings.json', 'searches-without-results.json'])
    expect(text).toContain(`\r\n${name}\r\n`);
  expect(text).toContain('Exported on 23 November 2026 by National Guides 1.2.3.');
  expect(text).not.toMatch(/!|please/i);
});
