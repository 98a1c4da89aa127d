import { describe, expect, test } from 'vitest';
import type { NoteId } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { type NotesFilesPorts, notesFilesHandlers } from '../../../electron/services/notes-files.ts';

function served(chosen: string | null) {
  const asked: (readonly [string, unknown])[] = [];
  const call = (async (name: string, request: unknown) => {
    asked.push([name, request]);
    return name === 'save-all' ? { name: 'Data', files: 3 } : null;
  }) as NotesFilesPorts['call'];
  const handlers = notesFilesHandlers({
    call,
    chooseNotes: async () => chosen,
    chooseFile: async (format, suggested) => chosen && `${chosen}/${suggested}.${format}`,
    chooseFolder: async () => chosen,
    folderName: (suggested) => suggested.replace(/[^\w -]/g, ''),
    own: () => ({ 'reading.json': { saved: ['house-rules'] } }),
  });
  return { handlers, asked };
}
const notes = [{ guide: 'house-rules' as GuideId, id: 'urn:uuid:00000000-0000-4000-8000-000000000001' as NoteId }];
const data = { suggested: 'Data/2026', readme: 'What', markdown: '# Notes', html: '' };

describe('calls that ask for a file', () => {
  test('give the path to the notes process and its name to the window', async () => {
    const { handlers, asked } = served('/mnt/stick');
    await handlers['notes.import']({});
    expect(await handlers['notes.export']({ suggested: 'My notes', notes })).toEqual({ name: 'My notes.json' });
    expect(await handlers['notes.write']({ format: 'html', suggested: 'My notes', text: '<p>' })).toEqual({ name: 'My notes.html' });
    expect(asked).toEqual([
      ['import', { file: '/mnt/stick' }],
      ['export', { file: '/mnt/stick/My notes.json', notes }],
      ['save', { file: '/mnt/stick/My notes.html', text: '<p>' }],
    ]);
  });

  test('put together what is a person’s own, without empty files', async () => {
    const { handlers, asked } = served('/mnt/stick');
    expect(await handlers['data.export'](data)).toEqual({ name: 'Data', files: 3 });
    expect(asked).toEqual([
      [
        'save-all',
        {
          parent: '/mnt/stick',
          name: 'Data2026',
          files: [
            { name: 'README.txt', text: 'What' },
            { name: 'notes.md', text: '# Notes' },
            { name: 'reading.json', text: '{\n  "saved": [\n    "house-rules"\n  ]\n}\n' },
          ],
        },
      ],
    ]);
  });

  test('do nothing when the person changed their mind', async () => {
    const { handlers, asked } = served(null);
    expect(await handlers['notes.import']({})).toBeNull();
    expect(await handlers['notes.export']({ suggested: 'x', notes: null })).toBeNull();
    expect(await handlers['notes.write']({ format: 'markdown', suggested: 'x', text: 'x' })).toBeNull();
    expect(await handlers['data.export'](data)).toBeNull();
    expect(asked).toEqual([]);
  });
});
