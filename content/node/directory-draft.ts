// The directory's next lists as a draft in staging: made from the published roots of all repositories and one change.
// A channel that is not listed yet is listed once its first root is signed by the stewards and its group has published:
// readers must not be told of an edition that is not there.
import { type ChannelId, isChannelId } from '../core/base/ids.ts';
import { ok, type Result } from '../core/base/result.ts';
import { peopleFile } from '../core/publish/directory.ts';
import { type DirectoryChannel, directoryLists, fitsDirectory } from '../core/publish/directory-plan.ts';
import type { KeyHolder } from '../core/publish/key-card.ts';
import { groupOf, type RootGroup } from '../core/publish/root-group.ts';
import { parseMetadata } from '../core/trust/metadata.ts';
import { isObject, readJsonObject } from '../core/trust/read-json.ts';
import { meetsThreshold } from '../core/trust/verify.ts';
import type { FoundingInput } from './founding.ts';
import { sha256 } from './hash.ts';
import type { ListedChannel } from './import-model.ts';
import { stageEdition } from './publish-stage.ts';
import { type Published, readPublished, readPublishedBlob } from './published.ts';
import { namesIn } from './staging.ts';

export interface DirectoryChange {
  /** Groups of roots that are still drafts, by repository: the lists are to say what will be. */
  readonly groups?: ReadonlyMap<string, RootGroup>;
  /** The day from which a channel's guidance is withdrawn; null takes a withdrawal back. */
  readonly retire?: { readonly channel: string; readonly day: string | null };
  /** Lists that another steward published at the same time on another copy: joined into these. */
  readonly join?: DirectoryJoin;
}

export interface DirectoryJoin {
  /** Their versions: the draft says that it was made from them too. */
  readonly versions: readonly number[];
  /** Channels that only the others list, with the first root that they vouch for. */
  readonly channels: readonly ListedChannel[];
  /** Days of withdrawal that the others changed, by channel; null for a withdrawal taken back. */
  readonly retired: ReadonlyMap<string, string | null>;
  /** Files with the names of people, of the others' lists. */
  readonly people: readonly Uint8Array[];
}

export interface DirectoryDraft {
  readonly id: string;
  readonly version: number;
  /** Channels that are listed for the first time. */
  readonly added: readonly ChannelId[];
}

type People = ReadonlyMap<string, Pick<KeyHolder, 'name' | 'force'>>;

/** Null when the published lists say all of it already. What `readPublished` refuses; throws SHARE_…. */
export async function stageDirectory(input: FoundingInput, change: DirectoryChange = {}): Promise<Result<DirectoryDraft | null>> {
  const directory = await readPublished({ ...input, repository: 'directory' });
  if (!directory.ok) return directory;
  const { join } = change;
  const published: Published = join ? { ...directory.value, channels: [...directory.value.channels, ...join.channels] } : directory.value;
  const people: People = new Map([...(join?.people ?? []).flatMap(namesOf), ...(await peopleOf(published))]);
  const stewards = change.groups?.get('directory') ?? (published.root && groupOf(published.root, { people, channel: null }));
  const channels: DirectoryChannel[] = [];
  const added: ChannelId[] = [];
  for (const id of await channelIds(published)) {
    const channel = await channelOf(input, published, id, people, change);
    if (!channel.ok) return channel;
    if (channel.value === null) continue;
    channels.push(channel.value);
    if (!directory.value.channels.some((listed) => listed.id === id)) added.push(id);
  }
  const files = directoryLists(stewards?.stewards ?? [], channels);
  const before = published.state?.targets?.targets;
  if (!join && before?.size === files.length && files.every(({ name, bytes }) => before.get(name)?.sha256 === sha256(bytes)))
    return ok(null);
  const { id, version } = await stageEdition(directory.value, files, input, join?.versions);
  return ok({ id, version, added });
}

/** Names by public key, from the published lists; empty before the first. */
export async function knownPeople(input: Omit<FoundingInput, 'note'>): Promise<Result<People>> {
  const directory = await readPublished({ ...input, repository: 'directory' });
  return directory.ok ? ok(await peopleOf(directory.value)) : directory;
}

async function peopleOf(published: Published): Promise<People> {
  const entry = published.state?.targets?.targets.get(peopleFile);
  const bytes = entry ? await readPublishedBlob(published, peopleFile, entry) : null;
  return new Map(bytes ? namesOf(bytes) : []);
}

function namesOf(bytes: Uint8Array): readonly (readonly [key: string, Pick<KeyHolder, 'name' | 'force'>])[] {
  const parsed = readJsonObject(bytes, bytes.length, peopleFile);
  const list = parsed.ok && Array.isArray(parsed.value.people) ? parsed.value.people.filter(isObject) : [];
  return list.flatMap(({ name, force, public: key }) =>
    typeof name === 'string' && typeof key === 'string'
      ? [[key.toLowerCase(), { name, force: typeof force === 'string' ? force : null }] as const]
      : [],
  );
}

/** Listed ones in their order, then the others that lie on the share. */
async function channelIds({ share, channels }: Published): Promise<readonly ChannelId[]> {
  const folder = share.folder('channels');
  const lying = folder === null ? [] : namesIn(folder).filter(isChannelId).filter(fitsDirectory);
  return [...new Set([...channels.map(({ id }) => id), ...lying.sort()])];
}

/** Null for what is not to be listed (yet). */
async function channelOf(
  input: FoundingInput,
  directory: Published,
  id: ChannelId,
  people: People,
  change: DirectoryChange,
): Promise<Result<DirectoryChannel | null>> {
  const listed = directory.channels.find((channel) => channel.id === id);
  const read = await readPublished({ ...input, repository: id });
  // What lies there unlisted and cannot be believed is nobody's; a listed channel's trouble must be seen.
  if (!read.ok) return listed ? read : ok(null);
  const { roots, root, version } = read.value;
  const [first] = roots;
  if (!first || !root) return ok(null);
  const known = { people, channel: listed ? { id, title: listed.title, kind: listed.kind } : null };
  const group = change.groups?.get(id) ?? groupOf(root, known);
  const name = group.channel;
  if (!listed && (version === 0 || !name || name.id !== id || !isByStewards(directory, first))) return ok(null);
  // Another first root than the one that two stewards vouched for on the other copy is nobody's.
  if (change.join?.channels.some((theirs) => theirs.id === id && !Buffer.from(theirs.root).equals(first))) return ok(null);
  const joined = change.join?.retired.get(id);
  const day = change.retire?.channel === id ? change.retire.day : joined === undefined ? (listed?.retired ?? null) : joined;
  const entry = { id, title: name?.title ?? id, kind: name?.kind ?? 'channel', rootSha256: sha256(first), retired: day } as const;
  return ok({ entry, first, group: { ...group, editors: group.editors ?? [] } });
}

/** Whether enough of the directory's own stewards signed a channel's first root. */
function isByStewards({ root }: Published, first: Uint8Array): boolean {
  const parsed = parseMetadata('root', first, 'product');
  return parsed.ok && root !== null && meetsThreshold(root, 'root', parsed.value, 'product');
}
