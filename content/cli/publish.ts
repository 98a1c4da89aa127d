// `guides publish`: puts a draft that enough people signed before the readers, and looks at it as they would.
import { userInfo } from 'node:os';
import { now as clock } from '../node/clock.ts';
import { publishDraft } from '../node/publish-draft.ts';
import { publishHelp } from './help-publishing.ts';
import { openOwnKey } from './passphrase.ts';
import { isHelp, readPublishing, sayRefusal, timeOf } from './publishing.ts';
import { printable, type Terminal } from './terminal.ts';

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function publish(args: readonly string[], terminal: Terminal): Promise<number> {
  if (isHelp(args)) {
    terminal.out(publishHelp);
    return 0;
  }
  const { repository, id, share, pinnedRoot, options, isJson } = readPublishing(args, { key: { takesValue: true } }, { draft: true });
  const key = options.get('key');
  const signer = key === undefined ? null : (await openOwnKey(key)).signer;
  const published = await publishDraft({
    share,
    repository: repository as string,
    id,
    signer,
    now: clock,
    owner: ownerName(),
    pinnedRoot,
    onWait: (owner, since) => terminal.note(`${printable(owner)} is publishing here since ${printable(since)}; waiting for half a minute.`),
    onStep: (_, done, of) => terminal.progress(`Writing (${done} of ${of})`),
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
  const what = kind === 'root' ? `root ${version}` : `edition ${version} (${timeOf(version)})`;
  terminal.out(`Published: ${what} of ${repository}, ${written} files new, ${kept} kept.`);
  terminal.out(`Read back as a reader would: ${checked} files verified.`);
  return 0;
}

/** Who publishes, for whoever has to wait: the name by which this PC knows the person. */
export function ownerName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}
