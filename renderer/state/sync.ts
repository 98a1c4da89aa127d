// What is known of the shared folders, asked for when the window is at rest and told by the main process after that.
// A change is announced once, in the words of the status line; figures that count up only twice a minute, and only to
// somebody who waits for them.
import type { SyncStatus } from '../../content/core/sync/model.ts';
import type { FolderImport, SyncState } from '../../electron/ipc/replies.ts';
import { type AppError, ask, listen } from '../api.ts';
import { syncLine } from '../text/sync.ts';
import { announce } from './announcer.ts';
import { createStore } from './store.ts';

export interface SyncView {
  readonly state: SyncState;
  /** ISO time at which it came: what its own times are compared with. */
  readonly at: string;
}

/** Null until it was asked for. */
export const sync = createStore<SyncView | null>(null);

/** What became of the folder that was chosen last. `busy`: it is being chosen or read. */
export interface FolderView {
  readonly busy: boolean;
  readonly report: FolderImport | null;
  /** The call itself failed. */
  readonly error: AppError | null;
}

const noFolder: FolderView = { busy: false, report: null, error: null };
export const folderImport = createStore<FolderView>(noFolder);

/** What is under way says nothing of what will be so. */
export const isUnderWay = ({ kind }: Pick<SyncStatus, 'kind'>): boolean => kind === 'checking' || kind === 'copying';

/** When a long copy was spoken of last, in ms; null while nothing is copied for anybody who waits. */
export type Spoken = number | null;

// Twice a minute says that it goes on; the first time soon, but not for what is over before it is heard.
const speakEveryMs = 30_000;
const speakFirstMs = 3_000;

/** Whether the figures of a copy are to be said aloud now, and the time to be remembered for the next call. */
export function countAloud(before: Spoken, { kind }: Pick<SyncStatus, 'kind'>, isAwaited: boolean, at: number): readonly [boolean, Spoken] {
  if (kind !== 'copying' || !isAwaited) return [false, null];
  if (before === null) return [false, at - speakEveryMs + speakFirstMs];
  return at - before >= speakEveryMs ? [true, at] : [false, before];
}

// A person may look away for hours while time alone makes it another truth.
const freshMs = 60_000;

/** A copy is told of many times a second: each telling is news enough. */
const mostRenewals = 3;
let awaited = false;
let spoken: Spoken = null;
let stop: (() => void) | null = null;

/** Call when the first page is painted. More calls do nothing until `stopSync`. */
export async function startSync(clock: () => Date = () => new Date()): Promise<void> {
  if (stop) return;
  const take = (state: SyncState): void => takeState(state, clock().toISOString());
  let told = 0;
  const stopListening = listen('sync.changed', (state) => {
    told += 1;
    take(state);
  });
  // An answer and what is told come on two ways: one that was overtaken may be the older truth, and would stay.
  const renew = async (triesLeft = mostRenewals): Promise<void> => {
    const before = told;
    const reply = await ask('sync.state', {});
    if (told !== before) return triesLeft > 0 ? renew(triesLeft - 1) : undefined;
    if (reply.ok) take(reply.value);
  };
  const looked = (): void => {
    const known = sync.get();
    if (known && clock().getTime() - Date.parse(known.at) > freshMs) void renew();
  };
  // What is held is part of it.
  const stopLibrary = listen('library.changed', () => void renew());
  globalThis.addEventListener?.('focus', looked);
  stop = () => {
    stopListening();
    stopLibrary();
    globalThis.removeEventListener?.('focus', looked);
    stop = null;
  };
  await renew();
}

/** For tests. */
export function stopSync(): void {
  stop?.();
  awaited = false;
  spoken = null;
  sync.set(null);
  folderImport.set(noFolder);
}

function takeState(state: SyncState, at: string): void {
  const before = sync.get()?.state ?? null;
  sync.set({ state, at });
  const [isToCount, next] = countAloud(spoken, state.overall, awaited || folderImport.get().busy, Date.parse(at));
  spoken = next;
  const count = isToCount ? syncLine(state.overall, { now: at, edition: null, isValid: false }) : null;
  if (count !== null) announce(count);
  const words = sayable(before, state, awaited);
  if (awaited && !isUnderWay(state.overall)) awaited = false;
  if (words === null) return;
  const line = syncLine(words, { now: at, edition: null, isValid: false });
  if (line !== null) announce(line);
}

/** What is to be said aloud: another kind of truth than before, or the end of what a person asked for; else null. */
export function sayable(before: SyncState | null, after: SyncState, isAwaited: boolean): SyncStatus | null {
  const { overall, settled } = after;
  if (isUnderWay(overall)) return null;
  if (isAwaited) return settled;
  const isSame = before === null || (before.settled.kind === settled.kind && before.settled.error?.code === settled.error?.code);
  return isSame ? null : settled;
}

/** Looks at every share now. The error of a call that failed, else null. */
export async function checkNow(): Promise<AppError | null> {
  awaited = true;
  const reply = await ask('sync.check', {});
  if (reply.ok) {
    // A push that came first is newer than this answer only in what is under way; the next one puts it right.
    takeState(reply.value, new Date().toISOString());
    return null;
  }
  awaited = false;
  return reply.error;
}

/** Calls off what is under way; what was copied is kept. The error of a call that failed, else null. */
export async function haltSync(): Promise<AppError | null> {
  const reply = await ask('sync.halt', {});
  if (!reply.ok) return reply.error;
  takeState(reply.value, new Date().toISOString());
  return null;
}

/** Asks for a folder and imports from it; the report is in `folderImport`. */
export async function importFolder(): Promise<void> {
  const before = folderImport.get();
  if (before.busy) return;
  folderImport.set({ ...before, busy: true });
  const reply = await ask('sync.import-folder', {});
  if (!reply.ok) folderImport.set({ busy: false, report: null, error: reply.error });
  // They changed their mind: what was there before stays.
  else if (reply.value === null) folderImport.set({ ...before, busy: false });
  else folderImport.set({ busy: false, report: reply.value, error: null });
}

export const clearFolderImport = (): void => folderImport.set(noFolder);

/** Asks for a folder and adds it to the shares. Null: done, or the person changed their mind. */
export async function addShare(): Promise<AppError | null> {
  const reply = await ask('sync.add-share', {});
  if (!reply.ok) return reply.error;
  if (reply.value) takeState(reply.value, new Date().toISOString());
  return null;
}

export async function removeShare(id: string): Promise<AppError | null> {
  const reply = await ask('sync.remove-share', { id });
  if (!reply.ok) return reply.error;
  takeState(reply.value, new Date().toISOString());
  return null;
}
