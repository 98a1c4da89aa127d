// The directory repository of a share: which channels there are and where trust in each begins. When a share's
// directory is damaged, the one that was verified before goes on being used.
import { type AppError, asAppError } from '../core/base/error.ts';
import { isChannelId, isSha256 } from '../core/base/ids.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { channelsFile, directoryFormat, peopleFile, rootFileOf } from '../core/publish/directory.ts';
import { isObject, type JsonObject, readJsonObject, refuse } from '../core/trust/read-json.ts';
import { floorsOf, startTrust, type TrustedState, warningsOf } from '../core/trust/state.ts';
import { sha256 } from './hash.ts';
import type { HeldDirectory, ImportInput, ListedChannel } from './import-model.ts';
import { type MetadataSet, readSet, startOf, writeSet } from './metadata-set.ts';
import type { ShareFolder } from './share.ts';
import type { StoreState } from './store-state.ts';
import { offerHeld, setOf, updateRepository } from './update-repository.ts';

/** Metadata of a directory's own targets: small lists and roots. */
const listBytes = 1024 * 1024;

export async function updateDirectory(input: ImportInput, share: ShareFolder, before: StoreState): Promise<Result<HeldDirectory>> {
  const pinned = sha256(input.pinnedRoot);
  const samePin = before.pinned === pinned;
  const { held, floors } = startOf(samePin ? readSet(input.store, before.directory.set) : null, before.directory.floors);
  const options = { mode: 'product', now: input.now, sha256, floors } as const;
  const root = held?.get('root.json') ?? input.pinnedRoot;
  const update = await updateRepository({ share, folder: ['directory'], root, held, options });
  let error: AppError | null = update.ok ? null : update.error;
  if (update.ok) {
    const files = update.value.current && held ? ok(held) : await listsOrFault(share, update.value.state);
    const read = files.ok ? directoryOf(update.value.state, files.value) : files;
    if (files.ok && read.ok) {
      const set = await writeSet(input.store, new Map([...files.value, ...update.value.roots, ...setOf(update.value.state)]));
      return ok({ ...read.value, error, state: { pinned, directory: { set, floors: floorsOf(update.value.state) } } });
    }
    error = read.ok ? null : read.error;
  }
  // Going on with what is held: its own lists, verified when they were stored and by digest just now.
  const start = held && startTrust(root, options);
  const state = start?.ok ? offerHeld(start.value, held) : null;
  const read = held && state?.targets ? directoryOf(state, held) : null;
  if (!read?.ok || !error) return fail(error ?? { code: 'INCOMPLETE', data: { file: 'directory' } });
  return ok({ ...read.value, error, state: { pinned, directory: before.directory } });
}

async function listsOrFault(share: ShareFolder, state: TrustedState): Promise<Result<MetadataSet>> {
  try {
    return await readLists(share, state);
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

/** The directory's own files, each checked against what was signed. Throws the share's faults. */
export async function readLists(share: ShareFolder, state: TrustedState): Promise<Result<MetadataSet>> {
  const files = new Map<string, Uint8Array>();
  const folder = share.folder('directory', 'targets');
  for (const [name, entry] of state.targets?.targets ?? []) {
    if (entry.length > listBytes) return refuse('TOO_LARGE', name, 'bytes');
    const bytes = folder === null ? null : await share.read(folder, `${entry.sha256}.${name}`, entry.length);
    // 5.7.2: length and hash of what the targets role signed.
    if (bytes === null || bytes.length < entry.length) return refuse('INCOMPLETE', name, bytes === null ? 'missing' : 'short');
    if (bytes.length > entry.length || sha256(bytes) !== entry.sha256) return refuse('TAMPERED', name, 'hash');
    files.set(name, bytes);
  }
  return ok(files);
}

/** What the verified lists say. */
export function directoryOf(state: TrustedState, files: MetadataSet): Result<Pick<HeldDirectory, 'channels' | 'people' | 'warnings'>> {
  const channels = listOf(files, channelsFile, 'channels');
  if (!channels.ok) return channels;
  const people = listOf(files, peopleFile, 'people');
  if (!people.ok) return people;
  const listed: ListedChannel[] = [];
  for (const entry of channels.value) {
    const { id, title, kind, rootSha256, retired } = entry;
    if (typeof id !== 'string' || !isChannelId(id) || typeof title !== 'string') return refuse('MALFORMED', channelsFile, 'entry');
    if (typeof rootSha256 !== 'string' || !isSha256(rootSha256)) return refuse('MALFORMED', channelsFile, 'entry');
    const root = files.get(rootFileOf(id));
    if (!root || sha256(root) !== rootSha256) return refuse('MALFORMED', channelsFile, 'root');
    listed.push({
      id,
      title,
      kind: kind === 'subject' ? 'subject' : 'channel',
      rootSha256,
      retired: typeof retired === 'string' ? retired : null,
      root,
    });
  }
  const names = new Map<string, string>();
  for (const { public: key, name, force } of people.value)
    if (typeof key === 'string' && typeof name === 'string')
      names.set(key.toLowerCase(), typeof force === 'string' ? `${name}, ${force}` : name);
  return ok({ channels: listed, people: names, warnings: warningsOf(state) });
}

function listOf(files: MetadataSet, file: string, field: string): Result<readonly JsonObject[]> {
  const bytes = files.get(file);
  if (!bytes) return refuse('MALFORMED', file, 'missing');
  const parsed = readJsonObject(bytes, listBytes, file);
  if (!parsed.ok) return parsed;
  const { format } = parsed.value;
  if (format !== directoryFormat)
    return refuse(typeof format === 'number' && format > directoryFormat ? 'APP_TOO_OLD' : 'MALFORMED', file, 'format');
  const list: unknown = parsed.value[field];
  if (!Array.isArray(list) || !list.every(isObject)) return refuse('MALFORMED', file, 'list');
  return ok(list);
}
