// The system's dialogs for a person's suggestions: a file of evidence, and where a bundle or a document of it goes. As in
// dialogs.ts a path stays in the main process; names are made plain here.
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { keepPath, type PathToken, plainName } from './dialogs.ts';
import { dialogText } from './menu-text.ts';

const endings = { bundle: '.ngsuggest', word: '.docx', markdown: '.md', html: '.html', text: '.txt' } as const;
export type SuggestionFormat = keyof typeof endings;

/** Asks for a file to attach. Null: the person changed their mind. */
export async function askForEvidence(window: BrowserWindow): Promise<PathToken | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: dialogText.evidenceTitle,
    buttonLabel: dialogText.evidenceButton,
    properties: ['openFile'],
  });
  const [file] = filePaths;
  return canceled || !file ? null : keepPath(file);
}

/** Asks where to save one suggestion. Null: the person changed their mind. */
export async function askWhereToSaveSuggestion(
  window: BrowserWindow,
  format: SuggestionFormat,
  suggested: string,
): Promise<PathToken | null> {
  const ending = endings[format];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: dialogText.suggestionSaveTitle,
    defaultPath: plainName(suggested, ending, 'suggestion'),
    filters: [{ name: dialogText.suggestionFormats[format], extensions: [ending.slice(1)] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || !filePath) return null;
  return keepPath(path.extname(filePath).toLowerCase() === ending ? filePath : `${filePath}${ending}`);
}

/** Asks for the folder for several suggestions, a file each. Null: the person changed their mind. */
export async function askForSuggestionsFolder(window: BrowserWindow): Promise<PathToken | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: dialogText.suggestionsFolderTitle,
    buttonLabel: dialogText.suggestionsFolderButton,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  return canceled || !folder ? null : keepPath(folder);
}
