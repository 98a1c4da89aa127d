// `guides status`: what a store holds and what was seen at its shares, from this PC's own files only.

import { assertNever } from '../core/base/assert-never.ts';
import { errorReference } from '../core/base/error.ts';
import type { SyncStatus } from '../core/sync/model.ts';
import { statusOf } from '../core/sync/status.ts';
import { openLocalStore } from '../node/local-store.ts';
import { readMemory, shareId } from '../node/sync-memory.ts';
import { readArguments, UsageError } from './arguments.ts';
import { statusHelp } from './help-sync.ts';
import { takeShares } from './share-options.ts';
import { printable, type Terminal, table } from './terminal.ts';

const rules = { store: { takesValue: true }, json: { takesValue: false } } as const;

/** @returns the exit code. Throws `UsageError`, STORE_DENIED or APP_TOO_OLD. */
export async function status(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(statusHelp);
    return 0;
  }
  const named = takeShares(args);
  const { options } = readArguments(named.rest, rules, 0);
  const folder = options.get('store');
  if (folder === undefined) throw new UsageError('Say which store to look at: --store <folder>.');
  const store = await openLocalStore(folder);
  const memory = readMemory(folder);
  const editions = store.held();
  const held = editions.map(({ info, seal, retired }) => ({
    channel: info.channel,
    version: seal.version,
    expires: seal.expires,
    retired,
  }));
  const found = statusOf({ memory, held, shares: memory.shares.map(({ share }) => share), started: now, now });
  const paths = new Map(named.shares.map((share) => [shareId(share), share]));
  const titles = new Map(editions.map(({ info }) => [info.channel, info.title]));
  const problems = store.problems();
  const isWell = ['current', 'repaired', 'none'].includes(found.overall.kind) && problems.length === 0;
  if (options.has('json')) {
    const shares = found.shares.map(({ share, status: its }, index) => {
      const { tried = null, good = null, next = null } = memory.shares[index] ?? {};
      return { share, path: paths.get(share) ?? null, status: its, tried, good, next };
    });
    const channels = found.channels.map((channel) => ({ ...channel, title: titles.get(channel.channel) ?? channel.channel }));
    terminal.out(JSON.stringify({ overall: found.overall, shares, channels, problems }));
    return isWell ? 0 : 1;
  }
  const rows = found.channels.map(({ channel, held: version, status: its, good, warnings }) => [
    channel,
    version === null ? '-' : String(version),
    good ? minute(good) : 'never',
    [sentence(its), ...warnings.map(({ code }) => code)].join('; '),
  ]);
  if (rows.length > 0) terminal.out(table(['channel', 'edition', 'confirmed', 'status'], rows));
  for (const { share, status: its } of found.shares) terminal.out(`share ${printable(paths.get(share) ?? share)}: ${sentence(its)}`);
  for (const { channel, code } of problems) terminal.out(`${channel ?? 'store'}: ${code} (${errorReference(code)})`);
  terminal.out(`${sentence(found.overall)}.`);
  return isWell ? 0 : 1;
}

const minute = (time: string): string => `${time.slice(0, 16).replace('T', ' ')}Z`;

function sentence({ kind, since, error, done, of }: SyncStatus): string {
  const at = minute(since);
  const why = error ? ` (${errorReference(error.code)} ${error.code})` : '';
  switch (kind) {
    case 'none':
      return 'no share was looked at yet';
    case 'checking':
      return 'being looked at';
    case 'copying':
      return `copying ${done} of ${of} files`;
    case 'current':
      return `up to date at ${at}`;
    case 'repaired':
      return `up to date; damaged files were mended at ${at}`;
    case 'out-of-date':
      return `not confirmed since ${at}${why}`;
    case 'incomplete':
      return of === null ? `copy incomplete since ${at}` : `copy incomplete: ${done} of ${of} files`;
    case 'unreachable':
      return `not reachable since ${at}${why}`;
    case 'denied':
      return `no permission since ${at}${why}`;
    case 'refused':
      return `refused since ${at}${why}`;
    case 'stale':
      return `past its date since ${at}${why}`;
    case 'no-space':
      return `not enough space since ${at}${why}`;
    case 'clock':
      return `this PC's clock is behind what was signed${why}`;
    case 'app-too-old':
      return `made for a newer version of the app${why}`;
    default:
      return assertNever(kind);
  }
}
