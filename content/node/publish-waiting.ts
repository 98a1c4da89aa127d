// All drafts on a share that wait for signatures or for publishing, over all repositories: what `guides sign --all` and
// `guides publish --all` go through. Overtaken drafts are not among them; two that compete are said to.
import { asAppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { DraftKind } from '../core/publish/staged.ts';
import { isRepository } from '../core/publish/staged.ts';
import { type DraftReview, reviewDraft } from './publish-review.ts';
import { openShare } from './share.ts';
import { listDrafts, namesIn } from './staging.ts';

export interface WaitingDraft {
  readonly repository: string;
  readonly id: string;
  readonly review: DraftReview;
  /** Ids of other drafts of the same kind that could be published instead: a person has to choose. */
  readonly rivals: readonly string[];
}

export interface WaitingInput {
  readonly share: string;
  /** Only this one; all when left out. */
  readonly repository?: string | null;
  readonly now: Date;
  readonly pinnedRoot?: Uint8Array | null;
}

/** Roots come first and the directory before the channels: the order in which they can be published. */
const kinds: readonly DraftKind[] = ['root', 'edition', 'directory'];

/** What `reviewDraft` refuses of a repository that cannot be read; drafts that are still arriving are left out. */
export async function listWaiting(input: WaitingInput): Promise<Result<readonly WaitingDraft[]>> {
  try {
    const found: WaitingDraft[] = [];
    for (const repository of input.repository ? [input.repository] : repositoriesIn(input.share)) {
      const reviews: DraftReview[] = [];
      for (const { id, read } of await listDrafts(input.share, repository)) {
        if (!read.ok) continue;
        const review = await reviewDraft({ ...input, repository, id });
        if (!review.ok) return review;
        if (!review.value.isOutdated) reviews.push(review.value);
      }
      for (const review of reviews) {
        const { id, draft } = review.folder;
        const rivals = reviews.flatMap(({ folder }) => (folder.id !== id && folder.draft.kind === draft.kind ? [folder.id] : []));
        found.push({ repository, id, review, rivals });
      }
    }
    const rank = ({ repository, review }: WaitingDraft) =>
      kinds.indexOf(review.folder.draft.kind) * 2 + (repository === 'directory' ? 0 : 1);
    return ok(found.sort((a, b) => rank(a) - rank(b)));
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

/** `directory` and the channels that have a folder in staging. Throws SHARE_…. */
export function repositoriesIn(share: string): readonly string[] {
  const folder = openShare(share).folder('staging');
  return folder === null ? [] : namesIn(folder).filter(isRepository).sort();
}

/** Whether a public key may sign the draft, by the published root or by one that waits, and has not. */
export function awaits({ review: { counted, next } }: Pick<WaitingDraft, 'review'>, publicKey: string): boolean {
  return [counted, next].some(
    (one) => one !== null && !one.signers.includes(publicKey) && one.counts.some(({ keys }) => keys.includes(publicKey)),
  );
}
