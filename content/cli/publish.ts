// `guides publish`: puts a draft that enough people signed before the readers, and looks at it as they would.
import { userInfo } from 'node:os';
import type { AppError } from '../core/base/error.ts';
import type { StagedSigner } from '../core/publish/stage.ts';
import { now as clock } from '../node/clock.ts';
import { publishDraft } from '../node/publish-draft.ts';
import { listWaiting } from '../node/publish-waiting.ts';
import type { PublishReport } from '../node/publish-write.ts';
import { publishHelp } from './help-publishing.ts';
import { openOwnKey } from './passphrase.ts';
import { isHelp, keyAndAll, type PublishingWords, readPublishing, sayRefusal, timeOf } from './publishing.ts';
import { refusalLine } from './refusals.ts';
import { printable, type Terminal } from './terminal.ts';

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function publish(args: readonly string[], terminal: Terminal): Promise<number> {
  if (isHelp(args)) {
    terminal.out(publishHelp);
    return 0;
  }
  const words = readPublishing(args, keyAndAll, { draft: true, all: true });
  const { repository, id, share, pinnedRoot, options, isJson } = words;
  const key = options.get('key');
  const signer = key === undefined ? null : (await openOwnKey(key)).signer;
  if (options.has('all')) return publishAll({ ...words, signer }, terminal);
  const published = await publishDraft({
    share,
    repository: repository as string,
    id,
    signer,
    now: clock,
    owner: ownerName(),
    pinnedRoot,
    ...heard(terminal),
  });
  terminal.done();
  if (!published.ok) return sayRefusal(published.error, isJson, terminal);
  const { kind, version, written, kept, checked, counted } = published.value;
  if (isJson) {
    const { counts, ignored } = counted;
    terminal.out(
      JSON.stringify({
        ok: true,
        draft: published.value.id,
        kind,
        version,
        written,
        kept,
        bytes: published.value.bytes,
        checked,
        counts,
        ignored,
      }),
    );
    return 0;
  }
  terminal.out(`Published: ${whatOf(kind, version)} of ${repository}, ${written} files new, ${kept} kept.`);
  terminal.out(`Read back as a reader would: ${checked} files verified.`);
  return 0;
}

interface AllWords extends Pick<PublishingWords, 'share' | 'pinnedRoot' | 'isJson'> {
  readonly signer: StagedSigner | null;
}

/** Everything that enough people signed, roots and the directory first. @returns 1 when something was refused. */
async function publishAll({ share, pinnedRoot, isJson, signer }: AllWords, terminal: Terminal): Promise<number> {
  const done: PublishReport[] = [];
  const failed = new Map<string, { repository: string; error: AppError }>();
  // Each publishing may make another draft ready (an edition that a new root vouches for) or overtake it.
  for (;;) {
    const waiting = await listWaiting({ share, now: clock(), pinnedRoot });
    if (!waiting.ok) return sayRefusal(waiting.error, isJson, terminal);
    const ready = waiting.value.find(({ id, review, rivals }) => review.counted.isComplete && rivals.length === 0 && !failed.has(id));
    if (!ready) break;
    const { repository, id } = ready;
    const input = { share, repository, id, signer, now: clock, owner: ownerName(), pinnedRoot, ...heard(terminal) };
    const published = await publishDraft(input);
    terminal.done();
    if (!published.ok) failed.set(id, { repository, error: published.error });
    else {
      done.push(published.value);
      if (!isJson) terminal.out(`Published: ${whatOf(published.value.kind, published.value.version)} of ${repository}.`);
    }
  }
  const refused = [...failed].map(([draft, { repository, error }]) => ({ repository, draft, error }));
  if (isJson) terminal.out(JSON.stringify({ ok: refused.length === 0, done, failed: refused }));
  else {
    for (const { repository, draft, error } of refused) terminal.note(`${repository} ${draft}: ${refusalLine(error)}`);
    if (done.length + refused.length === 0) terminal.out('Nothing here has enough signatures and waits to be published.');
  }
  return refused.length > 0 ? 1 : 0;
}

const whatOf = (kind: PublishReport['kind'], version: number) =>
  kind === 'root' ? `root ${version}` : `edition ${version} (${timeOf(version)})`;

const heard = (terminal: Terminal) => ({
  onWait: (owner: string, since: string) =>
    terminal.note(`${printable(owner)} is publishing here since ${printable(since)}; waiting for half a minute.`),
  onStep: (_: unknown, done: number, of: number) => terminal.progress(`Writing (${done} of ${of})`),
});

/** Who publishes, for whoever has to wait: the name by which this PC knows the person. */
export function ownerName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}
