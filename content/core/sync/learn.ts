// What one attempt at one share adds to what is remembered. Trouble of this PC is kept apart from the shares':
// a full disk says nothing about a share.
import type { AppError } from '../base/error.ts';
import type { ChannelMemory, ShareMemory, ShareReport, SyncMemory } from './model.ts';
import { pauseAfter } from './plan.ts';
import { observe, troubleOf } from './sightings.ts';

const unknownShare = (share: string): ShareMemory => ({
  share,
  tried: null,
  reached: null,
  good: null,
  failures: 0,
  next: null,
  trouble: null,
  directory: null,
  channels: [],
});

/** @param random from 0 up to, not including, 1: spreads the next look */
export function learn(memory: SyncMemory, share: string, report: ShareReport, now: Date, random: number): SyncMemory {
  const before = memory.shares.find((known) => known.share === share) ?? unknownShare(share);
  const local = localError(report);
  const after = shareAfter(before, report, now, random);
  const others = memory.shares.filter((known) => known.share !== share);
  const wasHere = memory.local?.error.data.share === share;
  return {
    ...memory,
    shares: [...others, after],
    // Only the share that had it can tell that it is over: another one may just have had nothing to write.
    local: local
      ? observe(memory.local, { ...local, data: { ...local.data, share } }, now)
      : wasHere && !isStopped(report)
        ? null
        : memory.local,
    ...(report.repaired?.length ? { repaired: now.toISOString() } : {}),
  };
}

/** Shares that are no longer configured are forgotten, with what they had to do with. */
export function forgetOthers(memory: SyncMemory, shares: readonly string[]): SyncMemory {
  const here = memory.local?.error.data.share;
  return {
    ...memory,
    shares: memory.shares.filter(({ share }) => shares.includes(share)),
    local: typeof here === 'string' && !shares.includes(here) ? null : memory.local,
  };
}

function shareAfter(before: ShareMemory, report: ShareReport, now: Date, random: number): ShareMemory {
  const at = now.toISOString();
  const channels = new Map(before.channels.map((known) => [known.channel, known]));
  for (const result of report.channels) {
    if (isOfShare(result.error) || result.outcome !== 'failed') {
      channels.set(result.channel, channelAfter(channels.get(result.channel), result, now));
    }
  }
  const error = isOfShare(report.error) ? report.error : null;
  const directory = error ? null : report.directory.error;
  // What was called off says nothing more; the rest of the day's plan stays as it was.
  if (isStopped(report)) return { ...before, channels: [...channels.values()] };
  const failed = report.error ?? directory ?? report.channels.find((result) => result.error)?.error ?? null;
  const failures = failed ? before.failures + 1 : 0;
  const trouble = failed && troubleOf(failed);
  return {
    share: before.share,
    tried: at,
    reached: trouble === 'unreachable' || trouble === 'denied' ? before.reached : at,
    good: failed ? before.good : at,
    failures,
    next: new Date(now.getTime() + pauseAfter(failures, trouble, random)).toISOString(),
    trouble: observe(before.trouble, error, now),
    directory: error ? before.directory : observe(before.directory, directory, now),
    channels: [...channels.values()],
  };
}

type ChannelResult = ShareReport['channels'][number];

function channelAfter(before: ChannelMemory | undefined, result: ChannelResult, now: Date): ChannelMemory {
  if (result.outcome === 'failed') {
    const { good = null, version = null, warnings = [] } = before ?? {};
    const trouble = observe(before?.trouble ?? null, result.error, now);
    return { channel: result.channel, good, version, warnings, offered: result.offered ?? null, trouble };
  }
  const { channel, version, warnings } = result;
  return { channel, good: now.toISOString(), version, offered: null, trouble: null, warnings };
}

function isOfShare(error: AppError | null): error is AppError {
  return error !== null && !['local', 'stopped'].includes(troubleOf(error));
}

function isStopped({ error, directory, channels }: ShareReport): boolean {
  return [error, directory.error, ...channels.map((result) => result.error)].some(
    (found) => found !== null && troubleOf(found) === 'stopped',
  );
}

/** Also where it stands at one channel only. */
function localError({ error, channels }: ShareReport): AppError | null {
  return [error, ...channels.map((result) => result.error)].find((found) => found !== null && troubleOf(found) === 'local') ?? null;
}
