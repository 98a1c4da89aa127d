// `guides heal`: finds what was published at the same time on another copy of the share, and makes it visible.
import { now as clock } from '../node/clock.ts';
import { type HealReport, healRepository } from '../node/publish-heal.ts';
import { UsageError } from './arguments.ts';
import { healHelp } from './help-publishing.ts';
import { openOwnKey } from './passphrase.ts';
import { ownerName } from './publish.ts';
import { isHelp, readPublishing, sayRefusal, timeOf } from './publishing.ts';
import { printable, type Terminal } from './terminal.ts';

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function heal(args: readonly string[], terminal: Terminal): Promise<number> {
  if (isHelp(args)) {
    terminal.out(healHelp);
    return 0;
  }
  const { repository, share, pinnedRoot, options, isJson } = readPublishing(args, { key: { takesValue: true } }, { draft: false });
  const key = options.get('key');
  if (!key) throw new UsageError('Say with which key the timestamp is signed: --key <file>.');
  const signer = (await openOwnKey(key)).signer;
  const healed = await healRepository({ share, repository: repository as string, signer, now: clock, owner: ownerName(), pinnedRoot });
  if (!healed.ok) return sayRefusal(healed.error, isJson, terminal);
  if (isJson) terminal.out(JSON.stringify({ ok: true, ...healed.value }));
  else for (const line of healLines(healed.value, repository as string)) terminal.out(line);
  return 0;
}

export function healLines({ did, shown, version, lost, draft }: HealReport, repository: string): readonly string[] {
  if (did === 'well') return [`Nothing to heal: edition ${version} is the newest, and everything published is part of it.`];
  return [
    version === shown
      ? `Readers see edition ${version} (${timeOf(version)}).`
      : `Readers saw edition ${shown} and see edition ${version} (${timeOf(version)}) now.`,
    ...lost.flatMap(({ version: other, signers, conflicts }) => [
      `Edition ${other} (${timeOf(other)}) was published at the same time on another copy and is not part of it. Tell those who signed it: ${signers.map(printable).join(', ')}.`,
      ...conflicts.map(
        (file) => `    ${printable(file)}: both changed the same words. The newest edition's stay; the others have to be put in by hand.`,
      ),
    ]),
    ...(draft
      ? [`Draft ${draft} joins them. It needs signatures like every edition: guides review ${repository} ${draft}, then guides sign.`]
      : lost.length > 0
        ? ['They cannot be joined by themselves: draft the next edition from both.']
        : []),
  ];
}
