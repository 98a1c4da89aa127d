// What the person did with guides: saved, read lately, ticked. The main process keeps it; its answers replace
// ours. Where keeping fails the person's action still holds on screen until the window closes.
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import type { ReadingState } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { createStore } from './store.ts';

export const reading = createStore<ReadingState>({ saved: [], recent: [], ticks: {} });

export const startReading = (state: ReadingState): void => reading.set(state);

export const isSaved = (state: ReadingState, guide: GuideId): boolean => state.saved.includes(guide);

export const ticksOf = (state: ReadingState, guide: GuideId): Readonly<Record<string, string>> => state.ticks[guide] ?? none;
const none: Readonly<Record<string, string>> = {};

/** The block at the top of the page when the guide was last left. */
export const placeIn = (state: ReadingState, guide: GuideId): BlockId | null =>
  state.recent.find((entry) => entry.guide === guide)?.block ?? null;

export function withSaved(state: ReadingState, guide: GuideId, saved: boolean): ReadingState {
  const others = state.saved.filter((id) => id !== guide);
  return { ...state, saved: saved ? [guide, ...others] : others };
}

export function withTick(state: ReadingState, guide: GuideId, block: BlockId, at: string | null): ReadingState {
  const { [block]: _gone, ...others } = ticksOf(state, guide);
  return { ...state, ticks: { ...state.ticks, [guide]: at === null ? others : { ...others, [block]: at } } };
}

// The list on Home is short; the main process keeps its own, longer one.
const recentLimit = 50;

export function withPlace(state: ReadingState, guide: GuideId, block: BlockId | null, edition: number, at: string): ReadingState {
  const others = state.recent.filter((entry) => entry.guide !== guide);
  return { ...state, recent: [{ guide, block, at, edition }, ...others].slice(0, recentLimit) };
}

export async function setSaved(guide: GuideId, saved: boolean): Promise<void> {
  reading.update((state) => withSaved(state, guide, saved));
  take(await ask('reading.saved', { guide, saved }));
}

export async function setTick(guide: GuideId, block: BlockId, ticked: boolean, now: string): Promise<void> {
  reading.update((state) => withTick(state, guide, block, ticked ? now : null));
  take(await ask('reading.tick', { guide, block, ticked }));
}

/** Clears all ticks of a guide and returns how to put them back. */
export async function clearTicks(guide: GuideId): Promise<() => Promise<void>> {
  const before = Object.entries(ticksOf(reading.get(), guide)) as [BlockId, string][];
  reading.update((state) => ({ ...state, ticks: { ...state.ticks, [guide]: {} } }));
  take(await ask('reading.clear-ticks', { guide }));
  return async () => {
    reading.update((state) => ({ ...state, ticks: { ...state.ticks, [guide]: Object.fromEntries(before) } }));
    // The contract's bound on one request.
    take(await ask('reading.restore-ticks', { guide, ticks: before.slice(0, 500) }));
  };
}

/** Keeps where the person is. The list on Home is told at once, the disk by the main process. */
export function keepPlace(guide: GuideId, block: BlockId | null, edition: number, now: string): void {
  reading.update((state) => withPlace(state, guide, block, edition, now));
  void ask('reading.position', { guide, block, edition });
}

function take(reply: { readonly ok: true; readonly value: ReadingState } | { readonly ok: false }): void {
  if (reply.ok) reading.set(reply.value);
}
