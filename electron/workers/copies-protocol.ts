// What the main process and the process that makes a copy of a guide say to each other. Values only, both are ours.
import type { AppError } from '../../content/core/base/error.ts';
import type { GuideCopy } from '../../content/node/guide-copy.ts';

/** First, and once. */
export interface ToCopies {
  readonly kind: 'copy';
  /** Chosen by the person in the system's dialog. */
  readonly file: string;
  readonly copy: GuideCopy;
}

export type FromCopies =
  /** It is put together; now it is written, to a folder that may not answer. */
  | { readonly kind: 'made' }
  /** It is there, whole. */
  | { readonly kind: 'saved' }
  /** NO_SPACE, SAVE_FAILED, BAD_REQUEST. */
  | { readonly kind: 'refused'; readonly error: AppError };
