// What is known about an edition after its signatures were checked, for lists and the page's footer.
import type { ChannelId } from '../base/ids.ts';

export interface EditionSeal {
  readonly channel: ChannelId;
  /** Version of targets and snapshot: UTC seconds at signing. */
  readonly version: number;
  /** Signers of the targets role who are known by name, else their key's first 8 hex characters. */
  readonly signers: readonly string[];
  readonly threshold: number;
  /** Keys that may sign. */
  readonly keys: number;
  /** When this PC checked the signatures, ISO time. */
  readonly checkedAt: string;
  /** ISO time after which the edition counts as not confirmed; reading goes on. */
  readonly expires: string;
  /** The two times of which `expires` is the earlier; absent where an earlier version of the app brought the edition in. */
  readonly confirmedUntil?: string;
  readonly reviewBy?: string;
  /** Keys were made at build time for demonstration: nobody has approved this. */
  readonly demo: boolean;
}
