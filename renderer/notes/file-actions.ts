// Notes out of files and into files: asks the main process, and keeps what became of it for whoever shows it. Text for
// people is put together here; where it is written the person says in the system's own dialog.
import type { NotesImport, NotesProgress } from '../../electron/ipc/note-replies.ts';
import type { NoteName } from '../../electron/ipc/note-schemas.ts';
import { type AppError, ask, listen } from '../api.ts';
import { faultSentence, tellFault } from '../shell/tell-fault.ts';
import { facts, library } from '../state/library.ts';
import { rememberStep } from '../state/notes.ts';
import { notify } from '../state/notices.ts';
import { createStore } from '../state/store.ts';
import { localDay } from '../text/dates.ts';
import { dataReadme, notesFilesText } from '../text/notes-files.ts';
import { exportHtml } from './export-html.ts';
import { exportMarkdown } from './export-markdown.ts';
import { type ExportedNotes, exportModel } from './export-model.ts';

export interface ImportView {
  /** A file is being chosen or read. */
  readonly busy: boolean;
  readonly progress: NotesProgress | null;
  readonly report: NotesImport | null;
  /** The call itself failed. */
  readonly error: AppError | null;
  /** Takes the import back; null where nothing was changed, or it is taken back already. */
  readonly undo: (() => Promise<AppError | null>) | null;
}

const nothing: ImportView = { busy: false, progress: null, report: null, error: null, undo: null };
export const notesImport = createStore<ImportView>(nothing);
/** The menu of exports is to open as soon as it is there. */
export const exportWanted = createStore(false);

export async function importNotes(): Promise<void> {
  const before = notesImport.get();
  if (before.busy) return;
  notesImport.set({ ...before, busy: true });
  const stop = listen('notes.progress', (progress) => {
    if (progress.what === 'importing') notesImport.update((now) => ({ ...now, progress }));
  });
  const reply = await ask('notes.import', {});
  stop();
  if (!reply.ok) notesImport.set({ ...nothing, error: reply.error });
  // They changed their mind: what was there before stays.
  else if (reply.value === null) notesImport.set({ ...before, busy: false });
  else {
    const { undo, added, updated, revived } = reply.value;
    const text = notesFilesText.imported(added + updated + revived);
    notesImport.set({ ...nothing, report: reply.value, undo: undo === null ? null : rememberStep({ tokens: [undo], text }) });
  }
}

export const closeImport = (): void => notesImport.set(nothing);

export async function undoImport(): Promise<void> {
  const { undo } = notesImport.get();
  if (!undo) return;
  const error = await undo();
  if (error) {
    tellFault(error);
    return;
  }
  closeImport();
  notify(notesFilesText.undone);
}

const namesOf = (choice: readonly NoteName[]) => choice.map(({ guide, id }) => ({ guide, id }));

export type ExportFormat = keyof typeof notesFilesText.formats;
export const exportFormats: readonly ExportFormat[] = ['markdown', 'html', 'json'];

// As in the contract: 32 million characters.
const mostCharacters = 32 * 1024 * 1024;

/** @param choice null: all */
export async function exportNotes(choice: readonly NoteName[] | null, format: ExportFormat): Promise<void> {
  const model = await modelOf(choice);
  if (!model) return;
  if (model.count === 0) {
    notify(notesFilesText.nothing);
    return;
  }
  const suggested = notesFilesText.fileName(today());
  if (format === 'json') {
    tellSaved(await ask('notes.export', { suggested, notes: choice && namesOf(choice) }));
    return;
  }
  const text = format === 'html' ? exportHtml(model) : exportMarkdown(model);
  if (text.length > mostCharacters) notify(notesFilesText.tooMany);
  else tellSaved(await ask('notes.write', { format, suggested, text }));
}

/** Everything that is the person's own, in a new folder. */
export async function exportData(): Promise<void> {
  const model = await modelOf(null);
  if (!model) return;
  const { version } = facts.get();
  const fitting = (text: string): string => (model.count === 0 || text.length > mostCharacters ? '' : text);
  const reply = await ask('data.export', {
    suggested: notesFilesText.dataFolder(today()),
    readme: dataReadme({ now: new Date().toISOString(), version }),
    markdown: fitting(exportMarkdown(model)),
    html: fitting(exportHtml(model)),
  });
  if (!reply.ok) tellUnfinished(reply.error);
  else if (reply.value) notify(notesFilesText.dataSaved(reply.value.name, reply.value.files));
}

async function modelOf(choice: readonly NoteName[] | null): Promise<ExportedNotes | null> {
  const reply = await ask('notes.all', {});
  if (!reply.ok) {
    tellFault(reply.error);
    return null;
  }
  const { guides, packs } = library.get();
  return exportModel(reply.value, choice, { now: new Date().toISOString(), guides, packs });
}

// A window may be open for weeks: the day is that of the export.
const today = (): string => localDay(new Date().toISOString());

function tellSaved(reply: Awaited<ReturnType<typeof ask<'notes.export' | 'notes.write'>>>): void {
  if (!reply.ok) tellFault(reply.error);
  else if (reply.value) notify(notesFilesText.saved(reply.value.name));
}

function tellUnfinished(error: AppError): void {
  const { written, folder } = error.data;
  if (typeof written !== 'string' || written === '') tellFault(error);
  else notify(notesFilesText.unfinished(faultSentence(error), String(folder), written));
}
