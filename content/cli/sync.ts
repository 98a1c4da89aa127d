// `guides sync`: one round over the named shares into a store, as the app does it, for people and scheduled tasks.
import { type AppError, errorReference } from '../core/base/error.ts';
import { learn } from '../core/sync/learn.ts';
import { troubleOf } from '../core/sync/sightings.ts';
import type { ImportReport } from '../node/import-share.ts';
import { readMemory, shareId, writeMemory } from '../node/sync-memory.ts';
import { syncRound } from '../node/sync-round.ts';
import { readArguments, UsageError } from './arguments.ts';
import { syncHelp } from './help-sync.ts';
import { ownRootNote, rootFrom, takeShares } from './share-options.ts';
import { printable, type Terminal, table } from './terminal.ts';

const rules = { store: { takesValue: true }, root: { takesValue: true }, json: { takesValue: false } } as const;

/** @returns the exit code. Throws `UsageError` and the system's errors. */
export async function sync(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(syncHelp);
    return 0;
  }
  const { shares, rest } = takeShares(args);
  const { options } = readArguments(rest, rules, 0);
  const store = options.get('store');
  if (store === undefined) throw new UsageError('Say which store to fill: --store <folder>.');
  if (shares.length === 0) throw new UsageError('Say where the guides are: --share <folder>.');
  const pinnedRoot = await rootFrom(options.get('root'), shares);
  let memory = readMemory(store);
  const reports: (readonly [share: string, report: ImportReport])[] = [];
  await syncRound({
    store,
    shares: shares.map((share) => ({ id: shareId(share), path: share })),
    pinnedRoot,
    now,
    onProgress: (done, of) => terminal.progress(`Copying (${done} of ${of} files)`),
    onReport: ({ id, path }, report) => {
      reports.push([path, report]);
      // Half: a schedule decides when this runs again, not chance.
      memory = learn(memory, id, report, now, 0.5);
    },
  });
  terminal.done();
  const exit = exitOf(reports.map(([, report]) => report));
  if (exit < 2) await writeMemory(store, memory);
  if (options.has('json')) {
    const all = reports.map(([share, { error, directory, channels }]) => ({ share, error: error ?? directory.error, channels }));
    terminal.out(JSON.stringify({ ok: exit === 0, changed: reports.some(([, { changed }]) => changed), shares: all }));
    return exit;
  }
  if (!options.has('root')) terminal.note(ownRootNote);
  say(reports, terminal);
  terminal.out(
    exit === 0 ? 'Everything that verified is held.' : 'Not everything could be brought in. What was held before stays readable.',
  );
  return exit;
}

function say(reports: readonly (readonly [string, ImportReport])[], terminal: Terminal): void {
  for (const [share, { error, directory, channels }] of reports) {
    const general = error ?? directory.error;
    terminal.out(general ? `${printable(share)}: ${line(general)}` : printable(share));
    const rows = channels.map(({ channel, outcome, version, error: fault, warnings, files, bytes }) => [
      channel,
      version === null ? '-' : String(version),
      files,
      Math.ceil(bytes / 1024),
      [fault ? line(fault) : outcome, ...warnings.map(({ code }) => code)].join(' '),
    ]);
    if (rows.length > 0) terminal.out(table(['channel', 'edition', 'files', 'kB', 'result'], rows));
  }
}

/** 2 when not one share could be looked at, or the store cannot take anything. An older copy is no fault beside a newer one. */
function exitOf(reports: readonly ImportReport[]): number {
  const isStore = ({ error }: ImportReport): boolean => error !== null && troubleOf(error) === 'local';
  if (reports.some(isStore)) return 2;
  const isGone = ({ error }: ImportReport): boolean => error !== null && ['unreachable', 'denied'].includes(troubleOf(error));
  if (reports.every(isGone)) return 2;
  const held = new Set(
    reports.flatMap(({ channels }) => channels.filter(({ outcome }) => outcome !== 'failed').map(({ channel }) => channel)),
  );
  const isFine = ({ error, directory, channels }: ImportReport): boolean =>
    error === null &&
    (directory.error === null || (troubleOf(directory.error) === 'older' && reports.length > 1)) &&
    channels.every(({ channel, error: fault }) => fault === null || (troubleOf(fault) === 'older' && held.has(channel)));
  return reports.every(isFine) ? 0 : 1;
}

function line({ code, data }: AppError): string {
  const facts = Object.entries(data).map(([name, value]) => `${name} ${printable(String(value))}`);
  return `${code} (${errorReference(code)})${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`;
}
