// When the folder that a person's PCs share is looked at, and how that stands: at the start, soon after a change, when the
// window comes to the front, and now and then. A folder that hangs is left alone for longer each time. Reading and
// writing notes here never waits for it.
import { type AppError, AppFault, asAppError, type ErrorData } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { NotesFolderState } from '../ipc/note-replies.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { ExchangeEnd, ExchangeRunner } from './notes-exchange-process.ts';
import type { NotesService } from './notes-process.ts';

export interface NotesFolderPorts {
  readonly runner: ExchangeRunner;
  readonly call: NotesService['call'];
  /** In force now; an empty path: no folder. */
  readonly folder: () => Pick<NotesFolderState, 'path' | 'managed'>;
  /** Keeps the person's choice. Throws SETTING_MANAGED or SAVE_FAILED. */
  readonly setFolder: (folder: string) => Promise<void>;
  /** Null: the person changed their mind. */
  readonly askForFolder: () => Promise<string | null>;
  readonly changed: (state: NotesFolderState) => void;
  readonly now: () => Date;
  /** Codes, counts and names of guides only. */
  readonly log: (code: string, data: ErrorData) => void;
}

export interface NotesFolder {
  /** The page is painted: the first look. */
  start(): void;
  /** Notes of these guides are not as they were; null: of any. */
  noted(guides: readonly GuideId[] | null): void;
  focused(): void;
  /** Leaves what was changed last, if the folder answers soon. */
  stop(): Promise<void>;
  readonly handlers: Pick<Handlers, 'notes.folder' | 'notes.share-folder' | 'notes.leave-folder'>;
}

/** The rhythm of a person who goes from one PC to the other. */
const soonMs = 2_000;
const everyMs = 60_000;
/** Another window to the front and back again is no reason to look twice. */
const focusMs = 5_000;
/** Files are told apart by length and time, which may deceive: every so many rounds all are read. */
const wholeEvery = 10;
const longestBackOffMs = 15 * 60_000;
/** A person waits for the app to close. */
const lastMs = 3_000;

export function createNotesFolder(ports: NotesFolderPorts): NotesFolder {
  const { runner, call } = ports;
  /** Changed here since the folder last had them; null: it may be any. */
  let changed: Set<GuideId> | null = null;
  let seen = new Map<string, string>();
  let rounds = 0;
  let failures = 0;
  let wasHung = false;
  let exchanged: string | null = null;
  let error: AppError | null = null;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let dueAt = Number.POSITIVE_INFINITY;
  let endedAt = Number.NEGATIVE_INFINITY;
  let isStarted = false;
  /** Something changed since the last look began. */
  let isFresh = true;
  let generation = 0;

  const state = (): NotesFolderState => ({ ...ports.folder(), exchanged, error });
  const schedule = (ms: number): void => {
    if (!isStarted || ports.folder().path === '') return;
    const at = performance.now() + ms;
    if (timer && dueAt <= at) return;
    if (timer) clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(look, ms);
    // It must not keep the app from closing.
    timer.unref();
  };
  const look = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    running ??= exchange()
      .catch((thrown: unknown) => {
        // The notes here do not answer: no reason to ask them every two seconds.
        failures += 1;
        ports.log('notes-exchange', { error: asAppError(thrown).code });
      })
      .then(() => {
        running = null;
        endedAt = performance.now();
        schedule(pause());
      });
  };
  /** After failures in a row longer each time. */
  const pause = (): number => {
    if (failures > 0) return Math.min(longestBackOffMs, everyMs * 2 ** (failures - 1));
    return isFresh ? soonMs : everyMs;
  };
  const exchange = async (): Promise<void> => {
    const { path: folder } = ports.folder();
    if (folder === '') return;
    const own = generation;
    const guides = await call('guides', {});
    const isWhole = rounds % wholeEvery === 0;
    const sent = changed === null || isWhole ? guides : [...changed];
    changed = new Set();
    const again = new Set<GuideId>(sent);
    let first: AppError | null = null;
    let [told, written] = [0, 0];
    const round = { folder, guides, changed: sent, seen: isWhole ? {} : Object.fromEntries(seen) };
    isFresh = false;
    const end = await runner.run(round, {
      records: (guide) => call('records', { guide }),
      merge: (guide, records) => call('merge', { guide, records }),
      guide: (one) => {
        told += 1;
        written += Number(one.written);
        for (const name of Object.keys(one.seen)) seen.set(name, one.seen[name] ?? '');
        if (one.error) first ??= one.error;
        else again.delete(one.guide);
      },
    });
    // Another folder was chosen meanwhile: nothing of this one counts.
    if (own !== generation) return;
    rounds += 1;
    // What the folder does not have yet is offered again; null stays any.
    const owed = changed as Set<GuideId> | null;
    for (const guide of again) owed?.add(guide);
    settle(end, first);
    if (told > 0 || error) ports.log('notes-exchange', { end: end.kind, guides: told, written, error: error?.code ?? '' });
  };
  const settle = (end: ExchangeEnd, first: AppError | null): void => {
    if (end.kind === 'stopped') return;
    const before = JSON.stringify(state());
    error = end.error ?? first;
    wasHung = end.kind === 'hung';
    failures = end.error ? failures + 1 : 0;
    if (!error) exchanged = ports.now().toISOString();
    if (JSON.stringify(state()) !== before) ports.changed(state());
  };
  /** Another folder or none: begins anew. */
  const chosen = async (folder: string): Promise<NotesFolderState> => {
    await ports.setFolder(folder);
    generation += 1;
    runner.stop();
    [changed, seen, rounds, failures, wasHung, exchanged, error] = [null, new Map(), 0, 0, false, null, null];
    schedule(0);
    ports.changed(state());
    return state();
  };

  return {
    start() {
      isStarted = true;
      schedule(0);
    },
    noted(guides) {
      if (guides === null) changed = null;
      else for (const guide of guides) changed?.add(guide);
      isFresh = true;
      if (failures === 0 && !running) schedule(soonMs);
    },
    focused() {
      if (!running && !wasHung && performance.now() - endedAt > focusMs) schedule(0);
    },
    async stop() {
      const isOwed = isStarted && failures === 0 && isFresh && ports.folder().path !== '';
      const last = running ?? (isOwed ? exchange().catch(() => undefined) : null);
      isStarted = false;
      if (timer) clearTimeout(timer);
      if (last) await Promise.race([last, new Promise((resolve) => setTimeout(resolve, lastMs).unref())]);
      runner.stop();
    },
    handlers: {
      'notes.folder': state,
      'notes.share-folder': async () => {
        refuseIfManaged(ports);
        const folder = await ports.askForFolder();
        if (folder === null) return null;
        // Asked again: the dialog may have been open for long.
        refuseIfManaged(ports);
        return folder === ports.folder().path ? state() : chosen(folder);
      },
      'notes.leave-folder': async () => {
        refuseIfManaged(ports);
        return chosen('');
      },
    },
  };
}

function refuseIfManaged({ folder }: NotesFolderPorts): void {
  if (folder().managed) throw new AppFault('SETTING_MANAGED', { setting: 'notesFolder' });
}
