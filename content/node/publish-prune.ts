// Which files of a published repository nobody needs any more, and their removal: editions and files that neither the
// current edition nor one of the five before it named at any moment of the last 180 days (trust.md 1.2). Roots are
// never touched (trust.md 6.7), nor names that are not ours, nor what a draft or an unseen edition still names.
import { rmSync, statSync } from 'node:fs';
import { asAppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { metadataBytes } from '../core/trust/limits.ts';
import { parseMetadata } from '../core/trust/metadata.ts';
import { keysOf } from '../core/trust/verify.ts';
import { shareFault } from './faults.ts';
import type { PublishInput } from './publish-write.ts';
import { type Published, readPublished } from './published.ts';
import { rawFs } from './raw-fs.ts';
import { joinNames } from './safe-path.ts';
import { withShareLock } from './share-lock.ts';
import { listDrafts, repositoryFolder } from './staging.ts';

/** A reader who comes back after half a year of absence still finds the files of the edition it was copying. */
export const pruneDays = 180;
/** So that a copy that lags, or a timestamp that a replicator put back, finds its edition whole. */
export const editionsBefore = 5;

export interface PruneReport {
  readonly repository: string;
  /** Paths below the repository's folder. */
  readonly removed: readonly string[];
  readonly bytes: number;
  /** Files that stay. */
  readonly kept: number;
}

export type PruneInput = Omit<PublishInput, 'id' | 'onStep'> & {
  /** Only says what would go. */
  readonly dryRun: boolean;
};

/** KEY_NOT_HELD for a key that is no steward's, SHARE_BUSY, CHANNEL_UNKNOWN, why what is published cannot be read. */
export async function pruneRepository(input: PruneInput): Promise<Result<PruneReport>> {
  try {
    return await withShareLock({ ...input, waitMs: input.waitMs ?? 30_000 }, () => prune(input));
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

async function prune(input: PruneInput): Promise<Result<PruneReport>> {
  const { repository, signer } = input;
  const read = await readPublished({ ...input, now: input.now() });
  if (!read.ok) return read;
  const { root, error } = read.value;
  // Of a share that cannot be read nobody knows what is needed.
  if (error) return fail(error);
  if (!root || read.value.version === 0) return fail({ code: 'CHANNEL_UNKNOWN', data: { channel: repository } });
  if (!signer || !keysOf(root, 'root').includes(signer.key.keyval.public))
    return fail({ code: 'KEY_NOT_HELD', data: { key: signer?.keyid.slice(0, 8) ?? 'none', role: 'root' } });
  const old = await oldFiles(read.value, input);
  let bytes = 0;
  for (const { path, size } of old.files) {
    bytes += size;
    if (!input.dryRun) removeOne(joinNames(input.share, ...repositoryFolder(repository), ...path));
  }
  return ok({ repository, removed: old.files.map(({ path }) => path.join('/')), bytes, kept: old.kept });
}

interface OldFile {
  readonly path: readonly [folder: 'metadata' | 'targets', name: string];
  readonly size: number;
}

async function oldFiles(published: Published, input: PruneInput): Promise<{ readonly files: readonly OldFile[]; readonly kept: number }> {
  const { share, repository } = published;
  const before = input.now().getTime() - pruneDays * 24 * 3_600_000;
  const place = repositoryFolder(repository);
  const metadata = share.folder(...place, 'metadata');
  const targets = share.folder(...place, 'targets');
  if (metadata === null || targets === null) return { files: [], kept: 0 };
  const names = rawFs.readdirSync(metadata) as readonly string[];
  const versions = names.flatMap((name) => /^([1-9]\d{0,15})\.snapshot\.json$/.exec(name)?.[1] ?? []).map(Number);
  const needed = neededVersions(versions, published.version, Math.floor(before / 1000));
  const editions = new Set(needed);
  const blobs = new Set<string>();
  for (const version of needed) {
    const file = await share.read(metadata, `${version}.targets.json`, metadataBytes.targets);
    const parsed = file && parseMetadata('targets', file, 'product');
    if (parsed?.ok) for (const [name, { sha256 }] of parsed.value.targets) blobs.add(`${sha256}.${name}`);
  }
  for (const { read } of await listDrafts(input.share, repository))
    if (read.ok && read.value.draft.kind !== 'root')
      for (const [name, { sha256 }] of read.value.draft.targets.targets) blobs.add(`${sha256}.${name}`);
  const candidates = [
    ...names.flatMap((name): OldFile['path'][] => {
      // Nothing but these two shapes: N.root.json, timestamp.json and strangers' files never match.
      const version = Number(/^([1-9]\d{0,15})\.(?:targets|snapshot)\.json$/.exec(name)?.[1] ?? Number.NaN);
      return Number.isNaN(version) || editions.has(version) ? [] : [['metadata', name]];
    }),
    ...(rawFs.readdirSync(targets) as readonly string[]).flatMap((name): OldFile['path'][] =>
      /^[0-9a-f]{64}\.[a-z0-9]/.test(name) && !blobs.has(name) ? [['targets', name]] : [],
    ),
  ];
  const files: OldFile[] = [];
  for (const path of candidates) {
    const stat = statSync(joinNames(input.share, ...place, ...path), { throwIfNoEntry: false });
    // Written lately (a publisher at work, a copy that just arrived): the next time will do.
    if (stat?.isFile() && stat.mtimeMs < before) files.push({ path, size: stat.size });
  }
  return { files, kept: names.length + rawFs.readdirSync(targets).length - files.length };
}

/**
 * Editions that were current, or one of the five before, at any moment since `since`; also any that is newer than what
 * is shown: it may be the work of somebody on another copy.
 * @param versions of all snapshots that lie there, in UTC seconds.
 */
export function neededVersions(versions: readonly number[], shown: number, since: number): readonly number[] {
  const sorted = [...new Set([...versions, shown])].sort((a, b) => b - a);
  // What was shown when the time began; never later than what is shown now.
  const first = sorted.findIndex((version) => version <= Math.min(since, shown));
  const last = first < 0 ? sorted.length : first + 1 + editionsBefore;
  return sorted.slice(0, last);
}

function removeOne(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (thrown) {
    throw shareFault(thrown);
  }
}
