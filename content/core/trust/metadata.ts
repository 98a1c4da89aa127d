// One metadata file of a TUF repository, parsed and bounded but not yet believed: shape, limits, version and
// expiry are checked here, signatures in verify.ts. Section numbers are those of the TUF specification 1.0.
import { type Key, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { isSha256, type Sha256 } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import { isTargetName } from '../base/target-name.ts';
import { metadataBytes, strictMetadataBytes, trustLimits } from './limits.ts';
import { isObject, isWhole, type JsonObject, readJsonObject, refuse } from './read-json.ts';
import { type StrictTargets, strictTargetsOf } from './strict-targets.ts';

export type RoleName = 'root' | 'timestamp' | 'snapshot' | 'targets';
/** `strict` follows the specification to the letter; `product` adds our limits and makes expiry a warning. */
export type TrustMode = 'strict' | 'product';

export interface MetaLink {
  readonly version: number;
  readonly length: number | null;
  readonly sha256: Sha256 | null;
  /** Lower-case hexadecimal; read in strict mode only. */
  readonly sha512: string | null;
}

export interface TargetEntry {
  readonly length: number;
  readonly sha256: Sha256;
}

interface Common {
  /** The file as it was read: what is stored and hashed. */
  readonly bytes: Uint8Array;
  /** The signed part as it was read, unknown fields included: what the signatures are over. */
  readonly signed: JsonObject;
  /** Key id -> signature in hexadecimal. */
  readonly signatures: ReadonlyMap<string, string>;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface RoleKeys {
  readonly keyids: readonly string[];
  readonly threshold: number;
}

export interface RootMetadata extends Common {
  readonly role: 'root';
  readonly keys: ReadonlyMap<string, Key>;
  readonly roles: Readonly<Record<RoleName, RoleKeys>>;
}
export interface TimestampMetadata extends Common {
  readonly role: 'timestamp';
  readonly snapshot: MetaLink;
}
export interface SnapshotMetadata extends Common {
  readonly role: 'snapshot';
  readonly meta: ReadonlyMap<string, MetaLink>;
}
export interface TargetsMetadata extends Common {
  readonly role: 'targets';
  /** Files with a SHA-256; the product accepts no others. */
  readonly targets: ReadonlyMap<string, TargetEntry>;
  /** Delegations and every hash of a file; null in product mode, which follows none. */
  readonly strict: StrictTargets | null;
}
export interface MetadataOf {
  readonly root: RootMetadata;
  readonly timestamp: TimestampMetadata;
  readonly snapshot: SnapshotMetadata;
  readonly targets: TargetsMetadata;
}

/**
 * INCOMPLETE (cut), TOO_LARGE, APP_TOO_OLD (specification 2.x) or MALFORMED.
 * @param file name for the error where it is not the role's own: a delegated role is of the kind `targets`.
 */
export function parseMetadata<Role extends RoleName>(
  role: Role,
  bytes: Uint8Array,
  mode: TrustMode,
  file = `${role}.json`,
): Result<MetadataOf[Role]> {
  const parsed = readJsonObject(bytes, (mode === 'strict' ? strictMetadataBytes : metadataBytes)[role], file);
  if (!parsed.ok) return parsed;
  const { signed, signatures } = parsed.value;
  if (!isObject(signed) || !Array.isArray(signatures)) return refuse('MALFORMED', file, 'shape');
  if (signed._type !== role) return refuse('MALFORMED', file, 'type');
  // 4.3: a client must not go on with a major version of the specification it does not know.
  const spec = typeof signed.spec_version === 'string' ? /^(\d{1,4})\.\d{1,4}(?:\.\d{1,4})?$/.exec(signed.spec_version) : null;
  if (!spec) return refuse('MALFORMED', file, 'spec_version');
  if (spec[1] !== '1') return refuse(Number(spec[1]) > 1 ? 'APP_TOO_OLD' : 'MALFORMED', file, 'spec_version');
  const { version } = signed;
  if (!isWhole(version, 1)) return refuse('MALFORMED', file, 'version');
  const expires = dateOf(signed.expires);
  if (expires === null) return refuse('MALFORMED', file, 'expires');
  const signatureMap = signaturesOf(signatures);
  if (!signatureMap) return refuse('MALFORMED', file, 'signatures');
  const common: Common = { bytes, signed, signatures: signatureMap, version, expires };
  try {
    return ok({ ...common, role, ...details[role](signed, mode) } as unknown as MetadataOf[Role]);
  } catch (thrown) {
    return thrown instanceof TooLarge ? refuse('TOO_LARGE', file, thrown.message) : refuse('MALFORMED', file, 'fields');
  }
}

class TooLarge extends Error {}
class Malformed extends Error {}

// Each throws where the shape is wrong; the caller turns that into a code. The library checks what the
// specification fixes, the rest is ours.
const details: { readonly [Role in RoleName]: (signed: JsonObject, mode: TrustMode) => object } = {
  root(signed, mode) {
    const root = Root.fromJSON(mutable(signed));
    // 3.: without consistent snapshots a half-copied share could not be told from an attack.
    if (mode === 'product' && !root.consistentSnapshot) throw new Malformed();
    const roles = (['root', 'timestamp', 'snapshot', 'targets'] as const).map((name) => {
      const role = root.roles[name];
      if (!role || !Number.isSafeInteger(role.threshold)) throw new Malformed();
      return [name, { keyids: role.keyIDs, threshold: role.threshold }] as const;
    });
    return { keys: new Map(Object.entries(root.keys)), roles: Object.fromEntries(roles) };
  },
  timestamp(signed, mode) {
    const link = Timestamp.fromJSON(mutable(signed)).snapshotMeta;
    if (!isObject(signed.meta)) throw new Malformed();
    return { snapshot: linkOf(link, mode) };
  },
  snapshot(signed, mode) {
    const { meta } = Snapshot.fromJSON(mutable(signed));
    if (!isObject(signed.meta)) throw new Malformed();
    return { meta: new Map(Object.entries(meta).map(([name, link]) => [name, linkOf(link, mode)])) };
  },
  targets(signed, mode) {
    const list = signed.targets;
    if (!isObject(list)) throw new Malformed();
    // The library copies the growing map once per file; with thousands of files that takes seconds.
    if (mode === 'product') {
      Targets.fromJSON(mutable({ ...signed, targets: {} }));
      return { targets: targetsOf(list), strict: null };
    }
    const strict = strictTargetsOf(signed);
    const known = [...strict.files].flatMap(([path, { length, hashes }]) => {
      const sha256 = hashes.get('sha256') ?? '';
      return isSha256(sha256) ? [[path, { length, sha256 }] as const] : [];
    });
    return { targets: new Map(known), strict };
  },
};

type LibraryJson = Parameters<typeof Root.fromJSON>[0];
const mutable = (value: JsonObject) => value as LibraryJson;

function linkOf(link: { version: number; length?: number; hashes?: Record<string, string> }, mode: TrustMode): MetaLink {
  if (!Number.isSafeInteger(link.version)) throw new Malformed();
  if (link.length !== undefined && !Number.isSafeInteger(link.length)) throw new Malformed();
  const hashes = new Map(Object.entries(link.hashes ?? {}));
  const sha256 = hashes.get('sha256') ?? null;
  const sha512 = mode === 'strict' ? (hashes.get('sha512') ?? null) : null;
  // A hash of which none can be checked here is no hash.
  if ((sha256 === null && sha512 === null && hashes.size > 0) || (sha256 !== null && !isSha256(sha256))) throw new Malformed();
  return { version: link.version, length: link.length ?? null, sha256: sha256 as Sha256 | null, sha512 };
}

/** The product's files, with its rule for names and its bounds. */
function targetsOf(list: JsonObject): Map<string, TargetEntry> {
  const names = Object.keys(list);
  if (names.length > trustLimits.files) throw new TooLarge('files');
  const targets = new Map<string, TargetEntry>();
  let total = 0;
  for (const name of names) {
    const entry = list[name];
    // One bad name refuses the whole file: its signers' tool is broken or hostile (trust.md 1.4 row 21).
    if (!isTargetName(name)) throw new Malformed();
    if (!isObject(entry) || !isObject(entry.hashes)) throw new Malformed();
    const { length } = entry;
    const { sha256 } = entry.hashes;
    if (!isWhole(length, 0)) throw new Malformed();
    if (typeof sha256 !== 'string' || !isSha256(sha256)) throw new Malformed();
    if (length > trustLimits.fileBytes) throw new TooLarge('fileBytes');
    total += length;
    targets.set(name, { length, sha256 });
  }
  if (total > trustLimits.packBytes) throw new TooLarge('packBytes');
  return targets;
}

/** 4.2.1: UTC, to the second. `new Date('never')` would compare as "never expires". */
function dateOf(value: unknown): number | null {
  const time = Date.parse(String(value));
  return Number.isNaN(time) || `${new Date(time).toISOString().slice(0, 19)}Z` !== value ? null : time;
}

/** 4.2: a key id may stand in the list once. */
function signaturesOf(list: readonly unknown[]): Map<string, string> | null {
  if (list.length > trustLimits.signatures) return null;
  const signatures = new Map<string, string>();
  for (const entry of list) {
    if (!isObject(entry)) return null;
    const { keyid, sig } = entry;
    if (typeof keyid !== 'string' || typeof sig !== 'string' || signatures.has(keyid)) return null;
    signatures.set(keyid, sig);
  }
  return signatures;
}
