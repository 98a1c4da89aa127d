// Going to places. A guide is fetched first and shown when it is complete: until then the page before it stays,
// so that nothing flickers. The last wish wins; what arrives late is dropped.
import type { GuideId } from '../../content/core/base/ids.ts';
import type { Result } from '../../content/core/base/result.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { type AppError, ask } from '../api.ts';
import { current, type History, type Place, type Spot, startHistory, step, visit } from './history.ts';
import { refreshLibrary } from './library.ts';
import { createStore } from './store.ts';

/** How the page is to be shown once it is drawn. `seq` is new for each arrival, also at the same place. */
export interface Landing {
  readonly seq: number;
  readonly target: string | null;
  /** Set when going back or forward: exactly where the page was. */
  readonly spot: Spot | null;
  /** `start`: the window opened here by itself, so the focus is not moved. `keep`: the focus stays, e.g. in the search box. */
  readonly focus: 'move' | 'keep' | 'start';
}

export interface Navigation {
  readonly history: History;
  /** What is drawn; lags behind the wish while a guide is fetched. */
  readonly place: Place;
  readonly guide: GuideDocument | null;
  readonly failure: AppError | null;
  readonly landing: Landing;
  readonly busy: boolean;
}

const home: Place = { kind: 'home' };
const atStart: Landing = { seq: 0, target: null, spot: null, focus: 'start' };

export const navigation = createStore<Navigation>({
  history: startHistory(home),
  place: home,
  guide: null,
  failure: null,
  landing: atStart,
  busy: false,
});

let wish = 0;
let readSpot: () => Spot | null = () => null;

/** The page says how to read where it is scrolled to. */
export function setSpotReader(reader: () => Spot | null): void {
  readSpot = reader;
}

export function startNavigation(open: GuideDocument | null): void {
  const place: Place = open ? { kind: 'guide', guide: open.summary.id, target: null } : home;
  navigation.set({ history: startHistory(place), place, guide: open, failure: null, landing: atStart, busy: false });
}

export interface GoOptions {
  readonly focus?: Landing['focus'];
  /** Fetch the guide again although it is the one shown: a newer edition has come. */
  readonly fresh?: boolean;
  /** Where the page is to be scrolled to, once it is known what came. */
  readonly moved?: (guide: GuideDocument) => Spot | null;
}

export function go(place: Place, options: GoOptions = {}): Promise<void> {
  return arrive(visit(navigation.get().history, place, readSpot()), options);
}

export const goHome = (): Promise<void> => go(home);
export const openGuide = (guide: GuideId, target: string | null = null, options: GoOptions = {}): Promise<void> =>
  go({ kind: 'guide', guide, target }, options);

export async function stepHistory(by: -1 | 1): Promise<void> {
  const before = navigation.get().history;
  const history = step(before, by, readSpot());
  if (history !== before) await arrive(history, {});
}

/** Puts the newest edition of the open guide in place of the one shown; the block that is read stays where it is. */
export async function showNewest(): Promise<void> {
  const { guide, history } = navigation.get();
  const spot = readSpot();
  const old = guide?.blockIds ?? [];
  const entries = history.entries.map((entry, at) => (at === history.at ? { ...entry, spot } : entry));
  await arrive({ ...history, entries }, { fresh: true, moved: (after) => placeInEdition(spot, old, after.blockIds) });
}

/** Where a spot is in another edition: at its block, or where that is gone at the nearest one before it. */
export function placeInEdition(spot: Spot | null, before: readonly string[], after: readonly string[]): Spot | null {
  if (spot === null || spot.block === null) return spot;
  const kept = new Set(after);
  const upTo = before.slice(0, before.indexOf(spot.block) + 1);
  const block = kept.has(spot.block) ? spot.block : upTo.reverse().find((id) => kept.has(id));
  return block === undefined ? { block: null, offset: 0 } : { block, offset: spot.offset };
}

/** Tries the present place once more, after a failure. */
export const retry = (): Promise<void> => arrive(navigation.get().history, { fresh: true });

async function arrive(history: History, { focus = 'move', fresh = false, moved }: GoOptions): Promise<void> {
  wish += 1;
  const mine = wish;
  const { place, spot } = current(history);
  const before = navigation.get();
  const landing: Landing = { seq: mine, target: place.kind === 'guide' ? place.target : null, spot, focus };
  if (place.kind !== 'guide') {
    navigation.set({ history, place, guide: null, failure: null, landing, busy: false });
    return;
  }
  if (!fresh && before.guide?.summary.id === place.guide) {
    navigation.set({ ...before, history, place, failure: null, landing, busy: false });
    return;
  }
  navigation.set({ ...before, history, busy: true });
  const reply: Result<GuideDocument> = await ask('library.guide', { id: place.guide });
  if (mine !== wish) return;
  navigation.set(
    reply.ok
      ? {
          ...{ history, place, guide: reply.value, failure: null, busy: false },
          landing: moved ? { ...landing, spot: moved(reply.value) } : landing,
        }
      : { history, place, guide: null, failure: reply.error, landing, busy: false },
  );
  if (!reply.ok) void refreshLibrary();
}
