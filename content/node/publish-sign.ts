// One person signs a draft: only with a key that the role holds, a clock that can be trusted, files that are all
// there, and a draft that can still be published. Writes the signer's one file and nothing else.
import type { AppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { StagedSigner } from '../core/publish/stage.ts';
import { type CountedSigners, countSigners } from '../core/publish/staged-signers.ts';
import type { RootMetadata } from '../core/trust/metadata.ts';
import { keysOf } from '../core/trust/verify.ts';
import { type DraftReview, reviewDraft, waitingRoot } from './publish-review.ts';
import { newestVersion, type Published } from './published.ts';
import { checkClock, type ShareTime } from './share-clock.ts';
import { addSignature, readStaged } from './staging.ts';
import { verifySignature } from './verify-signature.ts';

export interface SignInput {
  readonly share: string;
  readonly repository: string;
  readonly id: string;
  readonly signer: StagedSigner;
  readonly now: () => Date;
  readonly shareTime?: ShareTime;
  readonly pinnedRoot?: Uint8Array | null;
}

export interface SignedDraft {
  readonly id: string;
  /** Name of the signature file. */
  readonly file: string;
  /** False when this person had signed before. */
  readonly isNew: boolean;
  readonly counted: CountedSigners;
}

/** CLOCK, KEY_NOT_HELD, DRAFT_OUTDATED, INCOMPLETE (files of the draft), and what `reviewDraft` refuses. */
export async function signDraft(input: SignInput): Promise<Result<SignedDraft>> {
  const review = await reviewDraft({ ...input, now: input.now() });
  if (!review.ok) return review;
  const refusal = (await refusalOf(review.value, input)) ?? (await clockOf(review.value, input));
  if (refusal) return fail(refusal);
  const added = await addSignature(input.share, input.repository, review.value.folder.id, input.signer);
  if (!added.ok) return added;
  const again = await readStaged(input.share, input.repository, review.value.folder.id);
  if (!again.ok) return again;
  const root = await countingRoot(review.value.published, review.value, input);
  const counted = countSigners(again.value.draft, again.value.signatures, root, verifySignature);
  return ok({ id: again.value.id, file: added.value.file, isNew: added.value.outcome === 'written', counted });
}

async function refusalOf(review: DraftReview, input: SignInput): Promise<AppError | null> {
  if (review.isOutdated) return outdated(review);
  const [bad] = review.bad;
  if (bad) return { code: 'INCOMPLETE', data: { file: bad.file, why: bad.why } };
  if (!(await holds(review, input))) return { code: 'KEY_NOT_HELD', data: { key: input.signer.keyid.slice(0, 8) } };
  return null;
}

/** DRAFT_OUTDATED with both versions. */
export function outdated({ folder, published }: Pick<DraftReview, 'folder' | 'published'>): AppError {
  const is = folder.draft.kind === 'root' ? (published.root?.version ?? 0) : published.version;
  return { code: 'DRAFT_OUTDATED', data: { base: folder.draft.head.base, published: is } };
}

async function holds(review: DraftReview, input: SignInput): Promise<boolean> {
  const key = input.signer.key.keyval.public;
  if (review.counted.counts.some(({ keys }) => keys.includes(key))) return true;
  const { draft } = review.folder;
  if (draft.kind === 'root') return false;
  const root = await waitingRoot(input, review.published.root?.version ?? 0);
  return root !== null && keysOf(root, 'targets').includes(key);
}

/**
 * The root that an edition's signatures count by: the published one, or where the signer is only in a new one that is
 * still in staging (a group whose keys are being changed signs its edition again), that.
 */
async function countingRoot(published: Published, review: DraftReview, input: SignInput): Promise<RootMetadata | null> {
  if (review.folder.draft.kind === 'root') return published.root;
  if (published.root && keysOf(published.root, 'targets').includes(input.signer.key.keyval.public)) return published.root;
  return (await waitingRoot(input, published.root?.version ?? 0)) ?? published.root;
}

async function clockOf(review: DraftReview, input: SignInput): Promise<AppError | null> {
  const newest = await newestFor(review, input);
  return checkClock({
    share: input.share,
    repository: input.repository,
    newest,
    now: input.now,
    ...(input.shareTime ? { shareTime: input.shareTime } : {}),
  });
}

/**
 * What a signature over this draft must not lie before. A root has no time for a version; an edition that is numbered
 * below the published one can only be published with a root that forgets that number.
 */
async function newestFor({ folder, published }: DraftReview, input: SignInput): Promise<number> {
  const newest = newestVersion(published);
  if (folder.draft.kind === 'root') return 0;
  return folder.draft.targets.version > newest ? newest : newestVersion(published, await waitingRoot(input, published.root?.version ?? 0));
}
