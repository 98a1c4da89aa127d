// Checks a whole share without a store: every signature, every blob, every index, and what lies there that nobody
// signed. For the people who keep a share; readers do the same through the import.
import { readdirSync } from 'node:fs';
import { type AppError, asAppError } from '../core/base/error.ts';
import type { ChannelId } from '../core/base/ids.ts';
import { readEditionIndex } from '../core/pack/index.ts';
import type { EditionIndex } from '../core/pack/model.ts';
import { metadataBytes } from '../core/trust/limits.ts';
import type { EditionSeal } from '../core/trust/model.ts';
import { isDemoRoot, type PeopleNames, sealOf } from '../core/trust/seal.ts';
import { noFloors, type TrustedState, warningsOf } from '../core/trust/state.ts';
import { sha256 } from './hash.ts';
import { directoryOf, readLists } from './import-directory.ts';
import type { ListedChannel } from './import-model.ts';
import { openShare, type ShareFolder } from './share.ts';
import { updateRepository } from './update-repository.ts';

export interface ShareReport {
  readonly share: string;
  /** False when the share's own first root had to be believed. */
  readonly pinned: boolean;
  readonly demo: boolean;
  /** All is well: no error anywhere. */
  readonly ok: boolean;
  readonly directory: { readonly version: number | null; readonly error: AppError | null; readonly warnings: readonly AppError[] };
  readonly channels: readonly ShareChannelReport[];
}

export interface ShareChannelReport {
  readonly channel: ChannelId;
  readonly title: string;
  readonly retired: string | null;
  readonly seal: EditionSeal | null;
  readonly guides: number;
  readonly files: number;
  readonly bytes: number;
  /** Files that are missing or wrong, by name. */
  readonly bad: readonly { readonly file: string; readonly code: AppError['code']; readonly why: string }[];
  /** Names in the folders that nobody signed; readers pass over them. */
  readonly unsigned: readonly string[];
  readonly error: AppError | null;
  readonly warnings: readonly AppError[];
}

export interface VerifyInput {
  readonly share: string;
  /** The directory's first root from elsewhere; null believes the share's own. */
  readonly root: Uint8Array | null;
  readonly now: Date;
  readonly onProgress?: (channel: string, done: number, of: number) => void;
  /** Called with each verified index and the root it was verified by. */
  readonly onEdition?: (channel: ChannelId, index: EditionIndex, seal: EditionSeal) => void;
}

/** Throws SHARE_UNREACHABLE or SHARE_DENIED when there is nothing to check. */
export async function verifyShare(input: VerifyInput): Promise<ShareReport> {
  const share = openShare(input.share);
  const options = { mode: 'product', now: input.now, sha256, floors: noFloors } as const;
  const nothing = { share: share.root, pinned: input.root !== null, demo: false, ok: false, channels: [] };
  const broken = (error: AppError): ShareReport => ({ ...nothing, directory: { version: null, error, warnings: [] } });
  const root = input.root ?? (await firstRoot(share));
  if (!root) return broken({ code: 'INCOMPLETE', data: { file: '1.root.json', why: 'missing' } });
  const update = await updateRepository({ share, folder: ['directory'], root, held: null, options });
  if (!update.ok) return broken(update.error);
  const { state } = update.value;
  try {
    const files = await readLists(share, state);
    if (!files.ok) return broken(files.error);
    const lists = directoryOf(state, files.value);
    if (!lists.ok) return broken(lists.error);
    const channels: ShareChannelReport[] = [];
    for (const entry of lists.value.channels) channels.push(await verifyChannel(input, share, entry, lists.value.people));
    const directory = { version: state.targets?.version ?? null, error: null, warnings: warningsOf(state) };
    const ok = channels.every(({ error, bad }) => error === null && bad.length === 0);
    return { ...nothing, demo: isDemoRoot(state), ok, directory, channels };
  } catch (thrown) {
    return broken(asAppError(thrown));
  }
}

async function firstRoot(share: ShareFolder): Promise<Uint8Array | null> {
  const folder = share.folder('directory', 'metadata');
  return folder === null ? null : share.read(folder, '1.root.json', metadataBytes.root);
}

async function verifyChannel(
  input: VerifyInput,
  share: ShareFolder,
  entry: ListedChannel,
  people: PeopleNames,
): Promise<ShareChannelReport> {
  const options = { mode: 'product', now: input.now, sha256, floors: noFloors } as const;
  const { id, title, retired } = entry;
  const none = { channel: id, title, retired, seal: null, guides: 0, files: 0, bytes: 0, bad: [], unsigned: [], warnings: [] };
  const update = await updateRepository({ share, folder: ['channels', id], root: entry.root, held: null, options });
  if (!update.ok) return { ...none, error: update.error };
  const { state } = update.value;
  const seal = sealOf(state, id, people);
  const targets = [...(state.targets?.targets ?? [])];
  const report = { ...none, seal, files: targets.length, warnings: warningsOf(state) };
  const folder = share.folder('channels', id, 'targets');
  if (folder === null) return { ...report, error: { code: 'INCOMPLETE', data: { file: 'targets', why: 'missing' } } };
  const bad: { file: string; code: AppError['code']; why: string }[] = [];
  let [bytes, done] = [0, 0];
  let index: EditionIndex | null = null;
  for (const [name, target] of targets) {
    const read = await share.read(folder, `${target.sha256}.${name}`, target.length);
    const why = judge(read, target.length, target.sha256);
    if (why) bad.push({ file: name, code: why === 'missing' || why === 'short' ? 'INCOMPLETE' : 'TAMPERED', why });
    else bytes += target.length;
    if (name === 'index.json' && read && !why) {
      const parsed = readEditionIndex(read);
      if (!parsed.ok) return { ...report, error: parsed.error };
      index = parsed.value;
    }
    done += 1;
    input.onProgress?.(id, done, targets.length);
  }
  const unsigned = unsignedNames(share, folder, state, id);
  const worst = bad.find(({ code }) => code === 'TAMPERED') ?? bad[0];
  const error: AppError | null = worst
    ? { code: worst.code, data: { file: worst.file, why: worst.why, have: targets.length - bad.length, of: targets.length } }
    : index === null || index.pack.channel !== id
      ? { code: 'MALFORMED', data: { file: 'index.json', why: index === null ? 'missing' : 'channel' } }
      : null;
  if (index && seal && !error) input.onEdition?.(id, index, seal);
  return { ...report, guides: index?.guides.length ?? 0, bytes, bad, unsigned, error };
}

function judge(read: Uint8Array | null, length: number, digest: string): 'missing' | 'short' | 'long' | 'hash' | null {
  if (read === null) return 'missing';
  if (read.length !== length) return read.length < length ? 'short' : 'long';
  return sha256(read) === digest ? null : 'hash';
}

/** Earlier editions' files are signed too, by metadata that is still there: only strange names are listed. */
function unsignedNames(share: ShareFolder, targets: string, state: TrustedState, channel: string): string[] {
  const metadata = share.folder('channels', channel, 'metadata');
  const known = new Set([...(state.targets?.targets ?? [])].map(([name, { sha256: digest }]) => `${digest}.${name}`));
  const strange = (folder: string, isKnown: (name: string) => boolean) => readdirSync(folder).filter((name) => !isKnown(name));
  return [
    ...strange(targets, (name) => known.has(name) || /^[0-9a-f]{64}\.[a-z0-9]/.test(name)),
    ...(metadata ? strange(metadata, (name) => /^(?:timestamp|\d+\.(?:root|targets|snapshot))\.json$/.test(name)) : []),
  ];
}
