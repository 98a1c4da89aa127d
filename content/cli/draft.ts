// `guides draft`: a folder of guides becomes the channel's next edition, waiting in staging for signatures.
import type { GuidesElsewhere } from '../core/pack/check.ts';
import { slugsOf } from '../core/pack/check.ts';
import { draftStrict } from '../core/pack/draft.ts';
import { sortSources } from '../core/pack/sources.ts';
import { now as clock } from '../node/clock.ts';
import { makeDraft, remakeDraft } from '../node/publish-make.ts';
import { reviewDraft } from '../node/publish-review.ts';
import { signDraft } from '../node/publish-sign.ts';
import { UsageError } from './arguments.ts';
import { lineOf } from './build.ts';
import { draftHelp } from './help-publishing.ts';
import { openOwnKey } from './passphrase.ts';
import { isHelp, readPublishing, sayRefusal } from './publishing.ts';
import { type PackSources, packOfChannel } from './read-packs.ts';
import { reviewLines } from './say-review.ts';
import { printable, type Terminal } from './terminal.ts';

const rules = {
  from: { takesValue: true },
  again: { takesValue: false },
  note: { takesValue: true },
  key: { takesValue: true },
} as const;

/** @returns the exit code. Throws `UsageError` and the system's errors. */
export async function draft(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(draftHelp);
    return 0;
  }
  const { repository, share, pinnedRoot, options, isJson } = readPublishing(args, rules, { draft: false });
  const channel = repository as string;
  const from = options.get('from');
  if ((from === undefined) === !options.has('again')) throw new UsageError('Give --from <folder>, or --again for the published files.');
  const input = { share, channel, now, note: options.get('note') ?? '', pinnedRoot };
  const key = options.get('key');
  const signer = key === undefined ? null : (await openOwnKey(key)).signer;
  const made = from === undefined ? await remakeDraft(input) : await makeDraft({ ...input, ...sourcesFrom(from, channel) });
  if (!made.ok) return sayRefusal(made.error, isJson, terminal);
  const { id, problems, dropped } = made.value;
  if (!isJson) for (const problem of problems) terminal.note(printable(lineOf(problem)));
  if (id === null) {
    if (isJson) terminal.out(JSON.stringify({ ok: false, draft: null, problems, dropped }));
    else terminal.out('No draft was made: the guides have errors.');
    return 1;
  }
  const signed = signer ? await signDraft({ share, repository: channel, id, signer, now: clock, pinnedRoot }) : null;
  const review = await reviewDraft({ share, repository: channel, id, now, pinnedRoot });
  if (!review.ok) return sayRefusal(review.error, isJson, terminal);
  if (isJson) {
    const { difference, bad, counted } = review.value;
    terminal.out(
      JSON.stringify({ ok: true, draft: id, version: made.value.version, problems, dropped, difference, bad, counts: counted.counts }),
    );
  } else {
    for (const line of reviewLines(review.value)) terminal.out(line);
    terminal.out(`Draft ${id} is in staging. The others look at it with: guides review ${channel} ${id} --share <share>`);
  }
  return signed && !signed.ok ? sayRefusal(signed.error, false, terminal) : 0;
}

/** The channel's pack from a folder that is one, or that holds packs; the others say which links are good. */
function sourcesFrom(folder: string, channel: string): { files: PackSources['files']; elsewhere?: GuidesElsewhere } {
  const { pack, others } = packOfChannel(folder, channel);
  if (others.length === 0) return { files: pack.files };
  const elsewhere = new Map(
    others.flatMap((other) =>
      sortSources(other.files)
        .guides.map(draftStrict)
        .map((guide) => [guide.parsed.meta.id, slugsOf(guide)] as const),
    ),
  );
  return { files: pack.files, elsewhere };
}
