// Where somebody was, what they saved and ticked, as values: each change takes the state and returns the next.
// Bounded, so that years of reading stay a small file.
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import { isBlockId, isGuideId } from '../../content/core/base/ids.ts';
import type { ReadingState } from '../ipc/replies.ts';

// More than anybody scrolls through; a row is about 100 bytes.
const limits = { recent: 200, saved: 1_000, tickedGuides: 2_000, ticks: 500 } as const;

export const emptyReading: ReadingState = { saved: [], recent: [], ticks: {} };

export function withPosition(state: ReadingState, guide: GuideId, block: BlockId | null, edition: number, at: Date): ReadingState {
  const others = state.recent.filter((entry) => entry.guide !== guide);
  return { ...state, recent: [{ guide, block, at: at.toISOString(), edition }, ...others].slice(0, limits.recent) };
}

export function withSaved(state: ReadingState, guide: GuideId, saved: boolean): ReadingState {
  const others = state.saved.filter((id) => id !== guide);
  return { ...state, saved: saved ? [guide, ...others].slice(0, limits.saved) : others };
}

export function withTick(state: ReadingState, guide: GuideId, block: BlockId, ticked: boolean, at: Date): ReadingState {
  const ticks = new Map(Object.entries(ticksOf(state, guide)));
  ticks.delete(block);
  if (ticked && ticks.size < limits.ticks) ticks.set(block, at.toISOString());
  return withTicks(state, guide, ticks);
}

export function withoutTicks(state: ReadingState, guide: GuideId): ReadingState {
  return withTicks(state, guide, new Map());
}

/** Undo of clearing: puts the given ticks back beside those made since. */
export function withRestored(state: ReadingState, guide: GuideId, ticks: readonly (readonly [BlockId, string])[]): ReadingState {
  const all = new Map<string, string>(ticks.filter(([, at]) => isTime(at)));
  for (const [block, at] of Object.entries(ticksOf(state, guide))) all.set(block, at);
  return withTicks(state, guide, new Map([...all].slice(0, limits.ticks)));
}

function ticksOf(state: ReadingState, guide: string): Readonly<Record<string, string>> {
  return Object.hasOwn(state.ticks, guide) ? (state.ticks[guide] ?? {}) : {};
}

// Newest guide last, so that the oldest goes first when there are too many.
function withTicks(state: ReadingState, guide: GuideId, ticks: ReadonlyMap<string, string>): ReadingState {
  const guides = new Map(Object.entries(state.ticks));
  guides.delete(guide);
  if (ticks.size > 0) guides.set(guide, Object.fromEntries(ticks));
  return { ...state, ticks: Object.fromEntries([...guides].slice(-limits.tickedGuides)) };
}

/** The state as stored; rows that do not fit are left out, and `null` means that it is no reading state at all. */
export function parseReading(value: unknown): ReadingState | null {
  if (!isRecord(value) || !Array.isArray(value.saved) || !Array.isArray(value.recent) || !isRecord(value.ticks)) return null;
  const saved = value.saved.filter((id): id is GuideId => typeof id === 'string' && isGuideId(id));
  const recent = value.recent.filter(isRecent);
  const ticks = Object.entries(value.ticks).flatMap(([guide, found]) => {
    if (!isGuideId(guide) || !isRecord(found)) return [];
    const kept = Object.entries(found).filter(([block, at]) => isBlockId(block) && isTime(at));
    return kept.length > 0 ? [[guide, Object.fromEntries(kept.slice(0, limits.ticks))] as const] : [];
  });
  return {
    saved: [...new Set(saved)].slice(0, limits.saved),
    recent: recent.slice(0, limits.recent),
    ticks: Object.fromEntries(ticks.slice(-limits.tickedGuides)) as ReadingState['ticks'],
  };
}

function isRecent(row: unknown): row is ReadingState['recent'][number] {
  if (!isRecord(row)) return false;
  const { guide, block, at, edition } = row;
  return (
    typeof guide === 'string' &&
    isGuideId(guide) &&
    (block === null || (typeof block === 'string' && isBlockId(block))) &&
    isTime(at) &&
    Number.isSafeInteger(edition)
  );
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
