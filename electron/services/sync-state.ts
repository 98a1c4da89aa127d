// What the window is told about the shared folders, put together from what was seen, what is held and what is under
// way. Pure: values in, one value out.
import path from 'node:path';
import type { HeldChannel, SyncMemory, SyncStatus } from '../../content/core/sync/model.ts';
import { nextRound } from '../../content/core/sync/plan.ts';
import { statusOf } from '../../content/core/sync/status.ts';
import type { ImportReport } from '../../content/node/import-share.ts';
import type { HeldPack, SyncShare, SyncState } from '../ipc/replies.ts';

export interface ConfiguredShare {
  readonly id: string;
  readonly path: string;
  readonly origin: 'policy' | 'user';
}

export interface Activity {
  /** A person waits for it. */
  readonly byHand: boolean;
  /** In work; 'seed' and 'folder' are no shares. */
  readonly share: string | null;
  readonly done: number;
  readonly of: number;
}

export interface StateInput {
  readonly memory: SyncMemory;
  readonly shares: readonly ConfiguredShare[];
  readonly managed: boolean;
  readonly packs: readonly HeldPack[];
  readonly activity: Activity | null;
  readonly started: Date;
  readonly now: Date;
  /** Nothing is looked at before this time, because a person called it off; in ms. */
  readonly restUntil?: number;
}

export function stateOf(input: StateInput): SyncState {
  const { memory, shares, packs, now, activity } = input;
  const ids = shares.map(({ id }) => id);
  const titles = new Map(packs.map(({ info }) => [info.channel, info.title]));
  const statuses = statusOf({ memory, held: packs.map(heldOf), shares: ids, started: input.started, now });
  const known = new Map(memory.shares.map((share) => [share.share, share]));
  const times = ids.map((id) => known.get(id));
  const rows = shares.map(({ id, path: folder, origin }, index): SyncShare => {
    const seen = known.get(id);
    return {
      id,
      label: labelOf(folder),
      path: folder,
      origin,
      status: underWay(statuses.shares[index]?.status ?? statuses.overall, activity?.share === id ? activity : null, now),
      lastChecked: seen?.tried ?? null,
      lastGood: seen?.good ?? null,
      nextCheck: seen?.next ?? null,
    };
  });
  const lastChecked = latest(times.map((share) => share?.reached ?? null));
  const isNews = activity !== null && (activity.byHand || (shares.length > 0 && lastChecked === null));
  return {
    overall: underWay(statuses.overall, isNews || (activity?.of ?? 0) > 0 ? activity : null, now),
    settled: statuses.overall,
    lastChecked,
    lastGood: earliestOf(statuses.channels.filter(({ held }) => held !== null).map(({ good }) => good)),
    nextCheck: laterOf(nextRound(ids, memory, now), input.restUntil ?? 0),
    managed: input.managed,
    shares: [...rows, seedRow(statuses.overall, input.started)],
    channels: statuses.channels.map(({ channel, held, offered, status, warnings, good }) => ({
      channel,
      title: titles.get(channel) ?? channel,
      held,
      offered,
      status,
      warnings,
      lastGood: good,
    })),
  };
}

/** What became of a folder whose copy a person called off: what was copied, out of how much. */
export function haltedReport(found: ImportReport | null, activity: Activity | null): ImportReport {
  const channels = (found?.channels ?? []).filter(({ error }) => error?.code !== 'CANCELLED');
  const data = { have: activity?.done ?? 0, of: activity?.of ?? 0 };
  const nothing = { directory: { error: null, warnings: [] }, changed: false } as const;
  return { ...nothing, ...found, channels, error: { code: 'CANCELLED', data } };
}

/** 'copying' as soon as there is something to copy. */
function underWay(settled: SyncStatus, activity: Activity | null, now: Date): SyncStatus {
  if (!activity) return settled;
  const { done, of } = activity;
  const since = now.toISOString();
  return of > 0 ? { kind: 'copying', since, error: null, done, of } : { kind: 'checking', since, error: null, done: null, of: null };
}

function heldOf({ info, seal, retired }: HeldPack): HeldChannel {
  return { channel: info.channel, version: seal.version, expires: seal.expires, retired };
}

function seedRow(overall: SyncStatus, started: Date): SyncShare {
  const status: SyncStatus = { ...overall, kind: 'current', since: started.toISOString(), error: null, done: null, of: null };
  return { id: 'seed', label: '', path: '', origin: 'seed', status, lastChecked: null, lastGood: null, nextCheck: null };
}

/** Paths of either system, whichever this runs on. */
export function labelOf(folder: string): string {
  return path.win32.basename(folder.replace(/[\\/]+$/, '')) || folder;
}

function laterOf(next: Date | null, rest: number): string | null {
  return next && new Date(Math.max(next.getTime(), rest)).toISOString();
}

function latest(times: readonly (string | null)[]): string | null {
  return times.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a), null);
}

/** Null also while one of them never was. */
function earliestOf(times: readonly (string | null)[]): string | null {
  return times.length === 0 || times.includes(null) ? null : (times.reduce((a, b) => ((b ?? '') < (a ?? '') ? b : a)) ?? null);
}
