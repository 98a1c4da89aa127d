// Joins a person's suggestions to the rest of the app: the notes process keeps them, the settings say who they come from,
// and a process of its own leaves them in the inbox of a share.
import path from 'node:path';
import { type BrowserWindow, utilityProcess } from 'electron';
import type { Handlers } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import type { SettingsKeeper } from '../settings/keeper.ts';
import { type PathToken, takePath } from '../windows/dialogs.ts';
import { askForEvidence, askForSuggestionsFolder, askWhereToSaveSuggestion } from '../windows/dialogs-suggestions.ts';
import { createInboxSender, type InboxProcess } from './inbox-process.ts';
import type { Notes } from './log.ts';
import type { NotesService } from './notes-process.ts';
import { suggestionHandlers } from './suggestions.ts';
import { suggestionFileHandlers } from './suggestions-files.ts';

export interface SuggestionsJoin {
  readonly places: Places;
  readonly notes: Notes;
  readonly settings: SettingsKeeper;
  readonly service: Pick<NotesService, 'call'>;
  /** Throws while there is no window. */
  readonly window: () => BrowserWindow;
}

export function joinSuggestions({
  places,
  notes,
  settings,
  service,
  window,
}: SuggestionsJoin): Pick<Handlers, Extract<keyof Handlers, `suggestions.${string}`>> {
  const values = () => settings.view().values;
  return {
    ...suggestionHandlers({
      call: service.call,
      author: () => {
        const { authorName, authorForce, authorRole } = values();
        return { name: authorName === '' ? null : authorName, force: authorForce, role: authorRole };
      },
      hasShare: () => values().shares.length > 0,
    }),
    ...suggestionFileHandlers({
      call: service.call,
      chooseEvidence: async () => chosen(await askForEvidence(window())),
      chooseFile: async (format, suggested) => chosen(await askWhereToSaveSuggestion(window(), format, suggested)),
      chooseFolder: async () => chosen(await askForSuggestionsFolder(window())),
      sender: createInboxSender({
        fork: () =>
          utilityProcess.fork(path.join(places.workers, 'inbox.cjs'), [], { serviceName: 'inbox', stdio: 'ignore' }) as InboxProcess,
        forceKill,
        log: (code, data) => notes.note('suggestions', code, data),
      }),
      shares: () => values().shares,
    }),
  };
}

function forceKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

const chosen = (token: PathToken | null): string | null => (token === null ? null : takePath(token));
