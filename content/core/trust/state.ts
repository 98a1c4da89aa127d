// What a client believes about one repository, and the only ways in which that may change. Each update checks
// in the order of the TUF specification 1.0 (sections beside the checks) or refuses with a code; it never
// changes the state it was given. No clock and no disk: time and bytes are passed in.
import type { AppError } from '../base/error.ts';
import type { Sha256Of } from '../base/hash.ts';
import { ok, type Result } from '../base/result.ts';
import { trustLimits } from './limits.ts';
import { checkLink } from './link.ts';
import {
  parseMetadata,
  type RootMetadata,
  type SnapshotMetadata,
  type TargetsMetadata,
  type TimestampMetadata,
  type TrustMode,
} from './metadata.ts';
import { isObject, refuse } from './read-json.ts';
import { meetsThreshold, signersOf } from './verify.ts';

/** Lowest versions that are accepted, where the signed files that set them are lost; 0 for none. */
export interface Floors {
  readonly timestamp: number;
  readonly snapshot: number;
  readonly targets: number;
}

export const noFloors: Floors = { timestamp: 0, snapshot: 0, targets: 0 };

export interface TrustOptions {
  readonly mode: TrustMode;
  /** 5.1: one reference time for the whole update. */
  readonly now: Date;
  readonly sha256: Sha256Of;
  /** Lower-case hexadecimal; without it what has only a SHA-512 is refused. Strict mode only. */
  readonly sha512?: (bytes: Uint8Array) => string;
  readonly floors: Floors;
}

export interface TrustedState {
  readonly options: TrustOptions;
  readonly root: RootMetadata;
  readonly timestamp: TimestampMetadata | null;
  readonly snapshot: SnapshotMetadata | null;
  readonly targets: TargetsMetadata | null;
  /** Public keys whose signatures made the targets believed; empty while there are none. */
  readonly signers: readonly string[];
}

/**
 * `stored`: what this client itself believed before. Its age is no reason to forget it (an old file still is a floor
 * for the next), so expiry is not asked, nor whether it fits the newer file above it.
 */
export type Source = 'share' | 'stored';

/** 5.2: begins with a root that came with the app, or that another repository vouches for by its digest. */
export function startTrust(root: Uint8Array, options: TrustOptions): Result<TrustedState> {
  const parsed = parseMetadata('root', root, options.mode);
  if (!parsed.ok) return parsed;
  if (!meetsThreshold(parsed.value, 'root', parsed.value, options.mode)) return refuse('TAMPERED', 'root.json', 'signatures');
  return ok({ options, root: parsed.value, timestamp: null, snapshot: null, targets: null, signers: [] });
}

/** 5.3: the next root. To be called with N+1, N+2 … until there is none, before anything else. */
export function updateRoot(state: TrustedState, bytes: Uint8Array): Result<TrustedState> {
  const { mode } = state.options;
  const parsed = parseMetadata('root', bytes, mode);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  // 5.3.4: signed by a threshold of the old root's keys and by a threshold of its own.
  if (!meetsThreshold(state.root, 'root', root, mode) || !meetsThreshold(root, 'root', root, mode))
    return refuse('TAMPERED', 'root.json', 'signatures');
  // 5.3.5: exactly one higher.
  if (root.version !== state.root.version + 1) return refuse('TAMPERED', 'root.json', 'version');
  // All repositories have the same stewards, so each one's roots verify in any other: an editor of one channel could
  // become one of another, or of the directory, by a file copied into its folder. A root says whose it is.
  if (mode === 'product' && channelOf(root) !== channelOf(state.root)) return refuse('TAMPERED', 'root.json', 'channel');
  // 5.3.11: what was believed under the old keys must be verified anew: the caller offers the stored files
  // again, and those that the new keys no longer vouch for lower no floor and raise none.
  return ok({ ...state, root, timestamp: null, snapshot: null, targets: null, signers: [] });
}

/** The channel that a root was signed for; null for the directory's, and for those of repositories without a name. */
function channelOf({ signed }: RootMetadata): string | null {
  return isObject(signed.channel) && typeof signed.channel.id === 'string' ? signed.channel.id : null;
}

/** 5.4. The same state comes back when nothing is new (5.4.3.1): the update ends there. */
export function updateTimestamp(state: TrustedState, bytes: Uint8Array, source: Source = 'share'): Result<TrustedState> {
  const { mode, floors } = state.options;
  const old = checkRootAge(state);
  if (old) return old;
  const parsed = parseMetadata('timestamp', bytes, mode);
  if (!parsed.ok) return parsed;
  const timestamp = parsed.value;
  // 5.4.2
  if (!meetsThreshold(state.root, 'timestamp', timestamp, mode)) return refuse('TAMPERED', 'timestamp.json', 'signatures');
  const ahead = checkClock(state, timestamp, 'timestamp.json');
  if (ahead) return ahead;
  // 5.4.3.1
  if (state.timestamp?.version === timestamp.version) return ok(state);
  if (timestamp.version < (state.timestamp?.version ?? floors.timestamp)) return refuse('ROLLED_BACK', 'timestamp.json', 'version');
  // 5.4.3.2
  if (timestamp.snapshot.version < (state.timestamp?.snapshot.version ?? floors.snapshot))
    return refuse('ROLLED_BACK', 'snapshot.json', 'version');
  // 5.4.4
  if (mode === 'strict' && source === 'share' && isExpired(state, timestamp)) return refuse('STALE', 'timestamp.json', 'expires');
  // The snapshot stays for 5.5.5; the targets are to be named anew.
  return ok({ ...state, timestamp, targets: null, signers: [] });
}

/** 5.5. `bytes` is the file that the timestamp names. */
export function updateSnapshot(state: TrustedState, bytes: Uint8Array, source: Source = 'share'): Result<TrustedState> {
  const { mode, floors } = state.options;
  const { timestamp } = state;
  if (!timestamp) return refuse('MALFORMED', 'snapshot.json', 'order');
  const fresh = source === 'share';
  if (mode === 'strict' && fresh && isExpired(state, timestamp)) return refuse('STALE', 'timestamp.json', 'expires');
  // 5.5.2
  const wrong = fresh ? checkLink(state.options, bytes, timestamp.snapshot, 'snapshot.json') : null;
  if (wrong) return wrong;
  const parsed = parseMetadata('snapshot', bytes, mode);
  if (!parsed.ok) return parsed;
  const snapshot = parsed.value;
  // 5.5.3
  if (!meetsThreshold(state.root, 'snapshot', snapshot, mode)) return refuse('TAMPERED', 'snapshot.json', 'signatures');
  const ahead = checkClock(state, snapshot, 'snapshot.json');
  if (ahead) return ahead;
  // 5.5.4
  if (fresh && snapshot.version !== timestamp.snapshot.version) return refuse('TAMPERED', 'snapshot.json', 'version');
  const link = snapshot.meta.get('targets.json');
  if (!link) return refuse('MALFORMED', 'snapshot.json', 'targets');
  // 5.5.5: no role that was listed may vanish, and none may go back.
  if (link.version < (state.snapshot ? 0 : floors.targets)) return refuse('ROLLED_BACK', 'targets.json', 'version');
  for (const [name, before] of state.snapshot?.meta ?? []) {
    const after = snapshot.meta.get(name);
    if (!after) return refuse('MALFORMED', 'snapshot.json', 'missing');
    if (after.version < before.version) return refuse('ROLLED_BACK', 'targets.json', 'version');
  }
  // 5.5.6
  if (mode === 'strict' && fresh && isExpired(state, snapshot)) return refuse('STALE', 'snapshot.json', 'expires');
  return ok({ ...state, snapshot, targets: null, signers: [] });
}

/** 5.6. `bytes` is the file that the snapshot names. */
export function updateTargets(state: TrustedState, bytes: Uint8Array): Result<TrustedState> {
  const { mode } = state.options;
  const link = state.snapshot?.meta.get('targets.json');
  if (!state.snapshot || !link || state.snapshot.version !== state.timestamp?.snapshot.version)
    return refuse('MALFORMED', 'targets.json', 'order');
  if (mode === 'strict' && isExpired(state, state.snapshot)) return refuse('STALE', 'snapshot.json', 'expires');
  // 5.6.2
  const wrong = checkLink(state.options, bytes, link, 'targets.json');
  if (wrong) return wrong;
  const parsed = parseMetadata('targets', bytes, mode);
  if (!parsed.ok) return parsed;
  const targets = parsed.value;
  // 5.6.3
  const signers = signersOf(state.root, 'targets', targets, mode);
  if (signers.length < state.root.roles.targets.threshold) return refuse('TAMPERED', 'targets.json', 'signatures');
  const ahead = checkClock(state, targets, 'targets.json');
  if (ahead) return ahead;
  // 5.6.4
  if (targets.version !== link.version) return refuse('TAMPERED', 'targets.json', 'version');
  // 5.6.5
  if (mode === 'strict' && isExpired(state, targets)) return refuse('REVIEW_OVERDUE', 'targets.json', 'expires');
  return ok({ ...state, targets, signers });
}

/** 5.3.10: in strict mode an expired root stops everything; to be asked after the last root was read. */
export function checkRootAge(state: TrustedState): ReturnType<typeof refuse> | null {
  return state.options.mode === 'strict' && isExpired(state, state.root) ? refuse('ROOT_STALE', 'root.json', 'expires') : null;
}

/**
 * What a person should know although everything verified (trust.md 1.4 rows 16-18 and 26): CLOCK, ROOT_STALE,
 * STALE, REVIEW_OVERDUE. Reading goes on.
 */
export function warningsOf(state: TrustedState): readonly AppError[] {
  const warnings: AppError[] = [];
  const warn = (code: AppError['code'], expires: number) =>
    warnings.push({ code, data: { expires: new Date(expires).toISOString().slice(0, 10) } });
  if (isClockBehind(state)) warnings.push({ code: 'CLOCK', data: {} });
  if (isExpired(state, state.root)) warn('ROOT_STALE', state.root.expires);
  const fresh = [state.timestamp, state.snapshot].filter((role) => role !== null);
  const stale = fresh.filter((role) => isExpired(state, role));
  if (stale.length > 0) warn('STALE', Math.min(...stale.map((role) => role.expires)));
  if (state.targets && isExpired(state, state.targets)) warn('REVIEW_OVERDUE', state.targets.expires);
  return warnings;
}

/** The floors that this state sets for the next update. */
export function floorsOf(state: TrustedState): Floors {
  const { floors } = state.options;
  return {
    timestamp: state.timestamp?.version ?? floors.timestamp,
    snapshot: state.snapshot?.version ?? floors.snapshot,
    targets: state.targets?.version ?? floors.targets,
  };
}

/** 5.3.10 and its siblings, by a clock that is never earlier than what was already signed and believed. */
export function isExpired(state: TrustedState, role: { readonly expires: number }): boolean {
  return timeOf(state) >= role.expires;
}

function timeOf(state: TrustedState): number {
  const now = state.options.now.getTime();
  return state.options.mode === 'strict' ? now : Math.max(now, newestSigned(state));
}

/** A root's `issued` and the versions of the other roles are times of signing, in milliseconds. */
function newestSigned(state: TrustedState): number {
  const issued = typeof state.root.signed.issued === 'string' ? Date.parse(state.root.signed.issued) : 0;
  const seconds = Math.max(state.timestamp?.version ?? 0, ...Object.values(state.options.floors));
  return Math.max(Number.isNaN(issued) ? 0 : issued, seconds * 1000);
}

const isClockBehind = (state: TrustedState): boolean =>
  state.options.mode === 'product' && state.options.now.getTime() + trustLimits.clockBehindMs < newestSigned(state);

/** Fast-forward (trust.md 1.4 row 20): a version far in the future would lock out every later one. */
function checkClock(state: TrustedState, role: { readonly version: number }, file: string): ReturnType<typeof refuse> | null {
  if (state.options.mode === 'strict' || role.version * 1000 <= timeOf(state) + trustLimits.clockAheadMs) return null;
  return refuse('MALFORMED', file, 'clock');
}
