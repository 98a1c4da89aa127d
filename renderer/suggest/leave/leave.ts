// What is about to leave this PC: which suggestions the dialog shows. Small, because buttons everywhere import it; the dialog
// itself comes later. Nothing is sent here.
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { createStore } from '../../state/store.ts';

/** What the dialog shows, in this order; null: it is closed. */
export const leaving = createStore<readonly SuggestionId[] | null>(null);

/** Opens the dialog with exactly what would leave. One or several at once. */
export function lookAndSend(ids: SuggestionId | readonly SuggestionId[]): void {
  const all = typeof ids === 'string' ? [ids] : [...new Set(ids)];
  if (all.length > 0) leaving.set(all);
}

export const closeLeaving = (): void => leaving.set(null);
