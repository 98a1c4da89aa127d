// Ed25519 keys in memory: made, turned into TUF's form, and used to sign. Nothing here writes a private key.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { keyIdOf, type TufKey } from '../core/publish/tuf-key.ts';
import { sha256 } from './hash.ts';

export interface Signer {
  readonly keyid: string;
  readonly key: TufKey;
  /** Signature in lower-case hexadecimal. */
  sign(bytes: Uint8Array): string;
}

/** The public half in TUF's form: 32 bytes in hexadecimal. */
export function tufKeyOf(publicKey: KeyObject): TufKey {
  const { x } = publicKey.export({ format: 'jwk' });
  if (publicKey.asymmetricKeyType !== 'ed25519' || !x) throw new Error('only Ed25519 keys are used');
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: Buffer.from(x, 'base64url').toString('hex') } };
}

export function signerOf(privateKey: KeyObject, publicKey: KeyObject): Signer {
  const key = tufKeyOf(publicKey);
  return {
    key,
    keyid: keyIdOf(key, sha256),
    sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
  };
}

/** A new pair that lives as long as the process. */
export function makeSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return signerOf(privateKey, publicKey);
}
