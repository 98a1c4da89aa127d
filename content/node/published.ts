// What is published of one repository, as a publisher must know it: all roots, the trusted state that a reader would
// reach, and when that cannot be reached, why. Channels begin with the root that the directory lists; one that is
// not listed yet begins with its own first root, which is said.
import { type AppError, asAppError } from '../core/base/error.ts';
import type { Sha256 } from '../core/base/ids.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { isRepository } from '../core/publish/staged.ts';
import { metadataBytes, trustLimits } from '../core/trust/limits.ts';
import type { RootMetadata } from '../core/trust/metadata.ts';
import { refuse } from '../core/trust/read-json.ts';
import type { PeopleNames } from '../core/trust/seal.ts';
import { noFloors, startTrust, type TrustedState, type TrustOptions, updateRoot } from '../core/trust/state.ts';
import { meetsThreshold } from '../core/trust/verify.ts';
import { sha256 } from './hash.ts';
import { directoryOf, readLists } from './import-directory.ts';
import type { ListedChannel } from './import-model.ts';
import { openShare, type ShareFolder } from './share.ts';
import { repositoryFolder } from './staging.ts';
import { updateRepository } from './update-repository.ts';

export interface PublishedInput {
  readonly share: string;
  /** `directory` or a channel's id. */
  readonly repository: string;
  readonly now: Date;
  /** The directory's first root as it came with the app; null believes the share's own. */
  readonly pinnedRoot?: Uint8Array | null;
}

export interface Published {
  readonly share: ShareFolder;
  readonly repository: string;
  /** First to newest that is trusted; empty before the first one is published. */
  readonly roots: readonly Uint8Array[];
  readonly root: RootMetadata | null;
  /** Null while nothing is published, or while what is there cannot be believed (`error`). */
  readonly state: TrustedState | null;
  /** Of the targets; 0 for none. */
  readonly version: number;
  /** Why a reader cannot read what is there; null when all is well or nothing is there yet. */
  readonly error: AppError | null;
  /** The directory lists this channel's first root (always true for the directory itself). */
  readonly isListed: boolean;
  readonly people: PeopleNames;
  readonly channels: readonly ListedChannel[];
}

/** CHANNEL_UNKNOWN for a name that cannot be one; SHARE_… when the share fails; TAMPERED for a false root. */
export async function readPublished(input: PublishedInput): Promise<Result<Published>> {
  try {
    if (!isRepository(input.repository)) return fail({ code: 'CHANNEL_UNKNOWN', data: { channel: input.repository } });
    const share = openShare(input.share);
    const options: TrustOptions = { mode: 'product', now: input.now, sha256, floors: noFloors };
    const directory = await readOne(share, 'directory', input.pinnedRoot ?? null, options);
    if (!directory.ok) return directory;
    const lists = directory.value.state ? await listsOf(share, directory.value.state) : { channels: [], people: new Map() };
    const common = { share, repository: input.repository, ...lists };
    if (input.repository === 'directory') return ok({ ...common, ...directory.value, isListed: true });
    const listed = lists.channels.find(({ id }) => id === input.repository);
    const channel = await readOne(share, input.repository, listed?.root ?? null, options);
    return channel.ok ? ok({ ...common, ...channel.value, isListed: listed !== undefined }) : channel;
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

type One = Pick<Published, 'roots' | 'root' | 'state' | 'version' | 'error'>;

async function readOne(share: ShareFolder, repository: string, first: Uint8Array | null, options: TrustOptions): Promise<Result<One>> {
  const none: One = { roots: [], root: null, state: null, version: 0, error: null };
  const folder = repositoryFolder(repository);
  const metadata = share.folder(...folder, 'metadata');
  const begin = first ?? (metadata === null ? null : await share.read(metadata, '1.root.json', metadataBytes.root));
  if (begin === null) return ok(none);
  const start = startTrust(begin, options);
  if (!start.ok) return start;
  const roots = [begin];
  let state = start.value;
  for (let count = 0; metadata !== null && count < trustLimits.rootRotations; count += 1) {
    const bytes = await share.read(metadata, `${state.root.version + 1}.root.json`, metadataBytes.root);
    const next = bytes && updateRoot(state, bytes);
    // A false root stops readers; a publisher must hear of it instead of building on the one before.
    if (next && !next.ok) return next;
    if (!bytes || !next?.ok) break;
    state = next.value;
    roots.push(bytes);
  }
  const { root } = state;
  if (metadata === null || !share.has(metadata, 'timestamp.json')) return ok({ ...none, roots, root });
  const update = await updateRepository({ share, folder, root: root.bytes, held: null, options });
  if (!update.ok) return ok({ ...none, roots, root, error: update.error });
  return ok({ roots, root, state: update.value.state, version: update.value.state.targets?.version ?? 0, error: null });
}

async function listsOf(share: ShareFolder, state: TrustedState): Promise<{ channels: readonly ListedChannel[]; people: PeopleNames }> {
  const files = await readLists(share, state);
  const lists = files.ok ? directoryOf(state, files.value) : files;
  return lists.ok ? { channels: lists.value.channels, people: lists.value.people } : { channels: [], people: new Map() };
}

/** One published file, checked against its digest; null when it is missing or not what was signed. */
export async function readPublishedBlob(
  published: Pick<Published, 'share' | 'repository'>,
  name: string,
  entry: { readonly length: number; readonly sha256: Sha256 },
): Promise<Uint8Array | null> {
  if (entry.length > trustLimits.fileBytes) return null;
  const folder = published.share.folder(...repositoryFolder(published.repository), 'targets');
  const bytes = folder === null ? null : await published.share.read(folder, `${entry.sha256}.${name}`, entry.length);
  return bytes && bytes.length === entry.length && sha256(bytes) === entry.sha256 ? bytes : null;
}

/** Whether the repository's own name is one of a channel or the directory, else CHANNEL_UNKNOWN; for commands. */
export function unknownChannel(repository: string): ReturnType<typeof fail<AppError>> {
  return fail({ code: 'CHANNEL_UNKNOWN', data: { channel: repository } });
}

/**
 * The newest of all versions that a reader has seen: no later signing may lie before it.
 * @param next a root that is to be published: what its keys no longer vouch for is forgotten by readers (TUF 5.3.11),
 * so that a number far ahead by a stolen key stops nobody.
 */
export function newestVersion({ state }: Pick<Published, 'state'>, next: RootMetadata | null = null): number {
  const parts = [state?.timestamp, state?.snapshot, state?.targets].filter((part) => part !== null && part !== undefined);
  return Math.max(0, ...parts.flatMap((part) => (next === null || meetsThreshold(next, part.role, part, 'product') ? [part.version] : [])));
}

/** CHANNEL_UNKNOWN where no root is published: nobody can have signed for it. */
export function requireRoot(published: Published): Result<RootMetadata> {
  return published.root ? ok(published.root) : refuse('CHANNEL_UNKNOWN', '1.root.json', 'missing');
}
