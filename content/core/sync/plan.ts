// Which shares to look at now, and when to look again. Polls with jitter, because nothing tells of changes on a
// network folder (trust.md pitfall 2), and backs off from a share that does not answer. Randomness is passed in.
import type { ShareMemory, SyncMemory } from './model.ts';
import type { Trouble } from './sightings.ts';

const minute = 60_000;

/** An hour is soon enough for guidance, and 2,600 PCs then ask a server about once a second. */
const usual = 60 * minute;
/** Row 1: a network that comes back is noticed within minutes, one that is gone costs four looks a day. */
const notReached = [1, 5, 30, 120, 360].map((minutes) => minutes * minute);
/** Row 4: most half copies are whole after one of these; and the third sighting comes after more than an hour. */
const notGood = [1, 5, 30, 60].map((minutes) => minutes * minute);
/** A fifth either way, so that PCs that were switched on together do not ask together for ever. */
const jitter = 0.2;

/**
 * Milliseconds until a share is looked at again.
 * @param failures attempts in a row that were not good, this one included; 0 after a good one
 * @param trouble of the last attempt
 * @param random from 0 up to, not including, 1
 */
export function pauseAfter(failures: number, trouble: Trouble | null, random: number): number {
  const steps = trouble === 'unreachable' || trouble === 'denied' ? notReached : notGood;
  const base = trouble === null || failures <= 0 ? usual : (steps[Math.min(failures, steps.length) - 1] ?? usual);
  return Math.round(base * (1 - jitter + 2 * jitter * random));
}

/** A time further away than any pause was written by a clock that has been put right since. */
const longest = 360 * minute * (1 + jitter);

export interface PlanInput {
  /** Ids in the order in which they are configured. */
  readonly shares: readonly string[];
  readonly memory: SyncMemory;
  readonly now: Date;
  /** A person asked: every share, whatever was planned. */
  readonly byHand: boolean;
}

/** Ids of the shares to look at now, those that answered last time first: a dead one must not keep the others waiting. */
export function planRound({ shares, memory, now, byHand }: PlanInput): readonly string[] {
  const known = new Map(memory.shares.map((share) => [share.share, share]));
  const due = shares.filter((id) => byHand || isDue(known.get(id), now));
  const isDead = (id: string): boolean => known.get(id)?.trouble?.error.code === 'SHARE_UNREACHABLE';
  return [...due.filter((id) => !isDead(id)), ...due.filter(isDead)];
}

function isDue(share: ShareMemory | undefined, now: Date): boolean {
  if (!share?.next) return true;
  const wait = Date.parse(share.next) - now.getTime();
  return !(wait > 0 && wait <= longest);
}

/** When the next round is to begin; null without shares. */
export function nextRound(shares: readonly string[], memory: SyncMemory, now: Date): Date | null {
  const known = new Map(memory.shares.map((share) => [share.share, share]));
  const times = shares.map((id) => {
    const share = known.get(id);
    return isDue(share, now) ? now.getTime() : Date.parse(share?.next ?? '');
  });
  return times.length === 0 ? null : new Date(Math.min(...times));
}
