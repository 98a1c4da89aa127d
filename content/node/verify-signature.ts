// One Ed25519 signature against one public key, both in hexadecimal as they stand in TUF's files. Answers no for
// anything that is not one; throws nothing.
import { createPublicKey, verify } from 'node:crypto';

/** Source: RFC 8032, with the key in the form of RFC 8037. */
export function verifySignature(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(publicKey) || !/^[0-9a-f]{128}$/i.test(signature)) return false;
  try {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, bytes, key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}
