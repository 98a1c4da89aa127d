// `guides review`: what a draft would change, shown from the very bytes that are to be signed.
import { type DraftReview, reviewDraft } from '../node/publish-review.ts';
import { reviewHelp } from './help-publishing.ts';
import { isHelp, readPublishing, sayRefusal } from './publishing.ts';
import { reviewLines } from './say-review.ts';
import type { Terminal } from './terminal.ts';

/** @returns the exit code: 1 when the draft must not be signed. Throws `UsageError` and the system's errors. */
export async function review(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(reviewHelp);
    return 0;
  }
  const { repository, id, share, pinnedRoot, isJson } = readPublishing(args, {}, { draft: true });
  const read = await reviewDraft({ share, repository: repository as string, id, now, pinnedRoot });
  if (!read.ok) return sayRefusal(read.error, isJson, terminal);
  if (isJson) terminal.out(JSON.stringify(reviewJson(read.value)));
  else for (const line of reviewLines(read.value)) terminal.out(line);
  return isSound(read.value) ? 0 : 1;
}

/** It can be signed: all files are what the draft says, and it can still be published. */
export const isSound = ({ bad, isOutdated }: DraftReview): boolean => bad.length === 0 && !isOutdated;

export function reviewJson(review: DraftReview): object {
  const { folder, published, difference, bad, counted, isOutdated } = review;
  const { id, draft, strange } = folder;
  const { repository, base, madeAt, note } = draft.head;
  return {
    ok: isSound(review),
    draft: id,
    kind: draft.kind,
    repository,
    base,
    madeAt,
    note,
    published: draft.kind === 'root' ? (published.root?.version ?? 0) : published.version,
    isOutdated,
    bad,
    difference,
    isComplete: counted.isComplete,
    counts: counted.counts,
    ignored: counted.ignored,
    strange,
  };
}
