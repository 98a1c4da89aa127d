// A small signed TUF repository with fresh keys, every part of which a test can change before it is signed. The
// real signing code makes the honest one; attacks are edits on the way.
import { decodeUtf8, encodeUtf8 } from '../../content/core/base/utf8.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { type Signable, signable, signedFile } from '../../content/core/publish/edition.ts';
import { rootSigned, type SigningRole, snapshotSigned, targetsSigned, timestampSigned } from '../../content/core/publish/metadata.ts';
import { dayMs } from '../../content/core/publish/roles.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import {
  noFloors,
  startTrust,
  type TrustedState,
  type TrustOptions,
  updateSnapshot,
  updateTargets,
  updateTimestamp,
} from '../../content/core/trust/state.ts';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner, type Signer } from '../../content/node/keys.ts';

/** The one reference time of the fixtures. */
export const now = new Date('2026-11-22T12:00:00Z');
export const nowVersion = now.getTime() / 1000;

/** A change to the signed part before it is signed. */
export type Edit = (signed: JsonObject) => JsonObject;
export const same: Edit = (signed) => signed;
/** Sets top-level fields of the signed part. */
export const withFields =
  (fields: Readonly<Record<string, JsonValue>>): Edit =>
  (signed) => ({ ...signed, ...fields });

export const stewards = Array.from({ length: 5 }, makeSigner);
export const editors = Array.from({ length: 5 }, makeSigner);

export interface RootChoice {
  readonly version?: number;
  readonly editors?: readonly Signer[];
  readonly stewards?: readonly Signer[];
  readonly signers?: readonly Signer[];
  readonly edit?: Edit;
}

export function makeRoot(choice: RootChoice = {}): Uint8Array {
  const rootKeys = choice.stewards ?? stewards;
  const group = choice.editors ?? editors;
  const role = (signers: readonly Signer[], threshold: number): SigningRole => ({ keyids: signers.map(({ keyid }) => keyid), threshold });
  const signed = rootSigned({
    version: choice.version ?? 1,
    issued: now,
    expires: new Date(now.getTime() + 1100 * dayMs),
    keys: new Map([...rootKeys, ...group].map(({ keyid, key }) => [keyid, key])),
    roles: { root: role(rootKeys, 3), targets: role(group, 2), snapshot: role(group, 2), timestamp: role([...group, ...rootKeys], 1) },
    demo: true,
  });
  return sign(signable((choice.edit ?? same)(signed)), choice.signers ?? rootKeys.slice(0, 3));
}

export interface EditionChoice {
  readonly version?: number;
  readonly snapshotVersion?: number;
  readonly timestampVersion?: number;
  readonly files?: readonly EditionFile[];
  readonly signers?: readonly Signer[];
  readonly snapshotSigners?: readonly Signer[];
  readonly timestampSigners?: readonly Signer[];
  readonly expires?: Date;
  readonly editTargets?: Edit;
  readonly editSnapshot?: Edit;
  readonly editTimestamp?: Edit;
}

export interface SignedEdition {
  readonly targets: Uint8Array;
  readonly snapshot: Uint8Array;
  readonly timestamp: Uint8Array;
}

export const oneFile: readonly EditionFile[] = [{ name: 'page.md', bytes: encodeUtf8('# Page\n') }];

export function makeEdition(choice: EditionChoice = {}): SignedEdition {
  const version = choice.version ?? nowVersion;
  const snapshotVersion = choice.snapshotVersion ?? version;
  const expires = choice.expires ?? new Date(now.getTime() + 45 * dayMs);
  const signers = choice.signers ?? editors.slice(0, 2);
  const files = (choice.files ?? oneFile).map(({ name, bytes }) => ({ name, length: bytes.length, sha256: sha256(bytes) }));
  const targets = sign(signable((choice.editTargets ?? same)(targetsSigned(version, expires, files))), signers);
  const snapshot = sign(
    signable((choice.editSnapshot ?? same)(snapshotSigned(snapshotVersion, expires, version))),
    choice.snapshotSigners ?? signers,
  );
  const stamp = timestampSigned(choice.timestampVersion ?? snapshotVersion, expires, { version: snapshotVersion, file: snapshot }, sha256);
  const timestamp = sign(signable((choice.editTimestamp ?? same)(stamp)), choice.timestampSigners ?? signers.slice(0, 1));
  return { targets, snapshot, timestamp };
}

export function sign(draft: Signable, signers: readonly Pick<Signer, 'keyid' | 'sign'>[]): Uint8Array {
  return signedFile(
    draft,
    signers.map(({ keyid, sign: signBytes }) => ({ keyid, sig: signBytes(draft.bytes) })),
  );
}

/** Changes a file after it was signed: what a damaged or hostile share does. */
export function tamper(
  file: Uint8Array,
  change: (metadata: { signed: Record<string, JsonValue>; signatures: JsonValue[] }) => void,
): Uint8Array {
  const metadata = JSON.parse(decodeUtf8(file) ?? '') as { signed: Record<string, JsonValue>; signatures: JsonValue[] };
  change(metadata);
  return encodeUtf8(JSON.stringify(metadata));
}

export const options = (over: Partial<TrustOptions> = {}): TrustOptions => ({ mode: 'product', now, sha256, floors: noFloors, ...over });

/** Trust begun with an honest root. Throws when the fixture itself is wrong. */
export function begin(over: Partial<TrustOptions> = {}, root: Uint8Array = makeRoot()): TrustedState {
  const state = startTrust(root, options(over));
  if (!state.ok) throw new Error(JSON.stringify(state.error));
  return state.value;
}

/** What an update that accepted everything believes. */
export function believe(edition: SignedEdition, from: TrustedState = begin()): TrustedState {
  let state = from;
  for (const [step, bytes] of [
    [updateTimestamp, edition.timestamp],
    [updateSnapshot, edition.snapshot],
    [updateTargets, edition.targets],
  ] as const) {
    const next = step(state, bytes);
    if (!next.ok) throw new Error(JSON.stringify(next.error));
    state = next.value;
  }
  return state;
}

/** The code an update refuses with, or "accepted". */
export function outcome(edition: SignedEdition, from: TrustedState = begin()): string {
  let state = from;
  for (const [step, bytes] of [
    [updateTimestamp, edition.timestamp],
    [updateSnapshot, edition.snapshot],
    [updateTargets, edition.targets],
  ] as const) {
    const next = step(state, bytes);
    if (!next.ok) return next.error.code;
    state = next.value;
  }
  return 'accepted';
}
