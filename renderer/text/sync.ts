// What is true about the shared folders, in one line. Only what the status line needs at the first paint: the words of
// the details page are in text/updates.ts. Every function takes the moment it is compared with.
import { errorReference } from '../../content/core/base/error.ts';
import type { SyncStatus } from '../../content/core/sync/model.ts';
import { atMoment, localDay, nearDay, sinceMoment } from './dates.ts';

export interface SyncWords {
  /** ISO time of "now". */
  readonly now: string;
  readonly zone?: string | undefined;
  /** ISO day of the edition on screen; null where none is, or several are. */
  readonly edition: string | null;
  /** Its signers still stand by it. */
  readonly isValid: boolean;
}

export const syncText = {
  updates: 'Updates',
  notChecked: 'Not checked yet',
  newEdition: (day: string, now: string, zone?: string) => `A newer edition of this guide is here (signed ${nearDay(day, now, zone)}).`,
  sameWords: (day: string, now: string, zone?: string) =>
    `A newer edition is here (signed ${nearDay(day, now, zone)}); this guide is the same in it.`,
  goneFromEdition: (day: string, now: string, zone?: string) =>
    `The newest edition (signed ${nearDay(day, now, zone)}) no longer has this guide. You are reading the one before.`,
  showNew: 'Show it',
  busy: 'Looking for new editions',
} as const;

/** The line for a status; null where there is nothing to say (no share is set). */
export function syncLine(status: SyncStatus, words: SyncWords): string | null {
  const { now, zone } = words;
  const { since, error, done, of } = status;
  const from = sinceMoment(since, now, zone);
  const reference = error ? ` (${errorReference(error.code)})` : '';
  const counts = done !== null && of !== null ? `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} files` : null;
  switch (status.kind) {
    case 'none':
      return null;
    case 'checking':
      return syncText.busy;
    case 'copying':
      return counts === null ? 'Copying new files' : `Copying ${counts}`;
    case 'current':
      return `Up to date ${atMoment(since, now, zone)}`;
    case 'out-of-date':
      return outOfDate(status, words);
    case 'incomplete':
      return counts === null ? `Copy incomplete since ${from}` : `Copy incomplete: ${counts}`;
    case 'unreachable':
      return `Share not reachable since ${from}; ${reading(words)}`;
    case 'denied':
      return `No permission to read the share${reference}: ask IT`;
    case 'refused':
      return error?.code === 'ROLLED_BACK'
        ? `Share went back to an older copy: refused${reference}, ask IT`
        : `Refused${reference}: ask IT`;
    case 'stale':
      return stale(status, words);
    case 'no-space':
      return `Not enough space to update${reference}; ${reading(words)}`;
    case 'clock':
      return `This PC’s clock looks wrong${reference}: check date and time`;
    case 'app-too-old':
      return `Update National Guides to get newer guidance${reference}: ask IT`;
    case 'repaired':
      return `Up to date; damaged files were repaired ${atMoment(since, now, zone)}`;
  }
}

function reading({ edition, isValid, now, zone }: SyncWords): string {
  const what = edition === null ? 'you are reading what this PC holds' : `you are reading the edition of ${nearDay(edition, now, zone)}`;
  return isValid ? `${what}, still valid` : what;
}

function outOfDate({ error, since }: SyncStatus, words: SyncWords): string {
  const from = sinceMoment(since, words.now, words.zone);
  if (error?.code === 'ROLLED_BACK') return `Share holds an older copy since ${from}; ${reading(words)}`;
  if (error) return `New editions cannot be kept on this PC (${errorReference(error.code)}): ask IT`;
  return `Not confirmed since ${from}; ${reading(words)}`;
}

function stale({ error, since }: SyncStatus, { now, zone }: SyncWords): string {
  const day = nearDay(localDay(since, zone), now, zone);
  const reference = error ? ` (${errorReference(error.code)})` : '';
  if (error?.code === 'REVIEW_OVERDUE') return `Not reviewed since ${day}${reference}: check anything that matters`;
  if (error?.code === 'ROOT_STALE') return `The list of signers ran out on ${day}${reference}: ask IT`;
  return `Not confirmed since ${day}; guidance may be out of date`;
}
