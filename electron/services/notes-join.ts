// Joins the notes process to the rest of the app: its folders, what it tells the window, and the calls that no part
// answers yet.
import path from 'node:path';
import { type BrowserWindow, utilityProcess } from 'electron';
import { AppFault } from '../../content/core/base/error.ts';
import { now } from '../../content/node/clock.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import { askForDataFolder, askForNotes, askWhereToSaveNotes, type PathToken, plainName, takePath } from '../windows/dialogs.ts';
import type { NotePush } from '../workers/notes-protocol.ts';
import type { Notes } from './log.ts';
import { notesHandlers } from './notes.ts';
import { notesFilesHandlers } from './notes-files.ts';
import { createNotesProcess, type NotesProcess, type NotesService } from './notes-process.ts';
import { createUndoMemory } from './notes-undo.ts';

export interface NotesJoin {
  readonly places: Places;
  readonly notes: Notes;
  readonly push: (push: NotePush) => void;
  /** Throws while there is no window. */
  readonly window: () => BrowserWindow;
  /** What is the person's own besides notes, by the name of its file. */
  readonly own: () => Readonly<Record<string, unknown>>;
  /** It must not write beside an open window. */
  readonly smokeTest: boolean;
}

type NoteCalls = Extract<keyof Handlers, `notes.${string}` | 'data.export'>;

export function joinNotes({ places, notes, push, window, own, smokeTest }: NotesJoin): {
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
  const files = notesFilesHandlers({
    call: service.call,
    chooseNotes: async () => chosen(await askForNotes(window())),
    chooseFile: async (format, suggested) => chosen(await askWhereToSaveNotes(window(), format, suggested)),
    chooseFolder: async () => chosen(await askForDataFolder(window())),
    folderName: (suggested) => plainName(suggested, '', 'National Guides data'),
    own,
  });
  return { service, handlers: { ...notesHandlers(service, undo), ...files, ...notYet() } };
}

const chosen = (token: PathToken | null): string | null => (token === null ? null : takePath(token));

/** The shared folder is joined by its own part. */
function notYet(): Pick<
  Handlers,
  Exclude<NoteCalls, keyof ReturnType<typeof notesHandlers> | keyof ReturnType<typeof notesFilesHandlers>>
> {
  const unavailable = (): never => {
    throw new AppFault('NOTES_UNAVAILABLE');
  };
  return {
    'notes.folder': unavailable,
    'notes.share-folder': unavailable,
    'notes.leave-folder': unavailable,
  };
}
