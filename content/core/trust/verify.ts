// Who signed: counts the different people, that is public keys, whose signature over a file is good.
// A key id is only a label: the same key under two ids counts once.
import type { Key } from '@tufjs/models';
// Deep imports: the library's own Key makes a new key object at every signature, which is two fifths of the time.
import { getPublicKey } from '@tufjs/models/dist/utils/key.js';
import { verifySignature } from '@tufjs/models/dist/utils/verify.js';
import { isUsable, publicOf, textOf } from './keys.ts';
import type { MetadataOf, RoleKeys, RoleName, RootMetadata, TrustMode } from './metadata.ts';

type AnyMetadata = MetadataOf[RoleName];
type Signed = Parameters<typeof verifySignature>[0];
type KeyObject = Parameters<typeof verifySignature>[1];

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
    if (!signers.has(person) && isGood(key, sig, metadata)) signers.add(person);
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

function isGood(key: Key, sig: string, metadata: AnyMetadata): boolean {
  if (!/^(?:[0-9a-fA-F]{2}){1,1024}$/.test(sig)) return false;
  try {
    // The signature is over the canonical form of what was read, so that unknown fields stay signed.
    return verifySignature(metadata.signed as Signed, keyObjectOf(key), sig);
  } catch {
    return false;
  }
}

/** Forty-three channels and the directory have some 250 keys between them. */
const rememberedKeys = 512;
const keyObjects = new Map<string, KeyObject>();

/** Throws for what is no key. The same text gives the same object, so that remembering it changes nothing. */
function keyObjectOf(key: Key): KeyObject {
  const { keyType, scheme } = key;
  const text = textOf(key);
  const name = `${keyType} ${scheme} ${text}`;
  const known = keyObjects.get(name);
  if (known !== undefined) return known;
  const made = getPublicKey({ keyType, scheme, keyVal: text });
  if (keyObjects.size >= rememberedKeys) keyObjects.clear();
  keyObjects.set(name, made);
  return made;
}
