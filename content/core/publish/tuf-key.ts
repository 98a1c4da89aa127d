// Public keys in TUF's form (specification 4.2).
import { canonicalJson } from '../base/canonical-json.ts';
import type { Sha256Of } from '../base/hash.ts';
import { encodeUtf8 } from '../base/utf8.ts';

export interface TufKey {
  readonly keytype: 'ed25519';
  readonly scheme: 'ed25519';
  /** 32 bytes in lower-case hexadecimal. */
  readonly keyval: { readonly public: string };
}

/** 4.2: SHA-256 of the key's canonical form, in hexadecimal. */
export function keyIdOf(key: TufKey, sha256: Sha256Of): string {
  return sha256(encodeUtf8(canonicalJson(key)));
}
