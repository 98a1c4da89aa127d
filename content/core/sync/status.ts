// What is true for a person, from what was seen and what is held. Of several shares the best counts: an older or
// broken copy elsewhere is no trouble while one share is well. Says nothing worse than what is known for sure.
import type { AppError } from '../base/error.ts';
import type { ChannelId } from '../base/ids.ts';
import type { ChannelMemory, HeldChannel, ShareMemory, Sighting, SyncKind, SyncMemory, SyncStatus } from './model.ts';
import { isOld, isSure, troubleOf } from './sightings.ts';

/** Confirmed longer ago than this is said as out of date; the usual pause is an hour, a PC may be off for a night. */
const day = 24 * 60 * 60_000;

export interface StatusInput {
  readonly memory: SyncMemory;
  readonly held: readonly HeldChannel[];
  /** Ids of the shares that are configured. */
  readonly shares: readonly string[];
  /** When this began to be watched: the `since` of what never happened yet. */
  readonly started: Date;
  readonly now: Date;
}

export interface Statuses {
  readonly overall: SyncStatus;
  readonly shares: readonly { readonly share: string; readonly status: SyncStatus }[];
  readonly channels: readonly {
    readonly channel: ChannelId;
    readonly held: number | null;
    /** Newer than what is held, and not whole or not believed anywhere yet. */
    readonly offered: number | null;
    readonly status: SyncStatus;
    readonly warnings: readonly AppError[];
    readonly good: string | null;
  }[];
}

/** Worst first. What spoils reading comes before what only spoils news. */
const order: readonly SyncKind[] = [
  'refused',
  'no-space',
  'app-too-old',
  'clock',
  'stale',
  'incomplete',
  'denied',
  'unreachable',
  'out-of-date',
  'checking',
  'copying',
  'none',
  'repaired',
  'current',
];

export function statusOf(input: StatusInput): Statuses {
  const known = new Map(input.memory.shares.map((share) => [share.share, share]));
  const places = input.shares.map((id) => known.get(id)).filter((share) => share !== undefined);
  const ids = new Set<ChannelId>([
    ...input.held.map(({ channel }) => channel),
    ...places.flatMap(({ channels }) => channels.map(({ channel }) => channel)),
  ]);
  const channels = [...ids].map((channel) => channelOf(input, places, channel));
  const shares = input.shares.map((share) => ({ share, status: shareStatus(input, known.get(share)) }));
  return { overall: overallOf(input, places, channels, shares), shares, channels };
}

function channelOf(input: StatusInput, places: readonly ShareMemory[], channel: ChannelId): Statuses['channels'][number] {
  const held = input.held.find((candidate) => candidate.channel === channel) ?? null;
  const rows = places.map((place) => ({ place, row: place.channels.find((candidate) => candidate.channel === channel) }));
  const goods = rows.flatMap(({ row }) => (row?.good ? [row] : [])).sort((a, b) => ((a.good ?? '') < (b.good ?? '') ? 1 : -1));
  const good = goods[0]?.good ?? null;
  const offers = rows.flatMap(({ row }) => (row?.offered && row.offered > (held?.version ?? 0) ? [row.offered] : []));
  const offered = offers.length > 0 ? Math.max(...offers) : null;
  const warnings = warningsFor(goods[0], held, input.now);
  const base = placesStatus(input, rows, good, held?.version ?? null);
  const status = input.shares.length === 0 ? quiet('none', input.started) : base;
  return { channel, held: held?.version ?? null, offered, good, warnings, status: withWarnings(status, held, warnings, input) };
}

type Row = { readonly place: ShareMemory; readonly row: ChannelMemory | undefined };

/** One share that is well is enough; else the worst that is sure, else what was true last. */
function placesStatus(input: StatusInput, rows: readonly Row[], good: string | null, held: number | null): SyncStatus {
  const isWell = ({ place, row }: Row): boolean => !place.trouble && !!row?.good && !row.trouble;
  if (good && rows.some(isWell)) return confirmed(good, input.now);
  const troubles = rows.flatMap(({ place, row }) => place.trouble ?? row?.trouble ?? []);
  const said = rows.flatMap(({ place, row }) => {
    const sighting = place.trouble ?? row?.trouble;
    return (sighting && shown(sighting, input.now, hadIt(row, held))) ?? [];
  });
  // The fullest copy is the one that will be whole first; the same files elsewhere are not more files.
  return worst(said.sort((a, b) => (b.done ?? 0) - (a.done ?? 0))) ?? (good ? confirmed(good, input.now) : unconfirmed(troubles, input));
}

/** Whether this share once offered what is held: only then has it gone back; else it lags behind. */
const hadIt = (row: ChannelMemory | undefined, held: number | null): boolean =>
  held !== null && row !== undefined && row.version !== null && row.version >= held;

/** Null while it is not sure, or not old, enough to be said. `wentBack`: it offered more before. */
function shown(sighting: Sighting, now: Date, wentBack: boolean): SyncStatus | null {
  const { error, first, since } = sighting;
  const status = (kind: SyncKind, from: string): SyncStatus => ({ kind, since: from, error, ...counted(error) });
  switch (troubleOf(error)) {
    case 'unreachable':
      return status('unreachable', first);
    case 'denied':
      return status('denied', first);
    case 'app':
      return status('app-too-old', first);
    case 'refusal':
      return isSure(sighting) ? status('refused', since) : null;
    case 'older':
      return isSure(sighting) && isOld(sighting, now) ? status(wentBack ? 'refused' : 'out-of-date', first) : null;
    case 'doubt':
      if (isSure(sighting)) return status('refused', since);
      return incomplete(sighting, now);
    case 'incomplete':
      return incomplete(sighting, now);
    case 'local':
    case 'stopped':
      return null;
  }
}

/** With figures (row 14) it says itself that it is under way; without, replicas get a day (row 4). */
function incomplete(sighting: Sighting, now: Date): SyncStatus | null {
  const figures = counted(sighting.error);
  const error: AppError = { code: 'INCOMPLETE', data: sighting.error.data };
  return figures.of !== null || isOld(sighting, now) ? { kind: 'incomplete', since: sighting.since, error, ...figures } : null;
}

function counted({ data }: AppError): Pick<SyncStatus, 'done' | 'of'> {
  const { have, of } = data;
  return typeof have === 'number' && typeof of === 'number' ? { done: have, of } : { done: null, of: null };
}

function confirmed(good: string, now: Date): SyncStatus {
  return quiet(now.getTime() - Date.parse(good) > day ? 'out-of-date' : 'current', new Date(good));
}

function unconfirmed(troubles: readonly Sighting[], input: StatusInput): SyncStatus {
  const since = [...troubles.map((sighting) => sighting.since), input.started.toISOString()].sort()[0];
  return quiet('out-of-date', new Date(since ?? input.started));
}

function quiet(kind: SyncKind, since: Date): SyncStatus {
  return { kind, since: since.toISOString(), error: null, done: null, of: null };
}

/** An edition that nobody could confirm ages all the same. */
function warningsFor(good: ChannelMemory | undefined, held: HeldChannel | null, now: Date): readonly AppError[] {
  const warnings = good?.warnings ?? [];
  const isExpired = held !== null && Date.parse(held.expires) <= now.getTime();
  const isSaid = warnings.some(({ code }) => isStale(code));
  return isExpired && !isSaid ? [...warnings, { code: 'STALE', data: { expires: held.expires.slice(0, 10) } }] : warnings;
}

const isStale = (code: AppError['code']): boolean => ['STALE', 'REVIEW_OVERDUE', 'ROOT_STALE'].includes(code);

function withWarnings(status: SyncStatus, held: HeldChannel | null, warnings: readonly AppError[], { now }: StatusInput): SyncStatus {
  if (held?.retired) return status;
  const clock = warnings.find(({ code }) => code === 'CLOCK');
  const stale = warnings.find(({ code }) => isStale(code));
  const candidates = [status];
  if (clock) candidates.push({ ...quiet('clock', new Date(status.since)), error: clock });
  if (stale) {
    const expired = typeof stale.data.expires === 'string' ? Date.parse(stale.data.expires) : Number.NaN;
    const since = new Date(Number.isNaN(expired) ? now : Math.min(expired, now.getTime()));
    // The trouble that keeps it from being confirmed is the reason, and IT's next step.
    const reason = status.error ? { because: status.error.code } : {};
    candidates.push({ ...quiet('stale', since), error: { code: stale.code, data: { ...stale.data, ...reason } } });
  }
  return worst(candidates) ?? status;
}

function shareStatus(input: StatusInput, place: ShareMemory | undefined): SyncStatus {
  if (!place?.tried) return quiet('out-of-date', input.started);
  const { trouble, directory, channels } = place;
  const held = new Map(input.held.map(({ channel, version }) => [channel, version]));
  const said = trouble
    ? [shown(trouble, input.now, place.good !== null)]
    : [
        directory && shown(directory, input.now, place.good !== null),
        ...channels.map((row) => row.trouble && shown(row.trouble, input.now, hadIt(row, held.get(row.channel) ?? null))),
      ];
  const parts = said.filter((status) => status !== null);
  const troubles = [trouble, directory, ...channels.map((row) => row.trouble)].filter((sighting) => sighting !== null);
  return added(worst(parts), parts) ?? (place.good ? confirmed(place.good, input.now) : unconfirmed(troubles, input));
}

function overallOf(
  input: StatusInput,
  places: readonly ShareMemory[],
  channels: Statuses['channels'],
  shares: Statuses['shares'],
): SyncStatus {
  const live = channels.filter(({ channel }) => !input.held.find((held) => held.channel === channel)?.retired);
  const { local, repaired } = input.memory;
  // First: of equals it is the one that has a reason.
  const parts = [...(local ? [localStatus(local)] : []), ...live.map(({ status }) => status)];
  if (input.shares.length === 0) return worst(parts) ?? quiet('none', input.started);
  // A directory that no share has in order may hide new channels.
  const readable = places.filter((place) => !place.trouble);
  if (readable.every(({ directory }) => directory !== null))
    parts.push(...readable.flatMap(({ directory, good }) => (directory && shown(directory, input.now, good !== null)) ?? []));
  const overall = added(worst(parts), parts) ?? best(shares.map(({ status }) => status)) ?? quiet('out-of-date', input.started);
  const isMended = repaired !== null && overall.kind === 'current' && input.now.getTime() - Date.parse(repaired) < day;
  return isMended ? { ...overall, kind: 'repaired', since: repaired } : overall;
}

function localStatus({ error, first }: Sighting): SyncStatus {
  return { ...quiet(error.code === 'NO_SPACE' ? 'no-space' : 'out-of-date', new Date(first)), error };
}

/** The worst kind; of equals the first. Null of none. */
function worst(statuses: readonly SyncStatus[]): SyncStatus | null {
  const [first, ...rest] = statuses;
  return first ? rest.reduce((a, b) => (order.indexOf(b.kind) < order.indexOf(a.kind) ? b : a), first) : null;
}

/** With the files of all parts of its kind, since the earliest of them. */
function added(status: SyncStatus | null, parts: readonly SyncStatus[]): SyncStatus | null {
  if (!status) return null;
  const same = parts.filter(({ kind }) => kind === status.kind);
  const sum = (pick: 'done' | 'of') =>
    same.some(({ of }) => of !== null) ? same.reduce((total, part) => total + (part[pick] ?? 0), 0) : null;
  return { ...status, since: same.map(({ since }) => since).sort()[0] ?? status.since, done: sum('done'), of: sum('of') };
}

function best(statuses: readonly SyncStatus[]): SyncStatus | null {
  return [...statuses].sort((a, b) => order.indexOf(b.kind) - order.indexOf(a.kind))[0] ?? null;
}
