// The list of a person's suggestions as it stands: what was fetched, how it is narrowed, what is ticked. Outlives its page.
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import type { AllSuggestions } from '../../../electron/ipc/suggestion-replies.ts';
import { type AppError, ask } from '../../api.ts';
import { createStore } from '../../state/store.ts';
import { everyRow, type RowFilter } from './list-model.ts';

export interface SuggestionList {
  /** Null until the first answer is here. */
  readonly all: AllSuggestions | null;
  readonly failure: AppError | null;
  readonly filter: RowFilter;
  readonly ticked: ReadonlySet<SuggestionId>;
}

export const suggestionList = createStore<SuggestionList>({ all: null, failure: null, filter: everyRow, ticked: new Set() });

let asked = 0;

/** Asks anew; what was ticked stays so as long as it is there. The last question wins. */
export async function loadSuggestions(): Promise<void> {
  asked += 1;
  const mine = asked;
  const reply = await ask('suggestions.all', {});
  if (mine !== asked) return;
  if (!reply.ok) return suggestionList.update((now) => ({ ...now, failure: reply.error }));
  const here = new Set(reply.value.rows.map(({ id }) => id));
  suggestionList.update((now) => ({
    ...now,
    ...{ all: reply.value, failure: null },
    ticked: new Set([...now.ticked].filter((id) => here.has(id))),
  }));
}

export const narrow = (change: Partial<RowFilter>): void =>
  suggestionList.update((now) => ({ ...now, filter: { ...now.filter, ...change } }));
export const clearFilters = (): void => narrow(everyRow);

export const tick = (id: SuggestionId): void =>
  suggestionList.update((now) => {
    const ticked = new Set(now.ticked);
    if (!ticked.delete(id)) ticked.add(id);
    return { ...now, ticked };
  });
export const untick = (): void => suggestionList.update((now) => ({ ...now, ticked: new Set() }));
