// The signed parts of the four roles as plain values, the exact bytes that people sign, and the files that come
// of it (TUF specification 4). Pure: versions, dates, hashes and signatures are passed in.
import { canonicalJson } from '../base/canonical-json.ts';
import type { Sha256Of } from '../base/hash.ts';
import type { Sha256 } from '../base/ids.ts';
import { isTargetName } from '../base/target-name.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { JsonObject } from '../trust/read-json.ts';
import type { TufKey } from './tuf-key.ts';

/** The specification this writes by; readers check its first number. */
const specVersion = '1.0.31';

export interface SigningRole {
  readonly keyids: readonly string[];
  readonly threshold: number;
}

export interface RootPlan {
  readonly version: number;
  readonly issued: Date;
  readonly expires: Date;
  readonly keys: ReadonlyMap<string, TufKey>;
  readonly roles: Readonly<Record<'root' | 'targets' | 'snapshot' | 'timestamp', SigningRole>>;
  /** Keys made for a demonstration: every reader says so. */
  readonly demo: boolean;
}

export interface SignedFile {
  readonly name: string;
  readonly length: number;
  readonly sha256: Sha256;
}

export interface FileSignature {
  readonly keyid: string;
  /** Hexadecimal. */
  readonly sig: string;
}

/** 4.3. `issued` and `demo` are fields of ours, signed like the rest; other readers pass over them. */
export function rootSigned(plan: RootPlan): JsonObject {
  const keys = Object.fromEntries([...plan.keys].map(([keyid, key]) => [keyid, { ...key, keyval: { ...key.keyval } }]));
  const roles = Object.fromEntries(Object.entries(plan.roles).map(([name, role]) => [name, { ...role, keyids: [...role.keyids] }]));
  return {
    ...common('root', plan.version, plan.expires),
    consistent_snapshot: true,
    issued: second(plan.issued),
    ...(plan.demo ? { demo: true } : {}),
    keys,
    roles,
  };
}

/**
 * 4.5. Throws for a name that no client would take (trust.md 1.5: the publisher checks it too).
 * @param basedOn versions that these files were made from, the published one first: a field of ours, signed like the
 * rest, by which two groups that published at once find each other's work again (heal.ts).
 */
export function targetsSigned(
  version: number,
  expires: Date,
  files: readonly SignedFile[],
  basedOn: readonly number[] | null = null,
): JsonObject {
  const targets: Record<string, JsonObject> = {};
  for (const { name, length, sha256 } of files) {
    if (!isTargetName(name)) throw new Error(`not a target name: ${JSON.stringify(name)}`);
    if (Object.hasOwn(targets, name)) throw new Error(`two files are called ${name}`);
    targets[name] = { length, hashes: { sha256 } };
  }
  return { ...common('targets', version, expires), ...(basedOn ? { based_on: [...basedOn] } : {}), targets };
}

/**
 * 4.4. Names the targets file by version only: its length and hash would depend on who signs it, and both
 * files are signed in the same act by people who never meet. The threshold and the version bind them.
 */
export function snapshotSigned(version: number, expires: Date, targetsVersion: number): JsonObject {
  return { ...common('snapshot', version, expires), meta: { 'targets.json': { version: targetsVersion } } };
}

/** 4.6. Signed last and by one person, so it can name the snapshot by length and hash as well. */
export function timestampSigned(
  version: number,
  expires: Date,
  snapshot: { version: number; file: Uint8Array },
  sha256: Sha256Of,
): JsonObject {
  const link = { version: snapshot.version, length: snapshot.file.length, hashes: { sha256: sha256(snapshot.file) } };
  return { ...common('timestamp', version, expires), meta: { 'snapshot.json': link } };
}

/** The bytes that a signer signs (4.2.1): the canonical form of the signed part. */
export function signableBytes(signed: JsonObject): Uint8Array<ArrayBuffer> {
  const text = canonicalJson(signed);
  // TUF's canonical form does not escape control characters and JSON does: without any, the two are the same.
  if (/\\[^"\\]/.test(text.replaceAll('\\\\', ''))) throw new Error('metadata may not hold control characters');
  return encodeUtf8(text);
}

/** A metadata file: signed part and signatures, in key id order so that equal inputs give equal bytes. */
export function metadataFile(signed: JsonObject, signatures: readonly FileSignature[]): Uint8Array<ArrayBuffer> {
  const sorted = [...signatures].sort((a, b) => (a.keyid < b.keyid ? -1 : 1)).map(({ keyid, sig }) => ({ keyid, sig }));
  return encodeUtf8(canonicalJson({ signatures: sorted, signed }));
}

function common(type: string, version: number, expires: Date): JsonObject {
  return { _type: type, spec_version: specVersion, version, expires: second(expires) };
}

/** 4.2.1: UTC to the second. */
const second = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
