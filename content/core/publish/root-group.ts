// The people behind a repository's root, and the next root that follows from a change of them (trust.md 1.3). Roots
// carry the names of their keys' holders and the channel's title, signed like the rest: stewards see whom they
// approve, and the directory's lists follow from the roots. People are told apart by public key, never by key id.
import type { ChannelId } from '../base/ids.ts';
import { isChannelId } from '../base/ids.ts';
import type { RootMetadata } from '../trust/metadata.ts';
import { isObject, type JsonObject, type JsonValue } from '../trust/read-json.ts';
import { type Signable, signable } from './edition.ts';
import type { KeyHolder } from './key-card.ts';
import { rootSigned, type SigningRole } from './metadata.ts';
import { dayMs, thresholds, validDays } from './roles.ts';
import type { TufKey } from './tuf-key.ts';

/** `name` is null where no root and no list says whose key it is. */
export type GroupKey = Omit<KeyHolder, 'name'> & { readonly name: string | null };

export interface ChannelName {
  readonly id: ChannelId;
  readonly title: string;
  readonly kind: 'channel' | 'subject';
}

export interface RootGroup {
  /** Null for the directory. */
  readonly channel: ChannelName | null;
  /** They sign roots; for the directory everything. */
  readonly stewards: readonly GroupKey[];
  /** They sign editions; null for the directory. */
  readonly editors: readonly GroupKey[] | null;
  /** Made for a demonstration; never taken away and never added by a change. */
  readonly demo: boolean;
}

/** Fewest at a founding, fewest to go on with, and most: every signer's file is read by every reader. */
export const groupLimits = {
  stewards: { founding: 5, fewest: thresholds.root, most: 9 },
  editors: { founding: 4, fewest: thresholds.targets, most: 9 },
} as const;

export type GroupFault =
  | { readonly why: 'few' | 'many'; readonly role: 'stewards' | 'editors'; readonly count: number; readonly limit: number }
  /** One person, or one key, twice: a threshold would protect nothing (trust.md 6.6). */
  | { readonly why: 'key' | 'person'; readonly role: 'stewards' | 'editors'; readonly who: GroupKey }
  /** A steward's key is an editor's too. */
  | { readonly why: 'both'; readonly who: GroupKey };

/** Null when such a group may be. @param founding when it is made for the first time. */
export function groupFault(group: RootGroup, founding: boolean): GroupFault | null {
  for (const role of ['stewards', 'editors'] as const) {
    const keys = group[role];
    if (keys === null) continue;
    const limits = groupLimits[role];
    const least = founding ? limits.founding : limits.fewest;
    const keyTwice = twice(keys, (key) => key.public);
    if (keyTwice) return { why: 'key', role, who: keyTwice };
    const personTwice = twice(keys, ({ name, force }) => name && `${name}\n${force ?? ''}`.toLowerCase());
    if (personTwice) return { why: 'person', role, who: personTwice };
    if (keys.length < least) return { why: 'few', role, count: keys.length, limit: least };
    if (keys.length > limits.most) return { why: 'many', role, count: keys.length, limit: limits.most };
  }
  const stewards = new Set(group.stewards.map((key) => key.public));
  const both = group.editors?.find((key) => stewards.has(key.public));
  return both ? { why: 'both', who: both } : null;
}

function twice(keys: readonly GroupKey[], by: (key: GroupKey) => string | null): GroupKey | null {
  const seen = new Set<string>();
  for (const key of keys) {
    const mark = by(key);
    if (mark !== null && seen.has(mark)) return key;
    if (mark !== null) seen.add(mark);
  }
  return null;
}

/** The root to be signed. @param version one higher than the published one (TUF 5.3.5), 1 for a new repository. */
export function draftRoot(group: RootGroup, version: number, issued: Date): Signable {
  const { stewards, editors, channel, demo } = group;
  const publishers = editors ?? stewards;
  const all = uniqueKeys([...stewards, ...publishers]);
  const role = (keys: readonly GroupKey[], threshold: number): SigningRole => ({ keyids: keys.map(({ keyid }) => keyid), threshold });
  const signed = rootSigned({
    version,
    issued,
    expires: new Date(issued.getTime() + validDays.root * dayMs),
    keys: new Map(all.map((key) => [key.keyid, tufKey(key.public)])),
    roles: {
      root: role(stewards, thresholds.root),
      targets: role(publishers, thresholds.targets),
      snapshot: role(publishers, thresholds.snapshot),
      // Whoever may publish, and stewards for the channels whose editors are all away.
      timestamp: role(uniqueKeys([...publishers, ...stewards]), thresholds.timestamp),
    },
    demo,
  });
  const people = all.flatMap(({ name, force, keyid, public: key }): JsonValue[] =>
    name === null ? [] : [{ name, force, keyid, public: key }],
  );
  return signable({ ...signed, ...(channel ? { channel: { ...channel } } : {}), people });
}

function uniqueKeys(keys: readonly GroupKey[]): GroupKey[] {
  return [...new Map(keys.map((key) => [key.public, key])).values()];
}

function tufKey(publicKey: string): TufKey {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicKey } };
}

/**
 * Who stands behind a verified root.
 * @param known names by public key from the directory's lists, and the channel's entry: for roots that carry none.
 */
export function groupOf(
  root: RootMetadata,
  known: { readonly people: ReadonlyMap<string, Pick<KeyHolder, 'name' | 'force'>>; readonly channel: ChannelName | null },
): RootGroup {
  const named = new Map([...known.people, ...peopleIn(root.signed)]);
  const keys = (role: 'root' | 'targets') =>
    uniqueKeys(
      root.roles[role].keyids.flatMap((keyid) => {
        const key = root.keys.get(keyid)?.keyVal.public?.toLowerCase();
        if (!key) return [];
        const person = named.get(key);
        return [{ name: person?.name ?? null, force: person?.force ?? null, keyid, public: key }];
      }),
    );
  const channel = channelIn(root.signed) ?? known.channel;
  return { channel, stewards: keys('root'), editors: channel ? keys('targets') : null, demo: root.signed.demo === true };
}

function peopleIn(signed: JsonObject): [string, Pick<KeyHolder, 'name' | 'force'>][] {
  const list = Array.isArray(signed.people) ? signed.people.filter(isObject) : [];
  return list.flatMap(({ name, force, public: key }) =>
    typeof name === 'string' && typeof key === 'string'
      ? [[key.toLowerCase(), { name, force: typeof force === 'string' ? force : null }]]
      : [],
  );
}

function channelIn(signed: JsonObject): ChannelName | null {
  if (!isObject(signed.channel)) return null;
  const { id, title, kind } = signed.channel;
  if (typeof id !== 'string' || !isChannelId(id) || typeof title !== 'string') return null;
  return { id, title, kind: kind === 'subject' ? 'subject' : 'channel' };
}

export interface KeyChange {
  readonly remove: readonly GroupKey[];
  readonly add: readonly GroupKey[];
}

/** Removed keys leave their places to added ones, in order; what is left over is put at the end. */
export function changeKeys(keys: readonly GroupKey[], { remove, add }: KeyChange): readonly GroupKey[] {
  const gone = new Set(remove.map((key) => key.public));
  const rest = [...add];
  const changed = keys.flatMap((key) => (gone.has(key.public) ? rest.splice(0, 1) : [key]));
  return [...changed, ...rest];
}

/**
 * The one key that somebody means: by its card's public key, the beginning of its key id (eight characters at least),
 * or the person's whole name. Null for none, `many` where a name is not enough.
 */
export function keyMeant(keys: readonly GroupKey[], who: string): GroupKey | 'many' | null {
  const text = who.trim().toLowerCase();
  const found = keys.filter(
    (key) => key.public === text || (/^[0-9a-f]{8,64}$/.test(text) && key.keyid.startsWith(text)) || key.name?.toLowerCase() === text,
  );
  return found.length > 1 ? 'many' : (found[0] ?? null);
}
