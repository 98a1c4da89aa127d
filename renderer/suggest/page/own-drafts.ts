// This person's unsent suggestions for the guide that is shown: which there are, and what each of them touches. Fetched when
// the guide is there, so that who begins a change is led to the one that is begun already.
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { proposedSource } from '../../../content/core/suggestion/model.ts';
import type { KeptSuggestion, SuggestionRow } from '../../../electron/ipc/suggestion-replies.ts';
import { ask } from '../../api.ts';
import { createStore } from '../../state/store.ts';
import { layOut } from './layout.ts';
import { unitsOf } from './regions.ts';

export interface OwnDrafts {
  readonly guide: GuideId;
  /** Last changed first. */
  readonly rows: readonly SuggestionRow[];
  readonly touches: ReadonlyMap<SuggestionId, ReadonlySet<number>>;
}

export const ownDrafts = createStore<OwnDrafts | null>(null);

// Of more than these the places are not looked up: opening them all would delay what a person waits for.
const mostOpened = 10;
let asked = 0;

/** @param source of the guide on the page: what a draft of another text touches cannot be told in its pieces */
export async function loadOwnDrafts(guide: GuideId, edition: number, source: string): Promise<void> {
  asked += 1;
  const mine = asked;
  const reply = await ask('suggestions.guide', { guide, edition });
  if (mine !== asked) return;
  if (!reply.ok) {
    ownDrafts.set(null);
    return;
  }
  const rows = reply.value.drafts;
  ownDrafts.set({ guide, rows, touches: new Map() });
  const touches = new Map<SuggestionId, ReadonlySet<number>>();
  for (const { id } of rows.filter(({ proposal }) => proposal === 'change').slice(0, mostOpened)) {
    const opened = await ask('suggestions.open', { id });
    if (mine !== asked) return;
    if (opened.ok) touches.set(id, touchedBy(opened.value, source));
  }
  ownDrafts.set({ guide, rows, touches });
}

/** Pieces of the guide that a suggestion changes, counted in reading order. */
export function touchedBy({ draft: { suggestion } }: KeptSuggestion, source: string): ReadonlySet<number> {
  const proposed = proposedSource(suggestion);
  if (proposed === null || suggestion.base?.source !== source || proposed === source) return new Set();
  return new Set(layOut({ source, units: unitsOf(source) }, proposed, null).flatMap(({ origins }) => origins));
}

/** The latest draft that touches one of these pieces; null: none does. */
export function draftOn(known: OwnDrafts | null, guide: GuideId, units: readonly number[]): SuggestionRow | null {
  if (known?.guide !== guide) return null;
  return known.rows.find(({ id }) => units.some((unit) => known.touches.get(id)?.has(unit))) ?? null;
}
