// The search for a target through delegated roles (5.6.7), strict mode only: pre-order, depth first, each role once,
// a bounded number of them. The caller brings the file of the role that is wanted; it is believed only when the very
// delegator through which it was reached vouches for it, whatever another delegator said of the same file.
import { ok, type Result } from '../base/result.ts';
import { trustLimits } from './limits.ts';
import { checkLink } from './link.ts';
import { type MetaLink, parseMetadata, type SnapshotMetadata, type TargetsMetadata } from './metadata.ts';
import { binOf, matchesHashPrefix, matchesPattern } from './patterns.ts';
import { refuse } from './read-json.ts';
import { checkRootAge, isExpired, type TrustedState } from './state.ts';
import type { StrictFile } from './strict-targets.ts';
import { type RoleRule, signersUnder } from './verify.ts';

export type SearchStep =
  | { readonly kind: 'found'; readonly file: StrictFile; readonly role: string }
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'wanted';
      readonly role: string;
      /** What the snapshot says of the role's file. */
      readonly link: MetaLink;
      /** Verifies the role's file and goes on; a refusal ends the search (5.6.7.2). */
      readonly accept: (bytes: Uint8Array) => Result<SearchStep>;
    };

/** A role still to be looked at, as one delegator named it. */
interface Visit {
  readonly name: string;
  readonly terminating: boolean;
  readonly rule: RoleRule;
}

interface Search {
  readonly state: TrustedState;
  /** Of the snapshot: what it says of each role's file. */
  readonly meta: SnapshotMetadata['meta'];
  readonly path: string;
  readonly waiting: readonly Visit[];
  readonly visited: ReadonlySet<string>;
}

/** 5.6.7. Begins with the top-level targets, which must be the fully updated ones. */
export function searchTarget(state: TrustedState, path: string): Result<SearchStep> {
  const { targets, snapshot, timestamp } = state;
  if (!targets || !snapshot || !timestamp) return refuse('MALFORMED', 'targets.json', 'order');
  const old = checkRootAge(state);
  if (old) return old;
  return look({ state, meta: snapshot.meta, path, waiting: [], visited: new Set() }, targets, 'targets');
}

function look(search: Search, targets: TargetsMetadata, role: string): Result<SearchStep> {
  const file = targets.strict?.files.get(search.path);
  if (file) return ok({ kind: 'found', file, role });
  const named = delegated(search, targets);
  const end = named.findIndex(({ terminating }) => terminating);
  // 5.6.7.2.1: a terminating delegation ends the list and everything that waited before it.
  const waiting = end < 0 ? [...named, ...search.waiting] : named.slice(0, end + 1);
  return next({ ...search, waiting });
}

function delegated({ path, state }: Search, targets: TargetsMetadata): readonly Visit[] {
  const delegations = targets.strict?.delegations;
  if (!delegations) return [];
  const { keys, roles, succinct } = delegations;
  const { sha256 } = state.options;
  if (succinct) {
    const { keyids, threshold } = succinct;
    return [{ name: binOf(succinct.prefix, succinct.bits, path, sha256), terminating: true, rule: { keys, keyids, threshold } }];
  }
  return roles
    .filter(({ by, parts }) =>
      by === 'pattern' ? parts.some((pattern) => matchesPattern(pattern, path)) : matchesHashPrefix(parts, path, sha256),
    )
    .map(({ name, terminating, keyids, threshold }) => ({ name, terminating, rule: { keys, keyids, threshold } }));
}

function next(search: Search): Result<SearchStep> {
  const { visited, state, meta } = search;
  // 5.6.7.1: a role that was seen is skipped, so that circles end.
  const visit = search.waiting.find(({ name }) => !visited.has(name));
  if (!visit || visited.size >= trustLimits.delegatedRoles) return ok({ kind: 'absent' });
  const file = `${visit.name}.json`;
  const link = meta.get(file);
  if (!link) return refuse('MALFORMED', file, 'snapshot');
  const rest: Search = { ...search, visited: new Set([...visited, visit.name]) };
  const accept = (bytes: Uint8Array): Result<SearchStep> => {
    const verified = verifyDelegated(state, visit, link, bytes);
    return verified.ok ? look(rest, verified.value, visit.name) : verified;
  };
  return ok({ kind: 'wanted', role: visit.name, link, accept });
}

function verifyDelegated(state: TrustedState, { name, rule }: Visit, link: MetaLink, bytes: Uint8Array): Result<TargetsMetadata> {
  const file = `${name}.json`;
  const { mode } = state.options;
  // 5.6.2
  const wrong = checkLink(state.options, bytes, link, file);
  if (wrong) return wrong;
  const parsed = parseMetadata('targets', bytes, mode, file);
  if (!parsed.ok) return parsed;
  const targets = parsed.value;
  // 5.6.3, under the delegator's keys
  if (signersUnder(rule, targets, mode).length < rule.threshold) return refuse('TAMPERED', file, 'signatures');
  // 5.6.4
  if (targets.version !== link.version) return refuse('TAMPERED', file, 'version');
  // 5.6.5
  if (isExpired(state, targets)) return refuse('REVIEW_OVERDUE', file, 'expires');
  return ok(targets);
}
