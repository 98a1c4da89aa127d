// Who signs what, and how long it lasts (trust.md 1.3), as data. Numbers are decisions of the design.

/** Signatures needed. */
export const thresholds = {
  /** Three of five stewards: two may lose their keys or be away. */
  root: 3,
  /** Two people see every word that is published. */
  targets: 2,
  snapshot: 2,
  /** One, so that a heartbeat can be signed silently; its thief can only choose among validly signed states. */
  timestamp: 1,
} as const;

/** Days of validity. */
export const validDays = {
  root: 1_100,
  targets: 400,
  snapshot: 400,
  /** A channel without a heartbeat for this long is shown as not confirmed. */
  channelTimestamp: 45,
  directoryTimestamp: 90,
} as const;

export const dayMs = 24 * 3600 * 1000;

/** Stewards in all, and editors of a channel. */
export const groupSizes = { stewards: 5, editors: 5 } as const;
