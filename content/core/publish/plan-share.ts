// In which order the files of a share are written so that a reader never finds a name whose file is not there:
// blobs, roots, targets, snapshot, and the timestamp last; channels before the directory that lists them.
import type { Sha256Of } from '../base/hash.ts';
import type { ChannelId } from '../base/ids.ts';
import type { Repository } from './edition.ts';

export interface WriteStep {
  /** Folders and name below the share. */
  readonly path: readonly string[];
  readonly bytes: Uint8Array;
  /** Never overwritten: a file of that name is already the same, or the plan is wrong. */
  readonly immutable: boolean;
}

export interface SharePlan {
  readonly directory: Repository;
  readonly channels: ReadonlyMap<ChannelId, Repository>;
}

export function planShare(share: SharePlan, sha256: Sha256Of): readonly WriteStep[] {
  return [
    ...[...share.channels].flatMap(([id, repository]) => planRepository(['channels', id], repository, sha256)),
    ...planRepository(['directory'], share.directory, sha256),
  ];
}

/** The writing of one repository below `folder`. */
export function planRepository(folder: readonly string[], repository: Repository, sha256: Sha256Of): readonly WriteStep[] {
  const metadata = (name: string, bytes: Uint8Array, immutable = true): WriteStep => ({
    path: [...folder, 'metadata', name],
    bytes,
    immutable,
  });
  return [
    ...repository.files.map(({ name, bytes }) => ({
      path: [...folder, 'targets', `${sha256(bytes)}.${name}`],
      bytes,
      immutable: true,
    })),
    ...repository.roots.map((bytes, index) => metadata(`${index + 1}.root.json`, bytes)),
    metadata(`${repository.version}.targets.json`, repository.targets),
    metadata(`${repository.version}.snapshot.json`, repository.snapshot),
    metadata('timestamp.json', repository.timestamp, false),
  ];
}
