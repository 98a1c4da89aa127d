// When a trouble is sure enough to be said. A half copy looks like tampering and a lagging replica like a roll-back,
// and one false alarm across all forces would cost the trust in the real one (trust.md 1.4 and pitfall 4).
import type { AppError } from '../base/error.ts';
import type { Sighting } from './model.ts';

/**
 * What a code means here. 'doubt' is content of the right length with a wrong hash (or too long): tampering, or a
 * replicator that exposes a file before it is filled. 'local' is trouble of this PC, of no share.
 */
export type Trouble = 'unreachable' | 'denied' | 'incomplete' | 'doubt' | 'refusal' | 'older' | 'app' | 'local' | 'stopped';

const minute = 60_000;
const hour = 60 * minute;

/** Rows 7, 10, 11, 15: at least so often, and over more than this time, before the word "refused". */
const sightingsToRefuse = 3;
const refuseAfter = hour;
/** Rows 4, 6, 10: replicas may lag for a day, and a copy may take one. */
const tellAfter = 24 * hour;

export function troubleOf({ code, data }: AppError): Trouble {
  switch (code) {
    case 'SHARE_UNREACHABLE':
      return 'unreachable';
    case 'SHARE_DENIED':
      return 'denied';
    case 'INCOMPLETE':
      return 'incomplete';
    case 'TAMPERED':
      return data.why === 'hash' || data.why === 'long' ? 'doubt' : 'refusal';
    case 'MALFORMED':
    case 'TOO_LARGE':
      return 'refusal';
    case 'ROLLED_BACK':
      return 'older';
    case 'APP_TOO_OLD':
      return 'app';
    case 'CANCELLED':
      return 'stopped';
    default:
      return 'local';
  }
}

/** The sighting after one more look. `error` null: all is well, nothing is remembered. */
export function observe(before: Sighting | null, error: AppError | null, now: Date): Sighting | null {
  if (!error) return null;
  const at = now.toISOString();
  // A clock that was put back makes times say nothing: the count starts anew rather than too early.
  const isOrdered = before !== null && before.last <= at;
  const since = isOrdered ? before.since : at;
  if (!isOrdered || !isSame(before.error, error)) return { error, first: at, last: at, count: 1, since };
  return { error, first: before.first, last: at, count: before.count + 1, since };
}

/** Another doubtful file is another trouble: a replicator at work exposes one after the other. */
function isSame(a: AppError, b: AppError): boolean {
  const trouble = troubleOf(a);
  return trouble === troubleOf(b) && (trouble !== 'doubt' || (a.data.why === b.data.why && a.data.file === b.data.file));
}

/** Whether it may be called refused: seen three times, the last more than an hour after the first. */
export function isSure(sighting: Sighting): boolean {
  return sighting.count >= sightingsToRefuse && Date.parse(sighting.last) - Date.parse(sighting.first) > refuseAfter;
}

/** Whether it lasts for longer than copies and replicas usually take. A copy may be incomplete in ever new ways. */
export function isOld(sighting: Sighting, now: Date): boolean {
  const from = troubleOf(sighting.error) === 'older' ? sighting.first : sighting.since;
  return now.getTime() - Date.parse(from) >= tellAfter;
}
