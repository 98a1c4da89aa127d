// The system's dialogs. A path chosen there stays in the main process: whoever asked gets a token for it, which
// can be used once. The window only ever learns a file's name.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { isPlainName } from '../../content/node/safe-path.ts';
import type { LinkVerdict } from './link-policy.ts';
import { dialogText } from './menu-text.ts';

export type PathToken = string & { readonly pathToken: true };

const paths = new Map<PathToken, string>();
// One dialog is open at a time; what is left over comes from failed saves.
const maxTokens = 20;

export function keepPath(file: string): PathToken {
  if (paths.size >= maxTokens) paths.delete(paths.keys().next().value as PathToken);
  const token = randomUUID() as PathToken;
  paths.set(token, file);
  return token;
}

/** The path behind a token, once; null when it was used or never given. */
export function takePath(token: PathToken): string | null {
  const file = paths.get(token) ?? null;
  paths.delete(token);
  return file;
}

/** Asks where to save a PDF. Null: the person changed their mind. */
export async function askWhereToSavePdf(window: BrowserWindow, suggested: string): Promise<PathToken | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: dialogText.pdfTitle,
    defaultPath: pdfName(suggested),
    filters: [{ name: dialogText.pdfFilter, extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || !filePath) return null;
  return keepPath(path.extname(filePath).toLowerCase() === '.pdf' ? filePath : `${filePath}.pdf`);
}

/** Asks for a folder with guides. Null: the person changed their mind. */
export async function askForFolder(window: BrowserWindow, why: 'import' | 'add'): Promise<PathToken | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: why === 'import' ? dialogText.importTitle : dialogText.addShareTitle,
    buttonLabel: why === 'import' ? dialogText.importButton : dialogText.addShareButton,
    properties: ['openDirectory'],
  });
  const [folder] = filePaths;
  return canceled || !folder ? null : keepPath(folder);
}

/** Asks for the folder that a person's PCs share. Null: the person changed their mind. */
export async function askForNotesFolder(window: BrowserWindow): Promise<PathToken | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: dialogText.notesFolderTitle,
    buttonLabel: dialogText.notesFolderButton,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  return canceled || !folder ? null : keepPath(folder);
}

/** Asks for a file of notes. Null: the person changed their mind. */
export async function askForNotes(window: BrowserWindow): Promise<PathToken | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: dialogText.notesImportTitle,
    buttonLabel: dialogText.notesImportButton,
    filters: [{ name: dialogText.notesFilter, extensions: ['json', 'jsonld'] }],
    properties: ['openFile'],
  });
  const [file] = filePaths;
  return canceled || !file ? null : keepPath(file);
}

const notesEndings = { json: '.json', markdown: '.md', html: '.html' } as const;
export type NotesFormat = keyof typeof notesEndings;

/** Asks where to save notes. Null: the person changed their mind. */
export async function askWhereToSaveNotes(window: BrowserWindow, format: NotesFormat, suggested: string): Promise<PathToken | null> {
  const ending = notesEndings[format];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: dialogText.notesSaveTitle,
    defaultPath: plainName(suggested, ending, 'notes'),
    filters: [{ name: dialogText.notesFormats[format], extensions: [ending.slice(1)] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || !filePath) return null;
  return keepPath(path.extname(filePath).toLowerCase() === ending ? filePath : `${filePath}${ending}`);
}

/** Asks for the folder in which a person's own data gets a folder of its own. Null: they changed their mind. */
export async function askForDataFolder(window: BrowserWindow): Promise<PathToken | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: dialogText.dataTitle,
    buttonLabel: dialogText.dataButton,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  return canceled || !folder ? null : keepPath(folder);
}

export const pdfName = (suggested: string): string => plainName(suggested, '.pdf', 'guide');

/** A plain file name out of what the window suggests. @param ending with its dot; "" for a folder */
export function plainName(suggested: string, ending: string, otherwise: string): string {
  const bare = ending !== '' && suggested.toLowerCase().endsWith(ending) ? suggested.slice(0, -ending.length) : suggested;
  const plain = bare
    .replace(/[^\p{L}\p{N} _.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  return `${isPlainName(plain) ? plain : otherwise}${ending}`;
}

export type LinkChoice = 'copy' | 'open' | 'nothing';

/** Shows where a link leads and asks what to do. `mayOpen` is policy's and the person's setting. */
export async function askAboutLink(window: BrowserWindow, verdict: LinkVerdict, mayOpen: boolean): Promise<LinkChoice> {
  if (verdict.kind === 'refused') {
    await dialog.showMessageBox(window, {
      type: 'warning',
      title: dialogText.linkTitle,
      message: dialogText.linkRefused,
      detail: dialogText.linkRefusedDetail,
      buttons: [dialogText.close],
    });
    return 'nothing';
  }
  const choices: readonly LinkChoice[] = mayOpen ? ['copy', 'open', 'nothing'] : ['copy', 'nothing'];
  const labels = { copy: dialogText.copyAddress, open: dialogText.open, nothing: dialogText.cancel } as const;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: dialogText.linkTitle,
    message: verdict.kind === 'web' ? dialogText.linkWeb(verdict.host) : dialogText.linkMail(verdict.address),
    detail: `${verdict.href}\n\n${mayOpen ? dialogText.linkOpenDetail : dialogText.linkCopyDetail}`,
    buttons: choices.map((choice) => labels[choice]),
    defaultId: 0,
    cancelId: choices.indexOf('nothing'),
    noLink: true,
  });
  return choices[response] ?? 'nothing';
}
