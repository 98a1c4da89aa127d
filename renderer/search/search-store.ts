// The search panel at work: keeps its state, asks the main process, and opens what was chosen.
import type { ChannelId } from '../../content/core/base/ids.ts';
import { ask, listen } from '../api.ts';
import { parseDeepLink } from '../reader/deep-link.ts';
import { announce } from '../state/announcer.ts';
import { library } from '../state/library.ts';
import { openGuide } from '../state/navigation.ts';
import { createStore } from '../state/store.ts';
import { searchText } from '../text/search.ts';
import { createAsker } from './asker.ts';
import * as model from './search-model.ts';

export const search = createStore<model.SearchState>(model.emptySearch);

// Guides shown at once: more than a screen, few enough to be drawn within a frame.
const shownGuides = 12;

const asker = createAsker(
  (request: { text: string; channels: ChannelId[]; limit: number; verbatim: boolean }) => ask('search.query', request),
  (number, reply) => {
    search.update((state) => (reply.ok ? model.answered(state, number, reply.value) : model.failed(state, number, reply.error)));
    const state = search.get();
    if (!model.upToDate(state)) return;
    if (state.reply && state.answered === number) speak(state.reply.total, state.reply.correction?.shown ?? null);
    // Who pressed Enter before there was an answer meant the best one: it is known when all guides have been read.
    // A second Enter opens what is shown by then.
    if (state.waiting !== null && !state.reply?.indexing) open(state.waiting);
  },
);

// A screen reader speaks each key; the count follows when the hand rests.
const restMs = 700;
let speaking: ReturnType<typeof setTimeout> | undefined;
function speak(total: number, correction: string | null): void {
  clearTimeout(speaking);
  speaking = setTimeout(() => announce(searchText.spoken(total, correction)), restMs);
}

function apply(next: model.SearchState): void {
  const asked = next.asked !== search.get().asked;
  search.set(next);
  if (!asked || next.text.trim() === '') return;
  // The contract's bound; core/search cuts further.
  asker.ask(next.asked, { text: next.text.slice(0, 20_000), channels: [...next.channels], limit: shownGuides, verbatim: next.verbatim });
}

export const type = (text: string): void => apply(model.typed(search.get(), text));
export const toggleChannel = (channel: ChannelId): void => apply(model.scoped(search.get(), model.toggled(search.get().channels, channel)));
export const lookEverywhere = (): void => apply(model.scoped(search.get(), []));
export const setVerbatim = (verbatim: boolean): void => apply(model.exact(search.get(), verbatim));
export const askAgain = (): void => apply(model.asking(search.get()));
export const move = (by: number): void => search.update((state) => model.moved(state, by));
export const choose = (row: number): void => search.update((state) => model.chosen(state, row));
export const show = (): void => search.update((state) => ({ ...state, open: true }));
export const close = (): void => search.update((state) => ({ ...state, open: false, waiting: null }));

/** Enter: opens the chosen place. `keep` leaves the panel and the focus where they are. */
export function open(how: 'open' | 'keep'): void {
  const link = parseDeepLink(search.get().text);
  if (link) {
    if (!library.get().guides.has(link.guide)) return;
    leave(link.guide, link.target, how);
    // An address that was followed is no question: the box is free for the next one.
    if (how === 'open') type('');
    return;
  }
  const { state, row } = model.entered(search.get(), how);
  search.set(state);
  if (!row) return;
  const place = model.placeOf(row);
  leave(place.guide, place.target, how);
}

export function openRow(row: model.Row, how: 'open' | 'keep'): void {
  const place = model.placeOf(row);
  leave(place.guide, place.target, how);
}

function leave(guide: Parameters<typeof openGuide>[0], target: string | null, how: 'open' | 'keep'): void {
  if (how === 'open') close();
  void openGuide(guide, target, { focus: how === 'open' ? 'move' : 'keep' });
}

/** Keeps a query that found nothing for the working group. */
export async function tellMissing(): Promise<void> {
  const text = search.get().text.trim();
  // The contract's bound.
  const reply = await ask('gaps.add', { query: text.slice(0, 500) });
  search.update((state) => (reply.ok ? { ...state, noted: text } : { ...state, error: reply.error }));
  if (reply.ok) announce(searchText.missingKept(text));
}

let warm = false;

/** Starts the search process when a person reaches for the box, and hears how far its reading has come. */
export function warmUp(): void {
  if (warm) return;
  warm = true;
  void ask('search.warm', {});
  listen('search.progress', (progress) => {
    const ready = progress.done >= progress.of;
    search.update((state) => ({ ...state, progress: ready ? null : progress }));
    if (ready && search.get().reply?.indexing) askAgain();
  });
}
