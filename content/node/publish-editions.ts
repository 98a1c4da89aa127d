// All complete editions that lie in a repository's folder, also those that the timestamp does not name: targets and
// snapshot, both signed by enough people of the trusted root. Where two people published on two replicas, one of
// these is the work that nobody sees (trust.md 1 point 2).
import { metadataBytes } from '../core/trust/limits.ts';
import { parseMetadata, type RootMetadata, type SnapshotMetadata, type TargetsMetadata } from '../core/trust/metadata.ts';
import { meetsThreshold, signersOf } from '../core/trust/verify.ts';
import { type Published, readPublishedBlob } from './published.ts';
import { rawFs } from './raw-fs.ts';
import { repositoryFolder } from './staging.ts';

export interface FoundEdition {
  readonly version: number;
  readonly targets: TargetsMetadata;
  readonly snapshot: SnapshotMetadata;
  /** Versions it was made from, the published one first; empty for editions that do not say. */
  readonly basedOn: readonly number[];
  /** Public keys that signed. */
  readonly signers: readonly string[];
}

/** Replicas that meet after weeks differ by a few editions; older ones are history. */
const mostEditions = 50;

/** Newest first. Throws SHARE_…. */
export async function findEditions(published: Published): Promise<readonly FoundEdition[]> {
  const { share, repository, root } = published;
  const folder = share.folder(...repositoryFolder(repository), 'metadata');
  if (folder === null || !root) return [];
  const versions = rawFs
    .readdirSync(folder)
    .flatMap((name) => /^([1-9]\d{0,15})\.snapshot\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
    .slice(0, mostEditions);
  const found: FoundEdition[] = [];
  for (const version of versions) {
    const edition = await readEdition(published, folder, root, version);
    if (edition) found.push(edition);
  }
  return found;
}

async function readEdition(published: Published, folder: string, root: RootMetadata, version: number): Promise<FoundEdition | null> {
  const snapshotFile = await published.share.read(folder, `${version}.snapshot.json`, metadataBytes.snapshot);
  const snapshot = snapshotFile && parseMetadata('snapshot', snapshotFile, 'product');
  if (!snapshot?.ok || snapshot.value.version !== version || !meetsThreshold(root, 'snapshot', snapshot.value, 'product')) return null;
  const named = snapshot.value.meta.get('targets.json')?.version ?? 0;
  const file = await published.share.read(folder, `${named}.targets.json`, metadataBytes.targets);
  const targets = file && parseMetadata('targets', file, 'product');
  if (!targets?.ok || targets.value.version !== named || !meetsThreshold(root, 'targets', targets.value, 'product')) return null;
  const basedOn: unknown = targets.value.signed.based_on;
  return {
    version: named,
    targets: targets.value,
    snapshot: snapshot.value,
    basedOn: Array.isArray(basedOn) ? basedOn.filter((item): item is number => Number.isSafeInteger(item)) : [],
    signers: signersOf(root, 'targets', targets.value, 'product'),
  };
}

/** All files of an edition, each checked; null while one is missing or false. */
export async function editionFiles(published: Published, edition: FoundEdition): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of edition.targets.targets) {
    const bytes = await readPublishedBlob(published, name, entry);
    if (!bytes) return null;
    files.set(name, bytes);
  }
  return files;
}
