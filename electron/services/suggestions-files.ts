// Calls of the group `suggestions` with a file, a folder or the inbox of the share. The window learns a name, never a path.
import { AppFault } from '../../content/core/base/error.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { NotesService } from './notes-process.ts';

export interface SuggestionFilesPorts {
  readonly call: NotesService['call'];
}

type FileCalls =
  | 'suggestions.attach'
  | 'suggestions.preview'
  | 'suggestions.send'
  | 'suggestions.export'
  | 'suggestions.word'
  | 'suggestions.write';

export function suggestionFileHandlers(_: SuggestionFilesPorts): Pick<Handlers, FileCalls> {
  const notYet = () => {
    throw new AppFault('UNEXPECTED', { what: 'suggestions' });
  };
  return {
    'suggestions.attach': notYet,
    'suggestions.preview': notYet,
    'suggestions.send': notYet,
    'suggestions.export': notYet,
    'suggestions.word': notYet,
    'suggestions.write': notYet,
  };
}
