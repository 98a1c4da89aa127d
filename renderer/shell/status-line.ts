// The words of the status line from what is held and what is known of the shared folders. Pure.
import type { GuideDocument, LibraryState } from '../../electron/ipc/replies.ts';
import type { SyncView } from '../state/sync.ts';
import { editionDay } from '../text/dates.ts';
import { shellText } from '../text/shell.ts';
import { type SyncWords, syncLine, syncText } from '../text/sync.ts';
import { type SyncTone, toneOf } from './sync-tone.ts';

export interface StatusLine {
  /** What is true about updates; where no share is set, what is held. */
  readonly main: string;
  readonly tone: SyncTone | null;
  /** The edition of the guide on screen; without a guide what is held, unless that is said already. */
  readonly edition: string | null;
  readonly demo: boolean;
  readonly problems: number;
}

export interface StatusFacts {
  readonly library: LibraryState;
  readonly guide: Pick<GuideDocument, 'pack' | 'seal'> | null;
  readonly now: string;
  /** Null until it was asked for. */
  readonly sync: SyncView | null;
  /** Some are set, so that more will be known in a moment. */
  readonly hasShares: boolean;
  readonly zone?: string;
}

export function statusLine({ library, guide, now, sync, hasShares, zone }: StatusFacts): StatusLine {
  const seals = guide ? [guide.seal] : library.packs.map((pack) => pack.seal);
  // The oldest check is the one that is true of all.
  const checked = seals.map((seal) => seal.checkedAt).sort()[0];
  const count = library.packs.length === 0 ? shellText.nothingHeld : shellText.held(library.guides.length, library.packs.length);
  const held = checked === undefined ? count : `${count}, ${shellText.checked(checked, now, zone)}`;
  const line = sync ? syncLine(sync.state.overall, wordsFor(seals, sync.at, zone)) : hasShares ? syncText.updates : null;
  const edition = guide ? shellText.edition(guide.pack.title, editionDay(guide.seal.version, zone)) : null;
  return {
    main: line ?? held,
    tone: line !== null && sync ? toneOf(sync.state.overall) : null,
    edition: edition ?? (line === null ? null : held),
    demo: seals.some((seal) => seal.demo),
    problems: library.problems.length,
  };
}

/** Several editions have one day only if all were signed on it. */
export function wordsFor(
  seals: readonly { readonly version: number; readonly expires: string }[],
  now: string,
  zone: string | undefined,
): SyncWords {
  const days = new Set(seals.map((seal) => editionDay(seal.version, zone)));
  const [day] = days;
  return { now, zone, edition: days.size === 1 && day !== undefined ? day : null, isValid: seals.every((seal) => seal.expires > now) };
}
