// `guides tidy`: clears drafts from staging that nobody needs any more. Never touches what is published.
import { now as clock } from '../node/clock.ts';
import { repositoriesIn } from '../node/publish-waiting.ts';
import { readPublished } from '../node/published.ts';
import { withShareLock } from '../node/share-lock.ts';
import { abandonedDays, overtakenDays, type TidyReport, tidyStaging } from '../node/staging-tidy.ts';
import { UsageError } from './arguments.ts';
import { tidyHelp } from './help-upkeep.ts';
import { openOwnKey } from './passphrase.ts';
import { ownerName } from './publish.ts';
import { isHelp, keyAndAll, readPublishing, sayRefusal } from './publishing.ts';
import { exitCodeOf, refusalJson, refusalLine } from './refusals.ts';
import type { Terminal } from './terminal.ts';

const lockWaitMs = 30_000;

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function tidy(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(tidyHelp);
    return 0;
  }
  const { repository, id, share, pinnedRoot, options, isJson } = readPublishing(args, keyAndAll, { draft: true, all: true });
  const key = options.get('key');
  if (!key) throw new UsageError('Say with which key: --key <file>. Only the groups and the stewards clear drafts.');
  const signer = (await openOwnKey(key)).signer;
  const done: (TidyReport & { readonly repository: string })[] = [];
  let passed = 0;
  for (const one of repository === null ? repositoriesIn(share) : [repository]) {
    const published = await readPublished({ share, repository: one, now, pinnedRoot });
    if (!published.ok) return sayRefusal(published.error, isJson, terminal);
    // Before the first root there is nobody yet whose drafts they are: the stewards who found it may clear them.
    const known = [...(published.value.root?.keys.values() ?? [])].map(({ keyVal }) => keyVal.public);
    if (published.value.root !== null && !known.includes(signer.key.keyval.public)) {
      if (repository !== null) return sayRefusal({ code: 'KEY_NOT_HELD', data: { key: signer.keyid.slice(0, 8) } }, isJson, terminal);
      passed += 1;
      continue;
    }
    const lock = { share, repository: one, owner: ownerName(), now: clock, waitMs: lockWaitMs };
    const tidied = await withShareLock(lock, () => tidyStaging({ share, repository: one, id, now, pinnedRoot }));
    if (!tidied.ok) {
      if (isJson) terminal.out(JSON.stringify(refusalJson(tidied.error)));
      else terminal.note(`${one}: ${refusalLine(tidied.error)}`);
      return exitCodeOf(tidied.error);
    }
    done.push({ repository: one, ...tidied.value });
  }
  if (isJson) {
    terminal.out(JSON.stringify({ ok: true, done, passed }));
    return 0;
  }
  for (const { repository: one, cleared, kept } of done) {
    for (const { id: draft, why } of cleared)
      terminal.out(`${one}: draft ${draft} cleared (${id === undefined ? reasons[why] : 'as you said'}).`);
    terminal.out(`${one}: ${cleared.length} cleared, ${kept.length} left.`);
  }
  if (passed > 0) terminal.note(`${passed} left out: this key signs nothing there.`);
  return 0;
}

const reasons = {
  published: 'it is published',
  overtaken: `overtaken more than ${overtakenDays} days ago`,
  abandoned: `nobody published it for ${abandonedDays} days`,
} as const;
