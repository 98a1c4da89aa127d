// Joins what two stewards published of the directory at the same time on two copies. People and roots follow from the
// published roots; what only a list says (a channel that is new, a withdrawal) is taken over from both sides. Where
// both changed the same withdrawal, the newest lists' stays and the file is named.
import { fail, ok, type Result } from '../core/base/result.ts';
import { channelsFile, peopleFile } from '../core/publish/directory.ts';
import { stageDirectory } from './directory-draft.ts';
import { directoryOf } from './import-directory.ts';
import type { ListedChannel } from './import-model.ts';
import { editionFiles, type FoundEdition } from './publish-editions.ts';
import type { PublishInput } from './publish-write.ts';
import type { Published } from './published.ts';

export interface JoinedDirectory {
  /** The draft that waits for two stewards. */
  readonly draft: string;
  /** By the lost edition's version: files of which something could not be joined. */
  readonly conflicts: ReadonlyMap<number, readonly string[]>;
}

/** @param sides the newest edition is the one that `published` shows. What `stageDirectory` refuses. */
export async function joinDirectory(
  input: Pick<PublishInput, 'share' | 'now' | 'pinnedRoot'>,
  published: Published,
  sides: { readonly found: readonly FoundEdition[]; readonly base: FoundEdition | null },
  note: string,
): Promise<Result<JoinedDirectory>> {
  const base = sides.base && (await listsOf(published, sides.base));
  const channels = new Map<string, ListedChannel>();
  const retired = new Map<string, string | null>();
  const people: Uint8Array[] = [];
  const conflicts = new Map<number, readonly string[]>();
  for (const edition of sides.found) {
    const theirs = await listsOf(published, edition);
    if (!theirs) return fail({ code: 'INCOMPLETE', data: { file: `${edition.version}.targets.json`, why: 'missing' } });
    if (theirs.people) people.push(theirs.people);
    let isLost = false;
    for (const channel of theirs.channels) {
      const ours = published.channels.find(({ id }) => id === channel.id);
      if (!ours) {
        channels.set(channel.id, channel);
        continue;
      }
      const before = base?.channels.find(({ id }) => id === channel.id)?.retired ?? null;
      const now = retired.get(channel.id) ?? ours.retired;
      if (channel.retired === before || channel.retired === now) continue;
      if (now === before) retired.set(channel.id, channel.retired);
      else isLost = true;
    }
    conflicts.set(edition.version, isLost ? [channelsFile] : []);
  }
  const join = { versions: sides.found.map(({ version }) => version), channels: [...channels.values()], retired, people };
  const { share, pinnedRoot = null } = input;
  const staged = await stageDirectory({ share, pinnedRoot, now: input.now(), note }, { join });
  if (!staged.ok) return staged;
  // With `join` there is always a draft: it says that it was made from both, or the next heal would find them again.
  return staged.value ? ok({ draft: staged.value.id, conflicts }) : fail({ code: 'NOTHING_NEW', data: { channel: 'directory' } });
}

async function listsOf(
  published: Published,
  edition: FoundEdition,
): Promise<{ readonly channels: readonly ListedChannel[]; readonly people: Uint8Array | null } | null> {
  const files = await editionFiles(published, edition);
  if (!files || !published.state) return null;
  const lists = directoryOf({ ...published.state, targets: edition.targets }, files);
  return lists.ok ? { channels: lists.value.channels, people: files.get(peopleFile) ?? null } : null;
}
