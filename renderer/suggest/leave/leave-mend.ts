// Takes what looks personal out of a draft from inside the dialog, and puts it back. The draft is changed where it is kept, and what
// would leave is put together anew.
import type { Evidence, SuggestionId } from '../../../content/core/suggestion/model.ts';
import { ask } from '../../api.ts';
import { createStore } from '../../state/store.ts';
import { changeFields, openDraft } from '../../state/suggestions.ts';
import { leaveState, prepare } from './leave-session.ts';
import { type Find, withoutFind } from './personal-finds.ts';

export interface Removed {
  readonly id: SuggestionId;
  readonly words: string;
  /** The fields as they were. */
  readonly before: { readonly why: string; readonly evidence: readonly Evidence[] };
}

/** What was taken out last, while the dialog is open. */
export const lastRemoved = createStore<Removed | null>(null);

/** False: that is for its author to write, or it could not be kept. */
export async function removeFind(id: SuggestionId, find: Find): Promise<boolean> {
  const kept = leaveState.get().items.find((item) => item.id === id)?.kept;
  const mended = kept ? withoutFind(kept.draft.suggestion, find) : null;
  if (!kept || !mended) return false;
  const { why, evidence } = kept.draft.suggestion;
  if (!(await change(id, { why, evidence, ...mended }))) return false;
  lastRemoved.set({ id, words: find.words, before: { why, evidence } });
  return true;
}

export async function putBack(): Promise<boolean> {
  const removed = lastRemoved.get();
  if (!removed || !(await change(removed.id, removed.before))) return false;
  lastRemoved.set(null);
  return true;
}

async function change(id: SuggestionId, fields: Removed['before']): Promise<boolean> {
  const { items } = leaveState.get();
  const kept = items.find((item) => item.id === id)?.kept;
  if (!kept) return false;
  // What is open in the window is written by the window's own saver.
  if (openDraft.get()?.kept.draft.suggestion.id === id) changeFields(fields);
  else {
    const saved = await ask('suggestions.save', { id, seen: kept.draft.clock, why: fields.why, evidence: [...fields.evidence] });
    if (!saved.ok) {
      leaveState.update((now) => ({ ...now, error: saved.error }));
      return false;
    }
  }
  await prepare(items.map((item) => item.id));
  return true;
}
