// The one place of this room that reads the clock. Everything else is given its reference time.

/** The time by this PC. */
export function now(): Date {
  return new Date();
}

/** Version of an edition signed at this moment: UTC seconds. */
export function versionAt(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
