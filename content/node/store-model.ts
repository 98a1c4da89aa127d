// What the store says of itself to the app. Types only, so that its parts need not know one another.
import type { AppError } from '../core/base/error.ts';
import type { ChannelId } from '../core/base/ids.ts';
import type { GuideSummary, PackInfo } from '../core/pack/model.ts';
import type { EditionSeal } from '../core/trust/model.ts';

export interface HeldEdition {
  readonly info: PackInfo;
  readonly seal: EditionSeal;
  /** ISO day on which the channel was withdrawn, or null. */
  readonly retired: string | null;
  /** In reading order. */
  readonly guides: readonly GuideSummary[];
}

export type StoreProblem = AppError & { readonly channel: ChannelId | null };
