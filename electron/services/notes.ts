// Calls of the group `notes` that the notes process answers by itself. What asks for a file or a folder is beside.
import { AppFault } from '../../content/core/base/error.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { NotePush } from '../workers/notes-protocol.ts';
import type { NotesService } from './notes-process.ts';
import type { UndoMemory } from './notes-undo.ts';

type NoteCalls = 'notes.guide' | 'notes.edit' | 'notes.undo' | 'notes.all' | 'notes.counts' | 'notes.likely';

/**
 * The window's end of what is pushed. What became of notes in a new edition is told once: it waits until the window has
 * asked for the counts, which it does when it listens.
 */
export function pushesToWindow(push: (told: NotePush) => void): { readonly push: (told: NotePush) => void; readonly listens: () => void } {
  let waiting: NotePush[] | null = [];
  return {
    push(told) {
      if (waiting && (told.name === 'notes.placed' || told.name === 'suggestions.moved')) waiting.push(told);
      else push(told);
    },
    listens() {
      const held = waiting ?? [];
      waiting = null;
      for (const told of held) push(told);
    },
  };
}

export function notesHandlers(
  service: Pick<NotesService, 'call'>,
  undo: Pick<UndoMemory, 'find' | 'forget'>,
  listens: () => void,
): Pick<Handlers, NoteCalls> {
  return {
    'notes.guide': (request) => service.call('guide', request),
    'notes.edit': (request) => service.call('edit', request),
    'notes.undo': async ({ token }) => {
      const before = undo.find(token);
      if (!before) throw new AppFault('CANCELLED');
      await service.call('restore', { before });
      undo.forget(token);
      return null;
    },
    'notes.all': () => service.call('all', {}),
    'notes.counts': () => {
      listens();
      return service.call('counts', {});
    },
    'notes.likely': (request) => service.call('likely', request),
  };
}
