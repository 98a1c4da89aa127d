// Joins the notes process to the rest of the app: its folders, what it tells the window, and the process of the folder
// that a person's PCs share.
import path from 'node:path';
import { type BrowserWindow, utilityProcess } from 'electron';
import { now } from '../../content/node/clock.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import type { SettingsKeeper, SettingsView } from '../settings/keeper.ts';
import {
  askForDataFolder,
  askForNotes,
  askForNotesFolder,
  askWhereToSaveNotes,
  type PathToken,
  plainName,
  takePath,
} from '../windows/dialogs.ts';
import type { NotePush, NoteRequest } from '../workers/notes-protocol.ts';
import type { Notes } from './log.ts';
import { notesHandlers, pushesToWindow } from './notes.ts';
import { createExchangeRunner, type ExchangeProcess } from './notes-exchange-process.ts';
import { notesFilesHandlers } from './notes-files.ts';
import { createNotesFolder } from './notes-folder.ts';
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
  readonly settings: SettingsKeeper;
  readonly settingsChanged: (view: SettingsView) => void;
  /** To be told whenever the window comes to the front. */
  readonly onFocus: (told: () => void) => void;
}

type NoteCalls = Extract<keyof Handlers, `notes.${string}` | 'data.export'>;

export function joinNotes({ places, notes, push, window, own, smokeTest, settings, settingsChanged, onFocus }: NotesJoin): {
  readonly service: NotesService;
  readonly handlers: Pick<Handlers, NoteCalls>;
} {
  const undo = createUndoMemory();
  const toWindow = pushesToWindow(push);
  const forkWorker = (name: string): unknown =>
    utilityProcess.fork(path.join(places.workers, `${name}.cjs`), [], { serviceName: name, stdio: 'ignore' });
  const worker = createNotesProcess({
    fork: () => forkWorker('notes') as NotesProcess,
    forceKill,
    start: {
      notesDir: path.join(places.userData, 'notes'),
      storeDirs: [places.store, places.machineStore],
      dataDir: places.userData,
    },
    now,
    log: (code, data) => notes.note('notes', code, data),
    push: (told) => {
      // Empty: the window's own edit, of which the call below tells.
      if (told.name === 'notes.changed' && told.value.guides?.length !== 0) folder.noted(told.value.guides);
      toWindow.push(told);
    },
    before: undo.remember,
  });
  const folder = createNotesFolder({
    runner: createExchangeRunner({ fork: () => forkWorker('notes-exchange') as ExchangeProcess, forceKill }),
    call: worker.call,
    folder: () => ({ path: settings.view().values.notesFolder, managed: settings.view().managed.includes('notesFolder') }),
    setFolder: async (notesFolder) => settingsChanged(await settings.change({ notesFolder })),
    askForFolder: async () => chosen(await askForNotesFolder(window())),
    changed: (value) => push({ name: 'notes.folder-changed', value }),
    now,
    log: (code, data) => notes.note('notes', code, data),
  });
  onFocus(folder.focused);
  const service: NotesService = {
    ...worker,
    async call(name, request) {
      const reply = await worker.call(name, request);
      if (name === 'edit') folder.noted([(request as NoteRequest<'edit'>).guide]);
      return reply;
    },
    async start() {
      if (smokeTest) return;
      await worker.start();
      folder.start();
    },
    async stop() {
      await folder.stop();
      await worker.stop();
    },
  };
  if (smokeTest) void worker.stop();
  const files = notesFilesHandlers({
    call: service.call,
    chooseNotes: async () => chosen(await askForNotes(window())),
    chooseFile: async (format, suggested) => chosen(await askWhereToSaveNotes(window(), format, suggested)),
    chooseFolder: async () => chosen(await askForDataFolder(window())),
    folderName: (suggested) => plainName(suggested, '', 'National Guides data'),
    own,
  });
  return { service, handlers: { ...notesHandlers(service, undo, toWindow.listens), ...files, ...folder.handlers } };
}

function forceKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

const chosen = (token: PathToken | null): string | null => (token === null ? null : takePath(token));
