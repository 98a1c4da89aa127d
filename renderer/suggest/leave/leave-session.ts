// The dialog's state: exactly what would leave, what is missing, what looks personal and what of that was ticked. Nothing can
// leave while something is open, and only the bytes that were shown.
import { type Missing, missingIn } from '../../../content/core/suggestion/bounds.ts';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import type { BundlePreview, KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { type AppError, ask } from '../../api.ts';
import { createStore } from '../../state/store.ts';
import { flushDraft } from '../../state/suggestions.ts';
import { type Find, personalFinds } from './personal-finds.ts';
import { pageOfSummaries } from './summary-html.ts';
import { type Summary, summaryOf } from './summary-model.ts';

export interface LeaveItem {
  readonly id: SuggestionId;
  readonly kept: KeptSuggestion;
  /** As the working group will read it … */
  readonly model: Summary;
  /** … and as `summary.html`, which goes into the bundle. */
  readonly summary: string;
  /** Null while something is missing, or where it could not be made. */
  readonly preview: BundlePreview | null;
  readonly missing: readonly Missing[];
  readonly finds: readonly Find[];
}

export type Outcome =
  | { readonly kind: 'sent'; readonly names: readonly string[] }
  | { readonly kind: 'saved'; readonly name: string; readonly files: number; readonly copied: boolean }
  /** Nothing of what is shown has left; `sent` went before it. */
  | { readonly kind: 'refused'; readonly error: AppError; readonly sent: number };

export interface LeaveState {
  readonly phase: 'loading' | 'ready' | 'sending' | 'saving';
  readonly items: readonly LeaveItem[];
  /** What kept it from being shown. */
  readonly error: AppError | 'not-kept' | null;
  readonly outcome: Outcome | null;
  /** Sent of those that are being sent. */
  readonly done: number;
}

export const nothing: LeaveState = { phase: 'loading', items: [], error: null, outcome: null, done: 0 };
export const leaveState = createStore<LeaveState>(nothing);
/** Finds that may be sent. Kept while the window is open: nobody ticks the same words twice. */
export const ticked = createStore<ReadonlySet<string>>(new Set());

export const tickOf = (id: SuggestionId, find: Find): string => `${id} ${find.key}`;

/** What is neither mended nor ticked. */
export const openFinds = (items: readonly LeaveItem[], ticks: ReadonlySet<string>): readonly Find[] =>
  items.flatMap(({ id, finds }) => finds.filter((find) => !ticks.has(tickOf(id, find))));

export const canLeave = ({ phase, items, error }: LeaveState, ticks: ReadonlySet<string>): boolean =>
  phase === 'ready' &&
  error === null &&
  items.length > 0 &&
  items.every(({ preview }) => preview !== null) &&
  openFinds(items, ticks).length === 0;

export function tick(id: SuggestionId, find: Find, on: boolean): void {
  ticked.update((now) => {
    const next = new Set(now);
    if (on) next.add(tickOf(id, find));
    else next.delete(tickOf(id, find));
    return next;
  });
}

// Answers of a dialog that was closed, or opened for others meanwhile, are dropped.
let latest = 0;

/** Puts together what would leave, once every word is on disk. */
export async function prepare(ids: readonly SuggestionId[], keep: Pick<LeaveState, 'outcome'> = nothing): Promise<void> {
  latest += 1;
  const mine = latest;
  const set = (state: Partial<LeaveState>): void => {
    if (mine === latest) leaveState.update((now) => ({ ...now, ...state }));
  };
  set({ phase: 'loading', error: null, outcome: keep.outcome, done: 0 });
  if (!(await flushDraft())) {
    set({ phase: 'ready', error: 'not-kept' });
    return;
  }
  const items: LeaveItem[] = [];
  for (const id of ids) {
    const item = await itemOf(id);
    if ('code' in item) {
      set({ phase: 'ready', error: item, items: [] });
      return;
    }
    items.push(item);
  }
  set({ phase: 'ready', items });
}

async function itemOf(id: SuggestionId): Promise<LeaveItem | AppError> {
  const opened = await ask('suggestions.open', { id });
  if (!opened.ok) return opened.error;
  const kept = opened.value;
  const { suggestion } = kept.draft;
  const model = summaryOf(suggestion);
  const summary = pageOfSummaries([model]);
  const missing = missingIn(suggestion);
  const item = { id, kept, model, summary, missing, finds: personalFinds(suggestion) };
  if (missing.length > 0) return { ...item, preview: null };
  const preview = await ask('suggestions.preview', { id, summary });
  if (preview.ok) return { ...item, preview: preview.value };
  return preview.error;
}

export const forget = (): void => {
  latest += 1;
  leaveState.set(nothing);
};
