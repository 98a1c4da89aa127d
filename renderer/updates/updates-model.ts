// What the page about updates shows, from what is known. Pure.
import { errorReference } from '../../content/core/base/error.ts';
import type { SyncStatus } from '../../content/core/sync/model.ts';
import type { FolderImport, SyncChannel, SyncShare, SyncState } from '../../electron/ipc/replies.ts';
import type { AppError } from '../api.ts';
import { type SyncTone, toneOf } from '../shell/sync-tone.ts';
import { isUnderWay } from '../state/sync.ts';
import { editionDay } from '../text/dates.ts';
import { stateWords, updatesText } from '../text/updates.ts';

export interface Mark {
  readonly tone: SyncTone;
  readonly word: string;
}

export const markOf = (status: SyncStatus): Mark => ({
  tone: toneOf(status),
  // A share that lags behind, said apart from one that nobody could ask.
  word: stateWords[status.kind],
});

export interface Progress {
  readonly words: string;
  /** Null while nothing is counted. */
  readonly done: number | null;
  readonly of: number | null;
}

export function progressOf({ kind, done, of }: SyncStatus): Progress | null {
  if (!isUnderWay({ kind })) return null;
  if (done === null || of === null)
    return { words: kind === 'copying' ? updatesText.copyingSome : updatesText.checking, done: null, of: null };
  return { words: updatesText.copying(done, of), done, of };
}

/** Sentences under the state: when it was looked at, when it will be. */
export function timesOf(state: SyncState, now: string, zone?: string): readonly string[] {
  if (!hasShares(state)) return [];
  const { lastChecked, lastGood, nextCheck } = state;
  return [
    lastChecked === null ? updatesText.neverChecked : updatesText.lastChecked(lastChecked, now, zone),
    ...(lastGood !== null && state.settled.kind !== 'current' ? [updatesText.lastGood(lastGood, now, zone)] : []),
    ...(nextCheck === null ? [] : [nextCheck <= now ? updatesText.nextSoon : updatesText.nextCheck(nextCheck, now, zone)]),
  ];
}

export const hasShares = (state: SyncState): boolean => state.shares.some(({ origin }) => origin !== 'seed');

export interface ShareRow {
  readonly share: SyncShare;
  readonly title: string;
  readonly mark: Mark | null;
  readonly facts: readonly string[];
  readonly error: AppError | null;
  readonly isRemovable: boolean;
}

export function shareRows(state: SyncState, now: string, zone?: string): readonly ShareRow[] {
  return state.shares.map((share): ShareRow => {
    if (share.origin === 'seed')
      return { share, title: updatesText.seed, mark: null, facts: [updatesText.seedNote], error: null, isRemovable: false };
    const { lastChecked, nextCheck } = share;
    return {
      share,
      title: share.label,
      mark: lastChecked === null && !isUnderWay(share.status) ? null : markOf(share.status),
      facts: [
        share.origin === 'policy' ? updatesText.byPolicy : updatesText.byPerson,
        lastChecked === null ? updatesText.shareNever : updatesText.shareChecked(lastChecked, now, zone),
        ...(nextCheck !== null && nextCheck > now ? [updatesText.shareNext(nextCheck, now, zone)] : []),
      ],
      error: share.status.error,
      isRemovable: !state.managed,
    };
  });
}

export interface ChannelRow {
  readonly channel: SyncChannel;
  readonly mark: Mark | null;
  readonly facts: readonly string[];
  /** Of its state and its warnings, for IT. */
  readonly references: readonly string[];
}

export function channelRows(state: SyncState, now: string, zone?: string): readonly ChannelRow[] {
  return [...state.channels]
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
    .map((channel) => {
      const { held, offered, status, lastGood, warnings } = channel;
      const codes = [...(status.error ? [status.error] : []), ...warnings].map(({ code }) => errorReference(code));
      const isWell = status.kind === 'current' || status.kind === 'repaired' || status.kind === 'none';
      return {
        channel,
        mark: status.kind === 'none' ? null : markOf(status),
        facts: [
          held === null ? updatesText.notHeld : updatesText.held(editionDay(held, zone)),
          ...(offered === null ? [] : [offeredWords(held, offered, zone)]),
          ...(isWell || isUnderWay(status) ? [] : [updatesText.channelSince(status.since, now, zone)]),
          ...(status.kind === 'none' ? [] : [lastGood === null ? updatesText.neverConfirmed : updatesText.confirmed(lastGood, now, zone)]),
        ],
        references: [...new Set(codes)],
      };
    });
}

function offeredWords(held: number | null, offered: number, zone: string | undefined): string {
  const day = editionDay(offered, zone);
  return held !== null && editionDay(held, zone) === day ? updatesText.offeredSameDay : updatesText.offered(day);
}

export interface FolderSummary {
  readonly sentence: string;
  readonly files: string | null;
  /** Something came in and nothing was refused. */
  readonly isClean: boolean;
}

export function folderSummary(report: FolderImport): FolderSummary {
  const count = (outcome: string): number => report.channels.filter((channel) => channel.outcome === outcome).length;
  const [imported, failed] = [count('imported'), count('failed')];
  const stopped = stoppedAfter(report);
  if (stopped) return { sentence: updatesText.resultStopped(...stopped), files: null, isClean: false };
  return {
    sentence: report.channels.length === 0 ? updatesText.resultNothing : `${updatesText.resultSum(imported, count('current'), failed)}.`,
    files: report.files > 0 ? `${updatesText.resultFiles(report.files, report.bytes)}.` : null,
    isClean: report.error === null && failed === 0 && report.channels.length > 0,
  };
}

/** Files that were copied, of how many, when a person called it off; else null. */
export function stoppedAfter({ error }: Pick<FolderImport, 'error'>): readonly [have: number, of: number] | null {
  if (error?.code !== 'CANCELLED') return null;
  const { have, of } = error.data;
  return [typeof have === 'number' ? have : 0, typeof of === 'number' ? of : 0];
}
