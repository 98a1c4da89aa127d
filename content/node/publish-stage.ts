// Files of an edition, or of the directory's lists, as a draft in staging: numbered above everything that is published,
// drafted or lies on the share, so that two people who draft in the same second do not get the same number.
import type { EditionFile } from '../core/pack/model.ts';
import { draftEdition, nextVersion } from '../core/publish/edition.ts';
import type { RootMetadata } from '../core/trust/metadata.ts';
import { sha256 } from './hash.ts';
import { newestVersion, type Published } from './published.ts';
import { rawFs } from './raw-fs.ts';
import { listDrafts, repositoryFolder, writeDraft } from './staging.ts';

export interface StageInput {
  readonly share: string;
  readonly now: Date;
  /** One sentence for the others who sign. */
  readonly note: string;
  /** The root they are to be published with, where it is not the published one. */
  readonly next?: RootMetadata | null;
}

/** @param merged versions besides the published one that the files were made from. Throws SHARE_…. */
export async function stageEdition(
  published: Published,
  files: readonly EditionFile[],
  input: StageInput,
  merged: readonly number[] = [],
): Promise<{ readonly id: string; readonly version: number }> {
  const { repository } = published;
  const taken = await takenVersions(input.share, published);
  let version = nextVersion(input.now, Math.max(newestVersion(published, input.next ?? null), ...merged));
  // Another draft of the same second, or an edition of another copy of the share: its number is not ours.
  while (taken.has(version)) version += 1;
  const draft = draftEdition(files, version, sha256, [published.version, ...merged]);
  const id = await writeDraft(input.share, {
    kind: repository === 'directory' ? 'directory' : 'edition',
    repository,
    base: published.version,
    madeAt: input.now,
    note: input.note,
    parts: new Map([
      ['targets', draft.targets],
      ['snapshot', draft.snapshot],
    ]),
    files,
  });
  return { id, version };
}

async function takenVersions(share: string, published: Published): Promise<ReadonlySet<number>> {
  const metadata = published.share.folder(...repositoryFolder(published.repository), 'metadata');
  const names = metadata === null ? [] : rawFs.readdirSync(metadata);
  const lying = names.flatMap((name) => /^([1-9]\d{0,15})\.(?:targets|snapshot)\.json$/.exec(name)?.[1] ?? []).map(Number);
  const drafted = (await listDrafts(share, published.repository)).flatMap(({ read }) =>
    read.ok && read.value.draft.kind !== 'root' ? [read.value.draft.targets.version] : [],
  );
  return new Set([...lying, ...drafted]);
}
