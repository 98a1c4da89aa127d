// What the main process and the process that writes into the inbox of a share say to each other. Values only, both are
// ours. Every message of the process also says that it is alive: it sends none while the share keeps it waiting.
import type { AppError } from '../../content/core/base/error.ts';
import type { ChannelId } from '../../content/core/base/ids.ts';
import type { Dropped } from '../../content/node/drop-box.ts';

/** First, and once. */
export interface ToInbox {
  readonly kind: 'send';
  /** Folder of the share. */
  readonly share: string;
  readonly channel: ChannelId;
  /** Of the file, plain. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FromInbox =
  | { readonly kind: 'alive' }
  /** It is there. */
  | { readonly kind: 'sent'; readonly dropped: Dropped }
  /** INBOX_MISSING, INBOX_DENIED, INBOX_FULL, SHARE_UNREACHABLE. */
  | { readonly kind: 'refused'; readonly error: AppError };
