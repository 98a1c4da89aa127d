// What this PC holds, by id. Filled from the start state and from what the main process pushes.
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import type { HeldPack, LibraryState, StartState } from '../../electron/ipc/replies.ts';
import { ask, listen } from '../api.ts';
import { createStore } from './store.ts';

export interface Library {
  readonly state: LibraryState;
  readonly guides: ReadonlyMap<GuideId, GuideSummary>;
  readonly packs: ReadonlyMap<ChannelId, HeldPack>;
  /** Guides of each channel, in reading order. */
  readonly byChannel: ReadonlyMap<ChannelId, readonly GuideSummary[]>;
}

export interface AppFacts {
  readonly version: string;
  readonly runtime: string;
  readonly platform: string;
  /** ISO time at which the window started: the one reference for due dates. */
  readonly now: string;
}

export function indexLibrary(state: LibraryState): Library {
  const byChannel = new Map<ChannelId, GuideSummary[]>();
  for (const guide of state.guides) {
    const list = byChannel.get(guide.channel);
    if (list) list.push(guide);
    else byChannel.set(guide.channel, [guide]);
  }
  return {
    state,
    guides: new Map(state.guides.map((guide) => [guide.id, guide])),
    packs: new Map(state.packs.map((pack) => [pack.info.channel, pack])),
    byChannel,
  };
}

/** Packs in the order of the tree, split into channels and subjects. */
export function orderedPacks(packs: readonly HeldPack[]): {
  readonly channels: readonly HeldPack[];
  readonly subjects: readonly HeldPack[];
} {
  const ordered = [...packs].sort((a, b) => a.info.order - b.info.order || a.info.title.localeCompare(b.info.title, 'en-GB'));
  return {
    channels: ordered.filter((pack) => pack.info.kind === 'channel'),
    subjects: ordered.filter((pack) => pack.info.kind === 'subject'),
  };
}

export const library = createStore<Library>(indexLibrary({ packs: [], guides: [], problems: [] }));
export const facts = createStore<AppFacts>({ version: '', runtime: '', platform: '', now: '' });

export function startLibrary(start: Pick<StartState, 'library' | 'app' | 'now'>): void {
  library.set(indexLibrary(start.library));
  facts.set({ ...start.app, now: start.now });
  listen('library.changed', (state) => library.set(indexLibrary(state)));
}

/** Asks anew what is held: after a guide could not be opened, the tree must offer what is really there. */
export async function refreshLibrary(): Promise<void> {
  const reply = await ask('library.list', {});
  if (reply.ok) library.set(indexLibrary(reply.value));
}
