// The heartbeat: signs the timestamp anew so that readers know that what they have is still the newest. At most
// weekly unless forced; it names exactly the snapshot that was named before.
import { asAppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { writeSteps } from './publish-steps.ts';
import { type PublishInput, timestampFor } from './publish-write.ts';
import { readPublished } from './published.ts';
import { withShareLock } from './share-lock.ts';
import { repositoryFolder } from './staging.ts';

/** A timestamp lasts 45 days: a week leaves six chances, and 43 forces' clients are not made to fetch it daily. */
export const refreshAfterMs = 7 * 24 * 3_600_000;

export interface RefreshReport {
  readonly repository: string;
  /** False when the last heartbeat is younger than a week. */
  readonly isNew: boolean;
  /** Version of the timestamp (UTC seconds), and the ISO day until which it counts. */
  readonly version: number;
  readonly until: string;
}

export type RefreshInput = Omit<PublishInput, 'id' | 'onStep'> & { readonly force: boolean };

/** KEY_NOT_HELD, CLOCK, SHARE_BUSY, CHANNEL_UNKNOWN, and why what is published cannot be believed. */
export async function refreshTimestamp(input: RefreshInput): Promise<Result<RefreshReport>> {
  try {
    return await withShareLock({ ...input, waitMs: input.waitMs ?? 30_000 }, () => refresh(input));
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

async function refresh(input: RefreshInput): Promise<Result<RefreshReport>> {
  const read = await readPublished({ ...input, now: input.now() });
  if (!read.ok) return read;
  const { root, state, error } = read.value;
  if (error) return fail(error);
  if (!root || !state?.timestamp || !state.snapshot) return fail({ code: 'CHANNEL_UNKNOWN', data: { channel: input.repository } });
  const report = (timestamp: { version: number; expires: number }, isNew: boolean): RefreshReport => ({
    repository: input.repository,
    isNew,
    version: timestamp.version,
    until: new Date(timestamp.expires).toISOString().slice(0, 10),
  });
  if (!input.force && input.now().getTime() - state.timestamp.version * 1000 < refreshAfterMs) return ok(report(state.timestamp, false));
  const timestamp = await timestampFor(
    input,
    { root, published: read.value },
    { version: state.snapshot.version, file: state.snapshot.bytes },
  );
  if (!timestamp.ok) return timestamp;
  const path = [...repositoryFolder(input.repository), 'metadata', 'timestamp.json'];
  await writeSteps(input.share, [{ path, bytes: timestamp.value, immutable: false }]);
  const after = await readPublished({ ...input, now: input.now() });
  if (!after.ok) return after;
  if (after.value.error || !after.value.state?.timestamp)
    return fail(after.value.error ?? { code: 'INCOMPLETE', data: { file: 'timestamp.json' } });
  return ok(report(after.value.state.timestamp, true));
}
