// Which editions of each channel there are to be read: of the person's own store and of a store that all users of
// a PC share. The highest version counts, and of two equal ones the shared one, because its pages are in the
// machine's file cache already. A shared store that is missing, damaged or newer than this app is as if it were not there.
import { existsSync } from 'node:fs';
import { AppFault, asAppError } from '../core/base/error.ts';
import type { ChannelId } from '../core/base/ids.ts';
import type { StoreProblem } from './store-model.ts';
import { type ChannelState, type HeldEditionState, readState } from './store-state.ts';

export interface Candidate {
  readonly store: string;
  /** False for a shared store: nothing is ever written there, derived files included. */
  readonly mayWrite: boolean;
  readonly channel: ChannelState;
  readonly edition: HeldEditionState;
}

export interface Candidates {
  /** Of each channel, best first. */
  readonly newest: ReadonlyMap<ChannelId, readonly Candidate[]>;
  /** Everything held, editions before the newest included. */
  readonly all: readonly Candidate[];
  readonly problems: readonly StoreProblem[];
}

/** @param stores the person's own first. Throws what reading that one's state throws, but for STORE_DAMAGED. */
export function candidatesOf(stores: readonly string[]): Candidates {
  const newest = new Map<ChannelId, Candidate[]>();
  const all: Candidate[] = [];
  const problems: StoreProblem[] = [];
  stores.forEach((store, at) => {
    const mayWrite = at === 0;
    for (const channel of channelsOf(store, mayWrite, problems)) {
      for (const earlier of channel.earlier)
        all.push({ store, mayWrite, edition: earlier.edition, channel: { ...channel, set: earlier.set, segments: earlier.segments } });
      if (!channel.edition) continue;
      const candidate = { store, mayWrite, channel, edition: channel.edition };
      all.push(candidate);
      newest.set(channel.id, [...(newest.get(channel.id) ?? []), candidate]);
    }
  });
  for (const list of newest.values())
    list.sort((a, b) => b.edition.seal.version - a.edition.seal.version || Number(a.mayWrite) - Number(b.mayWrite));
  return { newest, all, problems };
}

function channelsOf(store: string, isOwn: boolean, problems: StoreProblem[]): readonly ChannelState[] {
  try {
    return isOwn || existsSync(store) ? readState(store).channels : [];
  } catch (thrown) {
    if (!isOwn) return [];
    if (!(thrown instanceof AppFault) || thrown.code !== 'STORE_DAMAGED') throw thrown;
    problems.push({ ...asAppError(thrown), channel: null });
    return [];
  }
}
