// Whether this PC's clock may be used for signing: not behind what was signed before, and close to the share's own
// clock, which is seen in the time of a probe file (trust.md 1 point 2). A wrong clock would fast-forward a channel.
import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AppError } from '../core/base/error.ts';
import { removeQuietly, retried } from './exclusive-write.ts';
import { shareFault } from './faults.ts';
import { joinNames } from './safe-path.ts';

/** A person's clock and a server's agree to seconds; ten minutes is a clock nobody set (trust.md 1). */
export const clockDiffersMs = 10 * 60_000;
/** Two honest PCs differ by seconds: the one that is a little behind must be able to sign after the other. */
export const clockBehindMs = 60_000;

export type ShareTime = (folder: string) => Promise<Date>;

/** The share's time by a file written and removed in `folder`, which is made when missing. Throws SHARE_…. */
export const probeShareTime: ShareTime = async (folder) => {
  const probe = path.join(folder, `.clock-${randomBytes(6).toString('hex')}.tmp`);
  try {
    return await retried(() => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(probe, '', { flag: 'w' });
      return statSync(probe).mtime;
    });
  } catch (thrown) {
    throw shareFault(thrown);
  } finally {
    removeQuietly(probe);
  }
};

/**
 * CLOCK with `why` "behind" (what was published lies in this PC's future) or "differs" (more than ten minutes from
 * the share's clock), each with the seconds; null when the clock is good.
 */
export async function checkClock(input: {
  readonly share: string;
  readonly repository: string;
  /** UTC seconds of the newest signed version. */
  readonly newest: number;
  readonly now: () => Date;
  readonly shareTime?: ShareTime;
}): Promise<AppError | null> {
  const behind = input.newest * 1000 - input.now().getTime();
  if (behind > clockBehindMs) return { code: 'CLOCK', data: { why: 'behind', seconds: Math.round(behind / 1000) } };
  const there = await (input.shareTime ?? probeShareTime)(joinNames(input.share, 'staging', input.repository));
  const differs = input.now().getTime() - there.getTime();
  return Math.abs(differs) > clockDiffersMs ? { code: 'CLOCK', data: { why: 'differs', seconds: Math.round(differs / 1000) } } : null;
}
