// A person's suggestions: how many there are, and the one that is open to be written in. Its words are here first and on
// disk right after; who closes it, or goes elsewhere, leaves none behind.
import type { SuggestionId } from '../../content/core/suggestion/model.ts';
import type { Request } from '../../electron/ipc/contract.ts';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import type { KeptSuggestion, SuggestionCounts } from '../../electron/ipc/suggestion-replies.ts';
import type { SettleSuggestion } from '../../electron/ipc/suggestion-schemas.ts';
import { type AppError, ask, listen } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { shellText } from '../text/shell.ts';
import { suggestPageText } from '../text/suggest-page.ts';
import { createDraftSession, type DraftFields, type DraftSession, type OpenDraft } from './draft-session.ts';
import { notify } from './notices.ts';
import { createStore } from './store.ts';

export type { DraftFields, OpenDraft } from './draft-session.ts';

export const suggestionCounts = createStore<SuggestionCounts>({ drafts: 0, sent: 0, answered: 0, conflicts: 0 });
/** Counts up whenever suggestions may have changed: lists ask again. */
export const suggestionsVersion = createStore(0);
/** The suggestion that is open; null: none is. */
export const openDraft = createStore<OpenDraft | null>(null);
/** The text before and after the step that was undone or redone last: the page goes to where they differ. */
export const steppedDraft = createStore<{ readonly before: string; readonly after: string } | null>(null);

/** What a person wants to suggest on, from where the code of suggestions is not at hand: a selection, the card of a note. */
export const suggestWish = createStore<{ readonly passage: Passage; readonly why: string } | null>(null);

let session: DraftSession | null = null;
let stopFollowing = (): void => undefined;
/** Those with words that are not on disk yet, open or not. */
const sessions = new Map<SuggestionId, DraftSession>();

export function startSuggestions(): void {
  listen('suggestions.changed', (counts) => {
    suggestionCounts.set(counts);
    changed();
    void reload();
  });
  void refreshCounts();
  const leaving = (): void => void flushDraft();
  addEventListener('beforeunload', leaving);
  addEventListener('blur', leaving);
  document.addEventListener('visibilitychange', leaving);
}

const changed = (): void => suggestionsVersion.update((version) => version + 1);

async function refreshCounts(): Promise<void> {
  const reply = await ask('suggestions.counts', {});
  if (reply.ok) suggestionCounts.set(reply.value);
}

/** Opens one that is there. False, and told, where it is not. */
export async function showDraft(id: SuggestionId): Promise<boolean> {
  if (session?.state.get().kept.draft.suggestion.id === id) return true;
  await closeDraft();
  const known = sessions.get(id);
  if (known) {
    follow(known);
    return true;
  }
  const reply = await ask('suggestions.open', { id });
  if (!reply.ok) {
    tellFault(reply.error);
    return false;
  }
  open(reply.value, null);
  return true;
}

/**
 * Begins one and opens it.
 * @param shown as it will be answered: then it is open at once, and false only says that it is not on disk yet
 */
export async function beginDraft(request: Request<'suggestions.begin'>, shown: KeptSuggestion | null = null): Promise<boolean> {
  if (shown) {
    const before = session;
    const begun = open(shown, request);
    if (before) void before.flush().then(forgetKept);
    return begun.flush().then(noteChanged);
  }
  await closeDraft();
  const reply = await ask('suggestions.begin', request);
  if (!reply.ok) {
    tellFault(reply.error);
    return false;
  }
  open(reply.value, null);
  return noteChanged(true);
}

function noteChanged(isKept: boolean): boolean {
  changed();
  void refreshCounts();
  return isKept;
}

function open(kept: KeptSuggestion, begin: Request<'suggestions.begin'> | null): DraftSession {
  const { id } = kept.draft.suggestion;
  const own = createDraftSession({
    kept,
    begin,
    parted: () => {
      notify(suggestPageText.parted);
      changed();
    },
    failed: (error: AppError) => tellFault(error),
    now: () => performance.now(),
  });
  sessions.set(id, own);
  follow(own);
  return own;
}

function follow(next: DraftSession | null): void {
  stopFollowing();
  session = next;
  steppedDraft.set(null);
  stopFollowing = next ? next.state.subscribe(() => openDraft.set(next.state.get())) : () => undefined;
  openDraft.set(next?.state.get() ?? null);
}

/** It is kept, and what could not be written is still tried. False: there was none, or not a word in it, and it is gone. */
export async function closeDraft(): Promise<boolean> {
  const own = session;
  if (!own) return false;
  follow(null);
  await own.flush();
  const isEmpty = isUntouched(own.state.get()) && own.isClean();
  forgetKept();
  // Who pressed a key by mistake has no draft to look after.
  if (isEmpty) await ask('suggestions.delete', { ids: [idOf(own)] });
  noteChanged(true);
  return !isEmpty;
}

/** Nothing was ever written in it. Support and new guides are something by themselves. */
function isUntouched({ kept, source, history, fields }: OpenDraft): boolean {
  const { suggestion, state } = kept.draft;
  const { kind } = suggestion.proposal;
  const isPlain = (kind === 'change' && source === suggestion.base?.source) || kind === 'comment' || kind === 'question';
  const hasSteps = history.past.length > 0 || history.future.length > 0;
  return state === 'draft' && isPlain && !hasSteps && !kept.readOnly && fields.why.trim() === '' && fields.evidence.length === 0;
}

function forgetKept(): void {
  for (const [id, own] of sessions) if (own !== session && own.isClean()) sessions.delete(id);
}

/** @param apart what changed is a step of its own for undo: a block was moved, a button pressed */
export function typeText(source: string, apart = false): void {
  session?.type(source, apart);
}

/** False where nothing is left to be taken back. */
export const undoTyped = (): boolean => stepped(session?.undo() ?? null);
export const redoTyped = (): boolean => stepped(session?.redo() ?? null);

function stepped(before: string | null): boolean {
  const after = openDraft.get()?.source ?? null;
  if (before === null || after === null) return false;
  steppedDraft.set({ before, after });
  return true;
}

export function changeFields(patch: Partial<DraftFields> & { readonly proposal?: 'comment' | 'question' }): void {
  session?.change(patch);
}

/** True: every word of every suggestion is on disk. */
export async function flushDraft(): Promise<boolean> {
  const kept = await Promise.all([...sessions.values()].map((own) => own.flush()));
  forgetKept();
  return kept.every(Boolean);
}

/** Asks for a file of evidence for the open suggestion. */
export async function attachFile(): Promise<void> {
  const own = session;
  if (!own || !(await own.flush())) return;
  take(own, await ask('suggestions.attach', { id: idOf(own) }));
}

/** What a newer edition did to the open suggestion is seen, taken back or put together. */
export async function settleDraft(how: SettleSuggestion['how'], source: string | null = null): Promise<boolean> {
  const own = session;
  if (!own || !(await own.flush())) return false;
  return take(own, await ask('suggestions.settle', { id: idOf(own), how, source }));
}

function take(own: DraftSession, reply: Awaited<ReturnType<typeof ask<'suggestions.attach'>>>): boolean {
  if (!reply.ok) tellFault(reply.error);
  else if (reply.value) own.replace(reply.value);
  changed();
  return reply.ok && reply.value !== null;
}

const idOf = (own: DraftSession): SuggestionId => own.state.get().kept.draft.suggestion.id;

/** Another window, another PC or a newer edition changed something: what is written here comes first. */
async function reload(): Promise<void> {
  const own = session;
  if (!own?.isClean()) return;
  const reply = await ask('suggestions.open', { id: idOf(own) });
  if (reply.ok && own === session && own.isClean()) own.replace(reply.value);
}

/** Throws them away, with Undo in the notice. */
export async function removeDrafts(ids: readonly SuggestionId[]): Promise<void> {
  if (session && ids.includes(idOf(session))) follow(null);
  for (const id of ids) {
    const own = sessions.get(id);
    // What was typed last is there again where they are put back.
    await own?.flush();
    own?.stop();
    sessions.delete(id);
  }
  const reply = await ask('suggestions.delete', { ids: [...ids] });
  noteChanged(reply.ok);
  if (!reply.ok) tellFault(reply.error);
  else notify(suggestPageText.removed(ids.length), { label: shellText.undo, run: () => void restore(ids) });
}

async function restore(ids: readonly SuggestionId[]): Promise<void> {
  const reply = await ask('suggestions.restore', { ids: [...ids] });
  noteChanged(reply.ok);
  if (!reply.ok) tellFault(reply.error);
}
