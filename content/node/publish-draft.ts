// Publishes a draft that enough people signed: assembled, stamped, written in the order readers can follow, then read
// back as a reader would. Refuses what was overtaken or is signed by too few; two publishers on one folder wait for
// each other. Roots are published by publish-root.ts, editions and the directory's lists here.
import { canonicalJson } from '../core/base/canonical-json.ts';
import { asAppError } from '../core/base/error.ts';
import { fail, type Result } from '../core/base/result.ts';
import { encodeUtf8 } from '../core/base/utf8.ts';
import { findEditions } from './publish-editions.ts';
import { type DraftReview, reviewDraft } from './publish-review.ts';
import { publishRoot } from './publish-root.ts';
import { outdated } from './publish-sign.ts';
import { editionSteps, finish, type PublishInput, type PublishReport } from './publish-write.ts';
import { withShareLock } from './share-lock.ts';
import { tidyStaging } from './staging-tidy.ts';

/** Seconds of writing at most: whoever waits longer should look who it is. */
const waitMs = 30_000;

/**
 * DRAFT_NOT_FOUND, DRAFT_OUTDATED, TOO_FEW_SIGNATURES, KEY_NOT_HELD, CLOCK, SHARE_BUSY, NAME_TAKEN, INCOMPLETE, and
 * what reading the share refuses. After a failure or a kill at any moment readers have the old edition or the new.
 */
export async function publishDraft(input: PublishInput): Promise<Result<PublishReport>> {
  try {
    return await withShareLock({ ...input, waitMs: input.waitMs ?? waitMs }, async () => {
      const review = await reviewDraft({ ...input, now: input.now() });
      if (!review.ok) return review;
      const isRoot = review.value.folder.draft.kind === 'root';
      const published = isRoot ? await publishRoot(input, review.value) : await publishEdition(input, review.value);
      // What stays in staging stops nobody: a failure to clear it is none of publishing.
      if (published.ok) await tidyStaging({ ...input, id: undefined, now: input.now(), quiet: true });
      return published;
    });
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

async function publishEdition(input: PublishInput, review: DraftReview): Promise<Result<PublishReport>> {
  const { folder, published, counted } = review;
  const { draft } = folder;
  if (draft.kind === 'root' || !published.root) return fail({ code: 'CHANNEL_UNKNOWN', data: { channel: input.repository } });
  if (review.isOutdated) return fail(outdated(review));
  const lost = await findEditions(published);
  // Somebody published on another replica: publishing now would bury it (trust.md 1 point 2).
  const isOwn = (signed: object) => Buffer.from(draft.parts.get('targets')?.bytes ?? []).equals(encodeUtf8(canonicalJson(signed)));
  const other = lost.find(({ version, targets }) => version > published.version && !isOwn(targets.signed));
  if (other) return fail({ code: 'DRAFT_OUTDATED', data: { base: draft.head.base, published: other.version, heal: true } });
  const steps = await editionSteps(input, { folder, draft, counted, published, root: published.root });
  if (!steps.ok) return steps;
  return finish(input, review, steps.value, draft.targets.version);
}
