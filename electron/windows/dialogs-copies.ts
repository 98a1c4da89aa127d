// The system's dialog for a copy of a guide. As in dialogs.ts a path stays in the main process; names are made plain here.
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { CopyFormat } from '../ipc/copy-schemas.ts';
import { keepPath, type PathToken, plainName } from './dialogs.ts';
import { dialogText } from './menu-text.ts';

/** Asks where to save a copy. Null: the person changed their mind. @param ending with its dot */
export async function askWhereToSaveCopy(
  window: BrowserWindow,
  format: CopyFormat,
  ending: string,
  suggested: string,
): Promise<PathToken | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: dialogText.copySaveTitle,
    defaultPath: plainName(suggested, ending, 'guide'),
    filters: [{ name: ending === '.zip' ? dialogText.copyWithPictures : dialogText.copyFormats[format], extensions: [ending.slice(1)] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || !filePath) return null;
  return keepPath(path.extname(filePath).toLowerCase() === ending ? filePath : `${filePath}${ending}`);
}
