// The words of the status line from what is held. Pure.
import type { GuideDocument, LibraryState } from '../../electron/ipc/replies.ts';
import { editionDay } from '../text/dates.ts';
import { shellText } from '../text/shell.ts';

export interface StatusLine {
  readonly held: string;
  /** The edition of the guide on screen. */
  readonly edition: string | null;
  readonly demo: boolean;
  readonly problems: number;
}

export function statusLine(
  library: LibraryState,
  guide: Pick<GuideDocument, 'pack' | 'seal'> | null,
  now: string,
  zone?: string,
): StatusLine {
  const seals = guide ? [guide.seal] : library.packs.map((pack) => pack.seal);
  // The oldest check is the one that is true of all.
  const checked = seals.map((seal) => seal.checkedAt).sort()[0];
  const held = library.packs.length === 0 ? shellText.nothingHeld : shellText.held(library.guides.length, library.packs.length);
  return {
    held: checked === undefined ? held : `${held}, ${shellText.checked(checked, now, zone)}`,
    edition: guide ? shellText.edition(guide.pack.title, editionDay(guide.seal.version, zone)) : null,
    demo: seals.some((seal) => seal.demo),
    problems: library.problems.length,
  };
}
