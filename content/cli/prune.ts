// `guides prune`: stewards remove files of editions that no reader has needed for half a year. Never a root.
import type { AppError } from '../core/base/error.ts';
import { now as clock } from '../node/clock.ts';
import { type PruneReport, pruneRepository } from '../node/publish-prune.ts';
import { readPublished } from '../node/published.ts';
import { UsageError } from './arguments.ts';
import { pruneHelp } from './help-upkeep.ts';
import { openOwnKey } from './passphrase.ts';
import { ownerName } from './publish.ts';
import { isHelp, keyAndAll, readPublishing, sayRefusal } from './publishing.ts';
import { exitCodeOf, refusalLine } from './refusals.ts';
import { printable, type Terminal } from './terminal.ts';

const rules = { ...keyAndAll, 'dry-run': { takesValue: false } } as const;

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function prune(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(pruneHelp);
    return 0;
  }
  const { repository, share, pinnedRoot, options, isJson } = readPublishing(args, rules, { draft: false, all: true });
  const key = options.get('key');
  if (!key) throw new UsageError('Say with which key: --key <file>. Only stewards prune.');
  const dryRun = options.has('dry-run');
  const signer = (await openOwnKey(key)).signer;
  const directory = await readPublished({ share, repository: 'directory', now, pinnedRoot });
  if (!directory.ok) return sayRefusal(directory.error, isJson, terminal);
  const done: PruneReport[] = [];
  const failed: { repository: string; error: AppError }[] = [];
  for (const one of repository === null ? ['directory', ...directory.value.channels.map(({ id }) => id)] : [repository]) {
    const pruned = await pruneRepository({ share, repository: one, signer, now: clock, owner: ownerName(), pinnedRoot, dryRun });
    if (pruned.ok) done.push(pruned.value);
    else failed.push({ repository: one, error: pruned.error });
  }
  const exit = failed.length > 0 ? Math.max(...failed.map(({ error }) => exitCodeOf(error))) : 0;
  if (isJson) {
    terminal.out(JSON.stringify({ ok: exit === 0, dryRun, done, failed }));
    return exit;
  }
  for (const { repository: one, removed, bytes, kept } of done) {
    if (dryRun) for (const file of removed) terminal.out(`${one}: ${printable(file)} would go.`);
    const kilobytes = Math.ceil(bytes / 1024);
    terminal.out(`${one}: ${removed.length} files ${dryRun ? 'would go' : 'removed'} (${kilobytes} kB), ${kept} stay.`);
  }
  for (const { repository: one, error } of failed) terminal.note(`${one}: ${refusalLine(error)}`);
  return exit;
}
