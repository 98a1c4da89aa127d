// The page of all notes as it stands: what was fetched, how it is narrowed, what is ticked. Outlives the page, so that
// coming back from a guide finds it as it was left.
import type { AllNotes } from '../../electron/ipc/note-replies.ts';
import { type AppError, ask } from '../api.ts';
import { createStore } from '../state/store.ts';
import {
  everyNote,
  itemsOf,
  listNotes,
  type NoteFilter,
  type NoteItem,
  type NoteOrder,
  nearestRow,
  stepRow,
  tickAll,
  tickRange,
  toggleTick,
} from './notes-page-model.ts';

/** Drawn at once; ten times as many make a page that takes a second to come. */
export const rowsAtOnce = 200;

export interface NotesList {
  /** Null until the first answer is here. */
  readonly all: AllNotes | null;
  readonly failure: AppError | null;
  readonly items: readonly NoteItem[];
  readonly filter: NoteFilter;
  readonly order: NoteOrder;
  /** What matches, in order. */
  readonly listed: readonly NoteItem[];
  readonly ticked: ReadonlySet<string>;
  /** How many rows are drawn. */
  readonly limit: number;
  /** The row that the keys stand on. */
  readonly current: string | null;
  /** The row ticked last: a range begins there. */
  readonly from: string | null;
  /** The row whose words are being written. */
  readonly editing: string | null;
  /** Many notes are being changed. */
  readonly isBusy: boolean;
  /** ISO time of the last answer: "last 7 days" end there. */
  readonly at: string;
}

const atFirst: NotesList = {
  all: null,
  failure: null,
  items: [],
  filter: everyNote,
  order: 'guide',
  listed: [],
  ticked: new Set(),
  limit: rowsAtOnce,
  current: null,
  from: null,
  editing: null,
  isBusy: false,
  at: '',
};
export const notesList = createStore<NotesList>(atFirst);

let loading: Promise<void> | null = null;
let again = false;
let held = 0;

/** Asks anew; what was ticked stays so as long as it is there. One question at a time: each is about all notes there are. */
export function loadNotes(): Promise<void> {
  if (loading || held > 0) {
    again = true;
    return loading ?? Promise.resolve();
  }
  loading = askAll().finally(() => {
    loading = null;
    if (again && held === 0) return loadNotes();
  });
  return loading;
}

/** Many notes are changed guide by guide: the list comes anew once, when all is done. */
export async function holdLoading<T>(work: () => Promise<T>): Promise<T> {
  held += 1;
  notesList.update((now) => ({ ...now, isBusy: true }));
  try {
    return await work();
  } finally {
    held -= 1;
    notesList.update((now) => ({ ...now, isBusy: held > 0 }));
    if (again && held === 0) void loadNotes();
  }
}

async function askAll(): Promise<void> {
  again = false;
  const reply = await ask('notes.all', {});
  if (!reply.ok) return notesList.update((now) => ({ ...now, failure: reply.error }));
  const items = itemsOf(reply.value);
  const here = new Set(items.map(({ key }) => key));
  notesList.update((now) =>
    relisted({
      ...now,
      ...{ all: reply.value, failure: null, items, at: new Date().toISOString() },
      ticked: new Set([...now.ticked].filter((key) => here.has(key))),
    }),
  );
}

function relisted(now: NotesList): NotesList {
  const listed = listNotes(now.items, now.filter, now.order, now.at);
  return { ...now, listed, current: now.current === null ? null : nearestRow(now.listed, listed, now.current) };
}

export const narrow = (change: Partial<NoteFilter>): void =>
  notesList.update((now) => relisted({ ...now, limit: rowsAtOnce, filter: { ...now.filter, ...change } }));
export const clearFilters = (): void => narrow(everyNote);
export const reorder = (order: NoteOrder): void => notesList.update((now) => relisted({ ...now, limit: rowsAtOnce, order }));
export const showMore = (): void => notesList.update((now) => ({ ...now, limit: now.limit + rowsAtOnce }));

/** Only the notes of one guide, from its own page. */
export const showOnly = (guide: NoteFilter['guide']): void => narrow({ ...everyNote, guide });

export const edit = (key: string): void => notesList.update((now) => ({ ...now, editing: key, current: key }));
export const stopEditing = (key: string): void => notesList.update((now) => (now.editing === key ? { ...now, editing: null } : now));
export const standOn = (key: string): void => notesList.update((now) => (now.current === key ? now : { ...now, current: key }));

/** @returns the row that the keys stand on now */
export function stepBy(by: number): string | null {
  notesList.update((now) => {
    // The last row is the last that is drawn: thousands more are asked for by a button.
    const current = stepRow(Math.abs(by) === Number.POSITIVE_INFINITY ? now.listed.slice(0, now.limit) : now.listed, now.current, by);
    const at = now.listed.findIndex(({ key }) => key === current);
    // The keys go on where the drawn rows end.
    return { ...now, current, limit: Math.max(now.limit, Math.ceil((at + 1) / rowsAtOnce) * rowsAtOnce) };
  });
  return notesList.get().current;
}

export const tick = (key: string, isRange: boolean): void =>
  notesList.update((now) => ({
    ...now,
    ticked: isRange && now.from !== null ? tickRange(now.ticked, now.listed, now.from, key) : toggleTick(now.ticked, key),
    from: isRange && now.from !== null ? now.from : key,
    current: key,
  }));
export const tickListed = (): void => notesList.update((now) => ({ ...now, ticked: tickAll(now.ticked, now.listed) }));
export const untick = (): void => notesList.update((now) => ({ ...now, ticked: new Set(), from: null }));

/** What an action on the ticked ones touches: never what is not shown. */
export const chosen = ({ listed, ticked }: Pick<NotesList, 'listed' | 'ticked'>): readonly NoteItem[] =>
  ticked.size === 0 ? [] : listed.filter(({ key }) => ticked.has(key));
