// Joins the notes process to the rest of the app: its folders, what it tells the window, and the calls that no part
// answers yet.
import path from 'node:path';
import { utilityProcess } from 'electron';
import { AppFault } from '../../content/core/base/error.ts';
import { now } from '../../content/node/clock.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import type { NotePush } from '../workers/notes-protocol.ts';
import type { Notes } from './log.ts';
import { notesHandlers } from './notes.ts';
import { createNotesProcess, type NotesProcess, type NotesService } from './notes-process.ts';
import { createUndoMemory } from './notes-undo.ts';

export interface NotesJoin {
  readonly places: Places;
  readonly notes: Notes;
  readonly push: (push: NotePush) => void;
  /** It must not write beside an open window. */
  readonly smokeTest: boolean;
}

type NoteCalls = Extract<keyof Handlers, `notes.${string}` | 'data.export'>;

export function joinNotes({ places, notes, push, smokeTest }: NotesJoin): {
  readonly service: NotesService;
  readonly handlers: Pick<Handlers, NoteCalls>;
} {
  const undo = createUndoMemory();
  const service = createNotesProcess({
    fork: () =>
      utilityProcess.fork(path.join(places.workers, 'notes.cjs'), [], {
        serviceName: 'notes',
        stdio: 'ignore',
      }) as unknown as NotesProcess,
    forceKill: (pid) => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended meanwhile.
      }
    },
    start: {
      notesDir: path.join(places.userData, 'notes'),
      storeDirs: [places.store, places.machineStore],
      dataDir: places.userData,
    },
    now,
    log: (code, data) => notes.note('notes', code, data),
    push,
    before: undo.remember,
  });
  if (smokeTest) void service.stop();
  return { service, handlers: { ...notesHandlers(service, undo), ...notYet() } };
}

/** Files and the shared folder are joined by their own parts. */
function notYet(): Pick<Handlers, Exclude<NoteCalls, keyof ReturnType<typeof notesHandlers>>> {
  const unavailable = (): never => {
    throw new AppFault('NOTES_UNAVAILABLE');
  };
  return {
    'notes.import': unavailable,
    'notes.export': unavailable,
    'notes.write': unavailable,
    'data.export': unavailable,
    'notes.folder': unavailable,
    'notes.share-folder': unavailable,
    'notes.leave-folder': unavailable,
  };
}
