// Calls of the groups `notes` and `data` that ask for a file or a folder. The path goes to the notes process, which alone
// touches what was chosen; the window learns a name.
import path from 'node:path';
import type { Handlers } from '../ipc/serve.ts';
import type { NotesFormat } from '../windows/dialogs.ts';
import type { NotesService } from './notes-process.ts';

export interface NotesFilesPorts {
  readonly call: NotesService['call'];
  /** All of these: null when the person changed their mind. */
  readonly chooseNotes: () => Promise<string | null>;
  readonly chooseFile: (format: NotesFormat, suggested: string) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  /** A plain name for a new folder out of what the window suggests. */
  readonly folderName: (suggested: string) => string;
  /** What is the person's own besides notes, by the name of its file: values for JSON. */
  readonly own: () => Readonly<Record<string, unknown>>;
}

type FileCalls = 'notes.import' | 'notes.export' | 'notes.write' | 'data.export';

export function notesFilesHandlers(ports: NotesFilesPorts): Pick<Handlers, FileCalls> {
  const { call, chooseNotes, chooseFile, chooseFolder } = ports;
  return {
    'notes.import': async () => {
      const file = await chooseNotes();
      return file === null ? null : call('import', { file });
    },
    'notes.export': async ({ suggested, notes }) => {
      const file = await chooseFile('json', suggested);
      if (file === null) return null;
      await call('export', { file, notes });
      return { name: path.basename(file) };
    },
    'notes.write': async ({ format, suggested, text }) => {
      const file = await chooseFile(format, suggested);
      if (file === null) return null;
      await call('save', { file, text });
      return { name: path.basename(file) };
    },
    'data.export': async ({ suggested, readme, markdown, html }) => {
      const parent = await chooseFolder();
      if (parent === null) return null;
      const words = { 'README.txt': readme, 'notes.md': markdown, 'notes.html': html };
      const values = Object.entries(ports.own()).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`] as const);
      // The window leaves out what would be empty, or longer than it can put together.
      const files = [...Object.entries(words), ...values].flatMap(([name, text]) => (text === '' ? [] : [{ name, text }]));
      return call('save-all', { parent, name: ports.folderName(suggested), files });
    },
  };
}
