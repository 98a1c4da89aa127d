// Calls of the group `notes`. The process that keeps them is not joined yet.
import { AppFault } from '../../content/core/base/error.ts';
import type { Handlers } from '../ipc/serve.ts';

type NoteCalls = Extract<keyof Handlers, `notes.${string}` | 'data.export'>;

export function notesHandlers(): Pick<Handlers, NoteCalls> {
  const unavailable = (): never => {
    throw new AppFault('NOTES_UNAVAILABLE');
  };
  return {
    'notes.guide': unavailable,
    'notes.edit': unavailable,
    'notes.undo': unavailable,
    'notes.all': unavailable,
    'notes.counts': unavailable,
    'notes.likely': unavailable,
    'notes.import': unavailable,
    'notes.export': unavailable,
    'notes.write': unavailable,
    'data.export': unavailable,
    'notes.folder': unavailable,
    'notes.share-folder': unavailable,
    'notes.leave-folder': unavailable,
  };
}
