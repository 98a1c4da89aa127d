// `guides sign`: shows what a draft would change, checks clock and key, and adds this person's signature file.
import { now as clock } from '../node/clock.ts';
import { reviewDraft } from '../node/publish-review.ts';
import { signDraft } from '../node/publish-sign.ts';
import { UsageError } from './arguments.ts';
import { signHelp } from './help-publishing.ts';
import { openOwnKey } from './passphrase.ts';
import { isHelp, keyAndAll, readPublishing, sayRefusal } from './publishing.ts';
import { reviewLines, signerLines } from './say-review.ts';
import { signAll } from './sign-all.ts';
import { printable, type Terminal } from './terminal.ts';

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function sign(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(signHelp);
    return 0;
  }
  const words = readPublishing(args, keyAndAll, { draft: true, all: true });
  const { repository, id, share, pinnedRoot, options, isJson } = words;
  const file = options.get('key');
  if (!file) throw new UsageError('Say with which key: --key <file>.');
  if (options.has('all')) return signAll({ ...words, file }, terminal, now);
  const review = await reviewDraft({ share, repository: repository as string, id, now, pinnedRoot });
  if (!review.ok) return sayRefusal(review.error, isJson, terminal);
  // Shown before the passphrase is asked for: whoever does not want this stops here.
  if (!isJson) for (const line of reviewLines(review.value)) terminal.out(line);
  const signer = (await openOwnKey(file)).signer;
  // The draft that was shown, not one that has come since.
  const draft = review.value.folder.id;
  const signed = await signDraft({ share, repository: repository as string, id: draft, signer, now: clock, pinnedRoot });
  if (!signed.ok) return sayRefusal(signed.error, isJson, terminal);
  const { counted, isNew } = signed.value;
  if (isJson) {
    const { counts, isComplete } = counted;
    terminal.out(JSON.stringify({ ok: true, draft, file: signed.value.file, isNew, isComplete, counts, ignored: counted.ignored }));
    return 0;
  }
  terminal.out(isNew ? `Signed: ${signed.value.file}` : 'You had signed this draft already.');
  for (const line of signerLines(counted, (key) => printable(review.value.people.get(key) ?? `key ${key.slice(0, 8)}`))) terminal.out(line);
  terminal.out(
    counted.isComplete ? `Enough have signed. Publish it with: guides publish ${repository} ${draft}` : 'Others have to sign too.',
  );
  return 0;
}
