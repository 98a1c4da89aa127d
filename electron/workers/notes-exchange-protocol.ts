// What the main process and the process of the shared notes folder say to each other. Values only, both are ours. Every
// message of the process also says that it is alive: it sends none while the folder keeps it waiting.
import type { NoteRecord } from '../../content/core/annotation/model.ts';
import type { AppError } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';

export interface ExchangeRound {
  readonly folder: string;
  /** Guides with notes here. */
  readonly guides: readonly GuideId[];
  /** Those whose notes changed here since the folder last had them. */
  readonly changed: readonly GuideId[];
  /** Files as they were when they last held nothing new, by name; what is the same now is not read again. */
  readonly seen: Readonly<Record<string, string>>;
}

export type ToExchange =
  /** First, and once. */
  | { readonly kind: 'round'; readonly round: ExchangeRound }
  | { readonly kind: 'ours'; readonly guide: GuideId; readonly records: readonly NoteRecord[]; readonly readOnly: boolean }
  /** What was to be taken in is kept here. */
  | { readonly kind: 'taken'; readonly guide: GuideId }
  /** It could not be told, or not be kept. */
  | { readonly kind: 'refused'; readonly guide: GuideId; readonly error: AppError };

export type FromExchange =
  | { readonly kind: 'alive' }
  /** Answered with `ours` or `refused`. */
  | { readonly kind: 'ask'; readonly guide: GuideId }
  /** Answered with `taken` or `refused`. */
  | { readonly kind: 'take'; readonly guide: GuideId; readonly records: readonly NoteRecord[] }
  /** Both sides hold the same of it now, or why not. */
  | {
      readonly kind: 'guide';
      readonly guide: GuideId;
      readonly error: AppError | null;
      readonly written: boolean;
      /** For the next round's `seen`. */
      readonly seen: Readonly<Record<string, string>>;
    }
  /** Why the round ended before its end; null: all guides were gone through. */
  | { readonly kind: 'done'; readonly error: AppError | null };
