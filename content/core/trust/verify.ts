// Who signed: counts the different people, that is public keys, whose signature over a file is good.
// A key id is only a label: the same key under two ids counts once.
import type { Key } from '@tufjs/models';
import { isUsable, publicOf } from './keys.ts';
import type { MetadataOf, RoleKeys, RoleName, RootMetadata, TrustMode } from './metadata.ts';

type AnyMetadata = MetadataOf[RoleName];
type Signable = Parameters<Key['verifySignature']>[0];

/** Whose signatures a role asks for, and the keys behind the ids: a root's, or a delegator's own. */
export interface RoleRule extends RoleKeys {
  readonly keys: ReadonlyMap<string, Key>;
}

/** Public keys of `rule` with a good signature on `metadata`, each once; Ed25519 keys in hexadecimal. */
export function signersUnder(rule: RoleRule, metadata: AnyMetadata, mode: TrustMode): readonly string[] {
  const signers = new Set<string>();
  for (const keyid of rule.keyids) {
    const sig = metadata.signatures.get(keyid);
    const key = rule.keys.get(keyid);
    if (sig === undefined || !key || !isUsable(key, mode)) continue;
    const person = publicOf(key);
    if (!signers.has(person) && isGood(key, keyid, sig, metadata)) signers.add(person);
  }
  return [...signers];
}

/** Public keys (hexadecimal) of `role` under `root` with a good signature on `metadata`, each once. */
export function signersOf(root: RootMetadata, role: RoleName, metadata: AnyMetadata, mode: TrustMode): readonly string[] {
  return signersUnder({ ...root.roles[role], keys: root.keys }, metadata, mode);
}

/** Different people who may sign for `role`. */
export function keysOf(root: RootMetadata, role: RoleName): readonly string[] {
  const known = root.roles[role].keyids.flatMap((keyid) => root.keys.get(keyid) ?? []);
  return [...new Set(known.map(publicOf))];
}

/** 5.3.4, 5.4.2, 5.5.3, 5.6.3: a threshold of the role's keys, counted as people. */
export function meetsThreshold(root: RootMetadata, role: RoleName, metadata: AnyMetadata, mode: TrustMode): boolean {
  return signersOf(root, role, metadata, mode).length >= root.roles[role].threshold;
}

function isGood(key: Key, keyid: string, sig: string, metadata: AnyMetadata): boolean {
  if (!/^(?:[0-9a-fA-F]{2}){1,1024}$/.test(sig)) return false;
  // The signature is over the canonical form of what was read, so that unknown fields stay signed.
  const signable = { signatures: { [keyid]: { keyID: keyid, sig } }, signed: { toJSON: () => metadata.signed } };
  try {
    key.verifySignature(signable as unknown as Signable);
    return true;
  } catch {
    return false;
  }
}
