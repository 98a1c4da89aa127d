// Clears staging: drafts that were published, that were overtaken, or that nobody has gone on with. Looks at nothing
// but `staging/<repository>/<draft>/`; what is published (roots above all) lies elsewhere and is never touched here.
import { rmSync } from 'node:fs';
import { canonicalJson } from '../core/base/canonical-json.ts';
import { asAppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { encodeUtf8 } from '../core/base/utf8.ts';
import { draftFile, isDraftId, type StagedDraft } from '../core/publish/staged.ts';
import { parseMetadata } from '../core/trust/metadata.ts';
import { removeQuietly } from './exclusive-write.ts';
import { shareFault } from './faults.ts';
import { isOutdated } from './publish-review.ts';
import { type Published, readPublished } from './published.ts';
import { joinNames } from './safe-path.ts';
import { namesIn, readStaged, stagingFolder } from './staging.ts';

/** A colleague may want to look at what was overtaken: two weeks cover a holiday. */
export const overtakenDays = 14;
/** The design gives a group 45 days between heartbeats; twice that without a signature is given up. */
export const abandonedDays = 90;

export type Cleared = 'published' | 'overtaken' | 'abandoned';

export interface TidyReport {
  readonly cleared: readonly { readonly id: string; readonly why: Cleared }[];
  /** Drafts that stay: they can still be published, or are not old enough. */
  readonly kept: readonly string[];
}

export interface TidyInput {
  readonly share: string;
  readonly repository: string;
  readonly now: Date;
  /** Only this draft, whatever its age; it must not be one that is being published. */
  readonly id?: string | undefined;
  /** Nothing but what was published and what was overtaken long ago: what happens after each publishing. */
  readonly quiet?: boolean;
  readonly pinnedRoot?: Uint8Array | null;
}

/** DRAFT_NOT_FOUND for an `id` that is not there; what `readPublished` refuses; SHARE_…. */
export async function tidyStaging(input: TidyInput): Promise<Result<TidyReport>> {
  try {
    const published = await readPublished(input);
    if (!published.ok) return published;
    const folder = published.value.share.folder(...stagingFolder(input.repository));
    const ids = folder === null ? [] : namesIn(folder).filter(isDraftId);
    if (input.id !== undefined && !ids.includes(input.id))
      return fail({ code: 'DRAFT_NOT_FOUND', data: { channel: input.repository, draft: input.id } });
    const cleared: { id: string; why: Cleared }[] = [];
    const kept: string[] = [];
    for (const id of ids) {
      const why = input.id === undefined ? await reasonOf(input, published.value, id) : input.id === id ? 'abandoned' : null;
      if (why === null) kept.push(id);
      else {
        remove(input, id);
        cleared.push({ id, why });
      }
    }
    return ok({ cleared, kept });
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

async function reasonOf(input: TidyInput, published: Published, id: string): Promise<Cleared | null> {
  // Its id says when it was made; the times of files are not kept by every replicator.
  const days = (input.now.getTime() / 1000 - Number.parseInt(id, 10)) / (24 * 3600);
  const read = await readStaged(input.share, input.repository, id);
  if (read.ok && isPublished(read.value.draft, published)) return 'published';
  if (read.ok && isOutdated(read.value, published) && days > overtakenDays) return 'overtaken';
  // Half a draft that never arrived is given up like one that nobody signed.
  return days > abandonedDays && input.quiet !== true ? 'abandoned' : null;
}

/** What readers have now, or had as a root: the draft has done its work. */
function isPublished(draft: StagedDraft, { state, roots }: Published): boolean {
  const [role, part] = [...draft.parts][0] ?? [];
  const is = (signed: object | undefined) =>
    signed !== undefined && Buffer.from(encodeUtf8(canonicalJson(signed))).equals(part?.bytes ?? new Uint8Array());
  if (role !== 'root') return is(state?.targets?.signed);
  return roots.some((bytes) => {
    const root = parseMetadata('root', bytes, 'product');
    return root.ok && is(root.value.signed);
  });
}

/** The head first: what is left of a removal that was stopped is no draft. */
function remove({ share, repository }: TidyInput, id: string): void {
  const folder = joinNames(share, ...stagingFolder(repository), id);
  removeQuietly(joinNames(folder, draftFile));
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  } catch (thrown) {
    throw shareFault(thrown);
  }
}
