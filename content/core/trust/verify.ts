// Who signed: counts the different people, that is public keys, whose signature over a file is good.
// A key id is only a label: the same key under two ids counts once.
import type { Key } from '@tufjs/models';
import type { MetadataOf, RoleName, RootMetadata, TrustMode } from './metadata.ts';

type AnyMetadata = MetadataOf[RoleName];
type Signable = Parameters<Key['verifySignature']>[0];

/** Public keys (hexadecimal) of `role` under `root` with a good signature on `metadata`, each once. */
export function signersOf(root: RootMetadata, role: RoleName, metadata: AnyMetadata, mode: TrustMode): readonly string[] {
  const signers = new Set<string>();
  for (const keyid of root.roles[role].keyids) {
    const sig = metadata.signatures.get(keyid);
    const key = root.keys.get(keyid);
    if (sig === undefined || !key || !isUsable(key, mode)) continue;
    const person = publicOf(key);
    if (!signers.has(person) && isGood(key, keyid, sig, metadata)) signers.add(person);
  }
  return [...signers];
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

const publicOf = (key: Key): string => (key.keyVal.public ?? '').toLowerCase();

// Ed25519 only: other kinds do not exist in every runtime of ours, and one kind leaves nothing to choose wrongly.
function isUsable(key: Key, mode: TrustMode): boolean {
  return mode === 'strict' || (key.keyType === 'ed25519' && key.scheme === 'ed25519' && /^[0-9a-fA-F]{64}$/.test(key.keyVal.public ?? ''));
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
