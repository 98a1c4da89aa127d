// One side of the talk with the main process: takes calls and answers them. Calls about one guide are answered in the
// order in which they came; others go on meanwhile. Placing happens in between, and never holds a call up for long.
import { setImmediate as turn } from 'node:timers/promises';
import type { Before } from '../../content/core/annotation/edits.ts';
import { AppFault, asAppError, type ErrorData } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { DraftEvidence } from '../../content/node/draft-evidence.ts';
import type { DraftStore } from '../../content/node/draft-store.ts';
import type { NoteStore } from '../../content/node/note-store.ts';
import type { NoteContext } from './notes-context.ts';
import { openCounts } from './notes-counts.ts';
import { noteJobs } from './notes-jobs.ts';
import { placeAll } from './notes-placing.ts';
import type { FromNotes, NoteCallName, NoteRequest, NotesStart, ToNotes } from './notes-protocol.ts';
import type { NoteTexts } from './notes-texts.ts';
import { type DraftIndex, openDraftIndex } from './suggestions-index.ts';
import { countSuggestions } from './suggestions-jobs-read.ts';
import { moveAll } from './suggestions-move.ts';

export interface NotesParts {
  readonly store: NoteStore;
  readonly drafts: DraftStore;
  readonly evidence: DraftEvidence;
  readonly texts: NoteTexts;
  readonly writer: string;
}

export interface NotesSessionPorts {
  readonly send: (message: FromNotes) => void;
  readonly open: (start: NotesStart, log: (code: string, data: ErrorData) => void) => NotesParts;
  /** For undo: unguessable is not needed, never twice is. */
  readonly token: () => string;
}

export interface NotesSession {
  receive(message: ToNotes): void;
  /** Resolves when editions are read and notes are placed. */
  quiet(): Promise<void>;
}

/** A slice of work without giving way: half of what a person could feel. */
const sliceMs = 8;
/** Well below the silence that the main process takes for a hang. */
const beatMs = 1_000;
/** At most five times a second. */
const progressMs = 200;
/** A person who has not typed for so long is not in the middle of a word: a newer edition may come under it. */
const restMs = 5_000;

type Call = Extract<ToNotes, { kind: 'call' }>;

export function createNotesSession({ send, open, token }: NotesSessionPorts): NotesSession {
  let parts: (NotesParts & { readonly counts: ReturnType<typeof openCounts>; readonly index: DraftIndex }) | null = null;
  let read: Promise<void> = Promise.resolve();
  let placing: Promise<void> | null = null;
  let isStale = false;
  let working = 0;
  let beat: NodeJS.Timeout | null = null;
  let last = performance.now();
  /** When a suggestion was written in last, in milliseconds of this process. */
  const writtenIn = new Map<string, number>();
  const queues = new Map<string, Promise<void>>();
  const log = (code: string, data: ErrorData = {}): void => send({ kind: 'note', code, data });

  const breathe = async (): Promise<void> => {
    if (performance.now() - last < sliceMs) return;
    await turn();
    last = performance.now();
  };
  /** Says that it is alive, for as long as there is work. */
  const busy = async (work: Promise<unknown>): Promise<void> => {
    working += 1;
    beat ??= setInterval(() => send({ kind: 'alive' }), beatMs);
    await work.catch(() => undefined);
    working -= 1;
    if (working > 0 || !beat) return;
    clearInterval(beat);
    beat = null;
  };
  const opened = () => {
    if (!parts) throw new AppFault('NOTES_UNAVAILABLE', { reason: 'not started' });
    return parts;
  };
  let told = '';
  const changed = async (guides: readonly GuideId[], by?: 'window'): Promise<void> => {
    const { counts: keeper } = opened();
    keeper.forget(guides);
    const counts = await keeper.all(breathe);
    // Its lists are read anew at every such word.
    if (by === 'window' && told === JSON.stringify(counts)) return;
    told = JSON.stringify(counts);
    send({ kind: 'push', push: { name: 'notes.changed', value: { guides: by === 'window' ? [] : guides, counts } } });
  };
  let toldSuggestions = '';
  const changedSuggestions = async (by?: 'window'): Promise<void> => {
    const counts = await countSuggestions({ ...opened(), breathe });
    if (by === 'window' && toldSuggestions === JSON.stringify(counts)) return;
    toldSuggestions = JSON.stringify(counts);
    send({ kind: 'push', push: { name: 'suggestions.changed', value: counts } });
  };
  const contextFor = ({ seq, now }: Pick<Call, 'seq' | 'now'>): NoteContext => {
    const own = token();
    return {
      ...opened(),
      now,
      remember(before: readonly Before[]) {
        send({ kind: 'before', seq, token: own, before });
        return own;
      },
      push: (push) => send({ kind: 'push', push }),
      changed,
      changedSuggestions,
      breathe,
    };
  };
  const answer = async ({ seq, name, request, now }: Call): Promise<void> => {
    try {
      // Until the editions are known, nothing can be said about places.
      await read;
      if (name === 'suggestions.save') writtenIn.set((request as NoteRequest<'suggestions.save'>).id, performance.now());
      const value = name === 'counts' ? await opened().counts.all(breathe) : await jobOf(name)(request, contextFor({ seq, now }));
      send({ kind: 'reply', seq, value });
    } catch (thrown) {
      const error = asAppError(thrown);
      if (error.code === 'UNEXPECTED') log('notes-job', { name, ...error.data });
      send({ kind: 'failed', seq, error });
    }
  };
  const readEditions = (): void => {
    const { texts } = opened();
    read = read.then(() => texts.reload()).catch((thrown: unknown) => log('notes-editions', { error: asAppError(thrown).code }));
    isStale = true;
    placing ??= placeAgain().finally(() => {
      placing = null;
    });
    void busy(placing);
  };
  const placeAgain = async (): Promise<void> => {
    while (isStale) {
      isStale = false;
      await read;
      await place();
    }
  };
  const place = async (): Promise<void> => {
    const { store, texts } = opened();
    let told = performance.now();
    const progress = (done: number, of: number): void => {
      if (performance.now() - told < progressMs) return;
      told = performance.now();
      send({ kind: 'push', push: { name: 'notes.progress', value: { what: 'placing', done, of } } });
    };
    const placed = await placeAll({ store, texts, breathe, progress, log });
    if (placed.changed.length > 0) await changed(placed.changed);
    if (placed.guides.length > 0)
      send({ kind: 'push', push: { name: 'notes.placed', value: { guides: placed.guides, counts: placed.counts } } });
    await moveSuggestions();
  };
  let later: NodeJS.Timeout | null = null;
  let isFirstMove = true;
  const moveSuggestions = async (): Promise<void> => {
    const isBusy = (id: string): boolean => performance.now() - (writtenIn.get(id) ?? -restMs) < restMs;
    const { waiting, isOther, ...moved } = await moveAll({ ...opened(), breathe, isBusy, log });
    const { carried, taken, conflicts, answered } = moved;
    const isNews = carried + taken + conflicts + answered.length > 0;
    // At the start the window asks by itself.
    if (isNews || (isOther && !isFirstMove)) await changedSuggestions();
    isFirstMove = false;
    if (isNews) {
      send({ kind: 'push', push: { name: 'suggestions.moved', value: moved } });
    }
    if (waiting === 0 || later) return;
    later = setTimeout(() => {
      later = null;
      void busy(moveSuggestions());
    }, restMs);
    later.unref();
  };

  return {
    async quiet() {
      await placing;
    },
    receive(message) {
      switch (message.kind) {
        case 'start': {
          send({ kind: 'alive' });
          const made = open(message, log);
          const index = openDraftIndex(made.drafts);
          parts = { ...made, drafts: index.drafts, index, counts: openCounts(made.store) };
          readEditions();
          return;
        }
        case 'reload':
          readEditions();
          return;
        case 'call': {
          const guide = guideOf(message.request);
          const before = guide === null ? Promise.resolve() : (queues.get(guide) ?? Promise.resolve());
          const work = before.then(() => answer(message));
          if (guide !== null) {
            queues.set(guide, work);
            void work.then(() => queues.get(guide) === work && queues.delete(guide));
          }
          void busy(work);
          return;
        }
      }
    },
  };
}

/** The request is of that name: the main process took both from one row of the table. */
function jobOf(name: NoteCallName): (request: unknown, context: NoteContext) => unknown {
  if (name === 'counts') throw new AppFault('BAD_REQUEST', { what: name });
  return noteJobs[name] as (request: unknown, context: NoteContext) => unknown;
}

function guideOf(request: unknown): string | null {
  const guide = typeof request === 'object' && request !== null && 'guide' in request ? request.guide : null;
  return typeof guide === 'string' ? guide : null;
}
