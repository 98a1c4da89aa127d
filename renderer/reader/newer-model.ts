// Whether there is another edition of the open guide, and what it means for its reader. Pure.
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import type { Library } from '../state/library.ts';

export interface Newer {
  /** `same`: its text is the same in the newer edition. `gone`: the newer edition has no such guide. */
  readonly kind: 'changed' | 'same' | 'gone';
  /** UTC seconds at signing. */
  readonly version: number;
}

/** Version of the edition held now, where it is another than the guide's; null where there is nothing to offer. */
export function newerVersion({ packs }: Pick<Library, 'packs'>, { seal }: Pick<GuideDocument, 'seal'>): number | null {
  const held = packs.get(seal.channel)?.seal.version;
  return held === undefined || held === seal.version ? null : held;
}

type Words = Pick<GuideDocument, 'source' | 'summary'>;

/** @param found the guide as it is in the newer edition; null where it could not be opened yet */
export function newerOf(shown: Words, version: number, found: Words | null): Newer {
  const isSame = found !== null && found.source === shown.source && found.summary.status === shown.summary.status;
  return { kind: isSame ? 'same' : 'changed', version };
}
