// Jobs with files: taking notes in, giving them out, and a folder with all that is a person's own. A file that was
// chosen may lie on a network drive: only this process touches it, and it may be killed.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { mostCarriedBytes } from '../../content/core/annotation/carried.ts';
import { AppFault } from '../../content/core/base/error.ts';
import { errnoOf } from '../../content/node/faults.ts';
import type { NoteJob, NoteJobs } from './notes-context.ts';
import { importNotes } from './notes-files-import.ts';
import { exportText, saveFile, saveFolder } from './notes-files-write.ts';

const take: NoteJob<'import'> = async ({ file }, context) => {
  const name = path.basename(file);
  let bytes: Uint8Array;
  try {
    const found = await stat(file);
    // A pipe or a device might never end.
    if (!found.isFile() || found.size > mostCarriedBytes) throw new AppFault('NOT_NOTES', { bytes: found.size });
    bytes = await readFile(file);
  } catch (cause) {
    throw cause instanceof AppFault ? cause : new AppFault('NOT_NOTES', { errno: errnoOf(cause) }, cause);
  }
  return importNotes(bytes, name, context);
};

const give: NoteJob<'export'> = async ({ file, notes }, context) => {
  await saveFile(file, await exportText(notes, context));
  return null;
};

const save: NoteJob<'save'> = async ({ file, text }) => {
  await saveFile(file, text);
  return null;
};

const saveAll: NoteJob<'save-all'> = (folder, context) => saveFolder(folder, context);

export const fileJobs = { import: take, export: give, save, 'save-all': saveAll } satisfies Partial<NoteJobs>;
