// Joins a person's suggestions to the rest of the app: the notes process keeps them, the settings say who they come from.
import type { BrowserWindow } from 'electron';
import type { Handlers } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import type { SettingsKeeper } from '../settings/keeper.ts';
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

export function joinSuggestions({ settings, service }: SuggestionsJoin): Pick<Handlers, Extract<keyof Handlers, `suggestions.${string}`>> {
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
    ...suggestionFileHandlers({ call: service.call }),
  };
}
