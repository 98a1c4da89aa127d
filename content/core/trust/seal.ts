// A fully verified state -> what the page's footer and the lists say about the edition.
import type { ChannelId } from '../base/ids.ts';
import type { EditionSeal } from './model.ts';
import type { TrustedState } from './state.ts';
import { keysOf } from './verify.ts';

/** Public key in lower-case hexadecimal -> the person's name, from the directory's signed list. */
export type PeopleNames = ReadonlyMap<string, string>;

/** Null while the state holds no targets. Signers come in the order of the role's keys. */
export function sealOf(state: TrustedState, channel: ChannelId, people: PeopleNames): EditionSeal | null {
  const { root, targets, timestamp, signers, options } = state;
  if (!targets || !timestamp) return null;
  return {
    channel,
    version: targets.version,
    signers: signers.map((key) => people.get(key) ?? key.slice(0, 8)),
    threshold: root.roles.targets.threshold,
    keys: keysOf(root, 'targets').length,
    checkedAt: options.now.toISOString(),
    expires: new Date(Math.min(timestamp.expires, targets.expires)).toISOString(),
    confirmedUntil: new Date(timestamp.expires).toISOString(),
    reviewBy: new Date(targets.expires).toISOString(),
    demo: isDemoRoot(state),
  };
}

/** Roots of demonstrations say so in a signed field of their own; their keys were thrown away. */
export function isDemoRoot(state: TrustedState): boolean {
  return state.root.signed.demo === true;
}
