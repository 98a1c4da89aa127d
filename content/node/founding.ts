// Drafts of roots and of the directory's lists, put into staging for the stewards to sign one after another: a
// directory is founded, a channel is founded, keys change, a channel is retired. Reads what is published as a
// publisher must; signs nothing, publishes nothing, writes nothing but drafts.
import type { AppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { metadataFile } from '../core/publish/metadata.ts';
import { draftRoot, type GroupKey, groupOf, type RootGroup } from '../core/publish/root-group.ts';
import { parseMetadata, type RootMetadata } from '../core/trust/metadata.ts';
import { meetsThreshold } from '../core/trust/verify.ts';
import { knownPeople } from './directory-draft.ts';
import { remakeDraft } from './publish-make.ts';
import { type Published, readPublished } from './published.ts';
import { listDrafts, writeDraft } from './staging.ts';

export interface FoundingInput {
  readonly share: string;
  readonly now: Date;
  /** One sentence for the other stewards. */
  readonly note: string;
  /** The directory's first root as it came with the app; null believes the share's own. */
  readonly pinnedRoot: Uint8Array | null;
}

export interface RootDraft {
  readonly repository: string;
  /** The draft's id. */
  readonly id: string;
  readonly version: number;
  /** Ids of other drafts of the same version that wait: whichever is published first makes the others void. */
  readonly others: readonly string[];
  /**
   * Draft of the published edition under a new version, to be signed by those who stay: without it the root cannot be
   * published, because the signatures of those who go count no more. Null where they are not needed.
   */
  readonly again: string | null;
}

/** What is published of a repository, with the people behind its newest root (null before the first). */
export interface Founded {
  readonly published: Published;
  readonly group: RootGroup | null;
}

/** What `readPublished` refuses. */
export async function readFounded(input: Omit<FoundingInput, 'note'>, repository: string): Promise<Result<Founded>> {
  const read = await readPublished({ ...input, repository });
  if (!read.ok) return read;
  const { root, channels } = read.value;
  if (!root) return ok({ published: read.value, group: null });
  const listed = channels.find(({ id }) => id === repository);
  const channel = listed ? { id: listed.id, title: listed.title, kind: listed.kind } : null;
  const people = await knownPeople(input);
  return people.ok ? ok({ published: read.value, group: groupOf(root, { people: people.value, channel }) }) : people;
}

/** A root's draft in staging, and where the change needs it, the edition's again. Throws SHARE_…. */
export async function stageRoot(input: FoundingInput, { published }: Founded, group: RootGroup): Promise<Result<RootDraft>> {
  const { repository, root } = published;
  const version = (root?.version ?? 0) + 1;
  const part = draftRoot(group, version, input.now);
  const waiting = await listDrafts(input.share, repository);
  const others = waiting.flatMap(({ id, read }) =>
    read.ok && read.value.draft.kind === 'root' && read.value.draft.root.version === version ? [id] : [],
  );
  const id = await writeDraft(input.share, {
    kind: 'root',
    repository,
    base: version - 1,
    madeAt: input.now,
    note: input.note,
    parts: new Map([['root', part]]),
    files: [],
  });
  const made = { repository, id, version, others: others.filter((other) => other !== id), again: null };
  const next = parseMetadata('root', metadataFile(part.signed, []), 'product');
  if (!next.ok) return next;
  // The directory's lists change with its people and are drafted by themselves.
  if (repository === 'directory' || !needsSigningAgain(published, next.value)) return ok(made);
  const again = await remakeDraft({
    ...input,
    channel: repository,
    next: next.value,
    note: `The same guides, to be signed by the keys of root ${version}.`,
  });
  return again.ok ? ok({ ...made, again: again.value.id }) : again;
}

/** Whether the published edition would have too few signatures under a new root. */
export function needsSigningAgain({ state }: Pick<Published, 'state'>, root: RootMetadata): boolean {
  if (!state?.targets || !state.snapshot) return false;
  return !meetsThreshold(root, 'targets', state.targets, 'product') || !meetsThreshold(root, 'snapshot', state.snapshot, 'product');
}

/** CHANNEL_UNKNOWN where nothing is published under that name. */
export function requireGroup({ published, group }: Founded): Result<RootGroup> {
  const unknown: AppError = { code: 'CHANNEL_UNKNOWN', data: { channel: published.repository } };
  return group ? ok(group) : fail(unknown);
}

export const sameKeys = (a: readonly GroupKey[], b: readonly GroupKey[]): boolean =>
  a.length === b.length && a.every((key) => b.some((other) => other.public === key.public));
