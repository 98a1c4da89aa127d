// Calls of the group `suggestions` that the notes process answers by itself. What asks for a file or a folder is beside.
import type { Author } from '../../content/core/suggestion/model.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { NotesService } from './notes-process.ts';

export interface SuggestionPorts {
  readonly call: NotesService['call'];
  /** As the settings have it. */
  readonly author: () => Author;
  /** A shared folder is known. */
  readonly hasShare: () => boolean;
}

type Calls =
  | 'suggestions.all'
  | 'suggestions.counts'
  | 'suggestions.guide'
  | 'suggestions.begin'
  | 'suggestions.open'
  | 'suggestions.save'
  | 'suggestions.settle'
  | 'suggestions.delete'
  | 'suggestions.restore';

export function suggestionHandlers({ call, author, hasShare }: SuggestionPorts): Pick<Handlers, Calls> {
  return {
    'suggestions.all': () => call('suggestions.all', { hasShare: hasShare() }),
    'suggestions.counts': () => call('suggestions.counts', {}),
    'suggestions.guide': (request) => call('suggestions.guide', request),
    'suggestions.begin': (request) => call('suggestions.begin', { ...request, author: author() }),
    'suggestions.open': (request) => call('suggestions.open', request),
    'suggestions.save': (request) => call('suggestions.save', request),
    'suggestions.settle': (request) => call('suggestions.settle', request),
    'suggestions.delete': (request) => call('suggestions.delete', request),
    'suggestions.restore': (request) => call('suggestions.restore', request),
  };
}
