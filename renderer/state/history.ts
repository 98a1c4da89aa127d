// Where the person is and was: a row of places with a mark on the present one, as in a web browser. Pure.
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { SuggestionId } from '../../content/core/suggestion/model.ts';

export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'updates' }
  /** `waiting`: those that need a new place, or whose words have changed. */
  | { readonly kind: 'notes'; readonly view: 'all' | 'waiting' }
  /** `draft`: one of them, opened; null: the list. */
  | { readonly kind: 'suggestions'; readonly draft: SuggestionId | null }
  | { readonly kind: 'channel'; readonly channel: ChannelId }
  /** `target`: a block id, a heading's slug or a footnote's id; null for the guide as a whole. */
  | { readonly kind: 'guide'; readonly guide: GuideId; readonly target: string | null };

/** Where a page was scrolled to: a block and its distance from the top edge, so that it survives another text size. */
export interface Spot {
  readonly block: string | null;
  /** CSS pixels from the top of the view to the block; from the top of the page where there is no block. */
  readonly offset: number;
}

export interface Entry {
  readonly place: Place;
  /** Kept when the place is left. */
  readonly spot: Spot | null;
}

export interface History {
  readonly entries: readonly Entry[];
  readonly at: number;
}

// More than a person goes back in one sitting; keeps a day-long session small.
const limit = 200;

export const startHistory = (place: Place): History => ({ entries: [{ place, spot: null }], at: 0 });

export function current(history: History): Entry {
  return history.entries[history.at] ?? { place: { kind: 'home' }, spot: null };
}

export const canGoBack = (history: History): boolean => history.at > 0;
export const canGoForward = (history: History): boolean => history.at < history.entries.length - 1;

/** Going somewhere new forgets what lay ahead. Going where one is already adds nothing. */
export function visit(history: History, place: Place, left: Spot | null): History {
  const kept = leave(history, left).entries.slice(0, history.at + 1);
  if (samePlace(current(history).place, place)) return { entries: [...kept.slice(0, -1), { place, spot: null }], at: kept.length - 1 };
  const entries = [...kept, { place, spot: null }].slice(-limit);
  return { entries, at: entries.length - 1 };
}

/** One step back (-1) or forward (1); the same history at either end. */
export function step(history: History, by: -1 | 1, left: Spot | null): History {
  const at = history.at + by;
  return at < 0 || at >= history.entries.length ? history : { ...leave(history, left), at };
}

function leave(history: History, spot: Spot | null): History {
  return { ...history, entries: history.entries.map((entry, index) => (index === history.at ? { ...entry, spot } : entry)) };
}

export function samePlace(a: Place, b: Place): boolean {
  if (a.kind === 'guide' && b.kind === 'guide') return a.guide === b.guide && a.target === b.target;
  if (a.kind === 'channel' && b.kind === 'channel') return a.channel === b.channel;
  if (a.kind === 'notes' && b.kind === 'notes') return a.view === b.view;
  return a.kind === b.kind && a.kind !== 'guide' && a.kind !== 'channel' && a.kind !== 'notes';
}
