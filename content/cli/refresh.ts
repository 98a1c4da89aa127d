// `guides refresh`: the heartbeat of a channel, the directory, or of everything that this key may confirm.

import type { AppError } from '../core/base/error.ts';
import { now as clock } from '../node/clock.ts';
import { type RefreshReport, refreshTimestamp } from '../node/publish-refresh.ts';
import { readPublished } from '../node/published.ts';
import { UsageError } from './arguments.ts';
import { refreshHelp } from './help-publishing.ts';
import { openOwnKey } from './passphrase.ts';
import { ownerName } from './publish.ts';
import { isHelp, readPublishing, sayRefusal } from './publishing.ts';
import { exitCodeOf, refusalLine } from './refusals.ts';
import type { Terminal } from './terminal.ts';

const rules = { key: { takesValue: true }, all: { takesValue: false }, force: { takesValue: false } } as const;

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function refresh(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(refreshHelp);
    return 0;
  }
  const { repository, share, pinnedRoot, options, isJson } = readPublishing(args, rules, { draft: false, all: true });
  const key = options.get('key');
  if (!key) throw new UsageError('Say with which key: --key <file>.');
  const signer = (await openOwnKey(key)).signer;
  const directory = await readPublished({ share, repository: 'directory', now, pinnedRoot });
  if (!directory.ok) return sayRefusal(directory.error, isJson, terminal);
  const isAll = repository === null;
  const wanted = isAll
    ? ['directory', ...directory.value.channels.filter(({ retired }) => retired === null).map(({ id }) => id)]
    : [repository];
  const done: RefreshReport[] = [];
  const failed: { repository: string; error: AppError }[] = [];
  let passed = 0;
  for (const one of wanted) {
    const force = options.has('force');
    const report = await refreshTimestamp({ share, repository: one, signer, now: clock, owner: ownerName(), pinnedRoot, force });
    if (report.ok) done.push(report.value);
    // With --all, what this key may not confirm is others' to confirm.
    else if (isAll && report.error.code === 'KEY_NOT_HELD') passed += 1;
    else failed.push({ repository: one, error: report.error });
  }
  const exit = failed.length > 0 ? Math.max(...failed.map(({ error }) => exitCodeOf(error))) : done.length === 0 ? 1 : 0;
  if (isJson) {
    terminal.out(JSON.stringify({ ok: exit === 0, done, failed, passed }));
    return exit;
  }
  for (const { repository: one, isNew, until } of done)
    terminal.out(isNew ? `${one}: confirmed until ${until}.` : `${one}: confirmed less than a week ago, until ${until}; left as it is.`);
  for (const { repository: one, error } of failed) terminal.note(`${one}: ${refusalLine(error)}`);
  if (passed > 0) terminal.note(`${passed} left out: this key may not confirm them.`);
  return exit;
}
