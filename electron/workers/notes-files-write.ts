// Notes and whatever else is a person's own, into files that they chose a place for. Each is written whole or not at all;
// what could not be written is told with a code, and in a folder of many with the names of those that were.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NoteRecord } from '../../content/core/annotation/model.ts';
import { writeNoteFile } from '../../content/core/annotation/note-file.ts';
import { AppFault } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { errnoOf } from '../../content/node/faults.ts';
import type { NoteName } from '../ipc/note-schemas.ts';
import type { NoteContext } from './notes-context.ts';
import type { DataFolder } from './notes-protocol.ts';
import { notesOf } from './notes-show.ts';
import { saveSuggestions } from './suggestions-data.ts';

/** More folders of one day than anybody makes. */
const mostFolders = 100;

/** Without deleted ones. A list of web annotation pages, one for each guide; a record to a line. */
export async function exportText(
  choice: readonly NoteName[] | null,
  { store, breathe }: Pick<NoteContext, 'store' | 'breathe'>,
): Promise<string> {
  const chosen = choice && new Set(choice.map(({ guide, id }) => `${guide} ${id}`));
  const guides = chosen === null ? store.guides() : [...new Set(choice?.map(({ guide }) => guide))].sort();
  const pages: string[] = [];
  for (const guide of guides) {
    const { records } = await store.read(guide);
    const notes = notesOf(records).filter(({ id }) => chosen === null || chosen.has(`${guide} ${id}`));
    if (notes.length > 0) pages.push(writeNoteFile(guide, notes));
    await breathe();
  }
  return `[${pages.join(',')}]\n`;
}

/** Throws NO_SPACE or SAVE_FAILED. */
export async function saveFile(file: string, text: string): Promise<void> {
  try {
    await writeAtomic(file, text);
  } catch (cause) {
    throw saveFault(cause);
  }
}

/** Throws NO_SPACE or SAVE_FAILED, with the new folder's name and what is in it by then. */
export async function saveFolder(
  { parent, name, files }: DataFolder,
  context: Pick<NoteContext, 'store' | 'drafts' | 'evidence' | 'breathe'>,
): Promise<{ readonly name: string; readonly files: number }> {
  const written: string[] = [];
  let made = '';
  try {
    made = newFolder(parent, name);
    const folder = path.join(parent, made);
    for (const file of files) {
      await writeAtomic(path.join(folder, file.name), file.text);
      written.push(file.name);
    }
    const guides = context.store.guides();
    if (guides.length > 0) mkdirSync(path.join(folder, 'notes'));
    for (const guide of guides) {
      const records = await readable(guide, context);
      if (records === null) continue;
      await writeAtomic(path.join(folder, 'notes', `${guide}.json`), writeNoteFile(guide, records));
      written.push(`notes/${guide}.json`);
      await context.breathe();
    }
    await saveSuggestions(folder, context, written);
    return { name: made, files: written.length };
  } catch (cause) {
    const fault = saveFault(cause);
    throw new AppFault(fault.code, { ...fault.data, folder: made, written: namesOf(written) }, cause);
  }
}

/** One guide's damaged file must not keep a person from all the others. */
async function readable(guide: GuideId, { store }: Pick<NoteContext, 'store'>): Promise<readonly NoteRecord[] | null> {
  return store.read(guide).then(
    ({ records }) => records,
    () => null,
  );
}

/** "National Guides data 2026-11-23", or with " (2)" and so on where there is one. Never writes into another's. */
function newFolder(parent: string, name: string): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name} (${number})`;
    try {
      mkdirSync(path.join(parent, tried));
      return tried;
    } catch (cause) {
      if (errnoOf(cause) !== 'EEXIST' || number === mostFolders) throw cause;
    }
  }
}

// As many as a sentence can hold.
const mostNames = 12;
const namesOf = (names: readonly string[]): string =>
  names.length <= mostNames ? names.join(', ') : `${names.slice(0, mostNames).join(', ')} … (${names.length})`;

function saveFault(cause: unknown): AppFault {
  const errno = errnoOf(cause);
  return new AppFault(['ENOSPC', 'EDQUOT'].includes(errno) ? 'NO_SPACE' : 'SAVE_FAILED', { errno }, cause);
}
