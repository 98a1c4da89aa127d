// The six words by which people compare a public key over the telephone (trust.md 1.3): 66 bits of its SHA-256.
// Nobody can make a second key with the same words, and a person can read them out.
import type { Sha256Of } from '../base/hash.ts';
import { typedWords, wordsOf } from './key-words.ts';

export const fingerprintLength = 6;

/** @param publicKey 32 bytes in hexadecimal. Throws for anything else. */
export function fingerprintOf(publicKey: string, sha256: Sha256Of): readonly string[] {
  if (!/^[0-9a-fA-F]{64}$/.test(publicKey)) throw new Error('a public key has 32 bytes');
  return wordsOf(bytesOfHex(sha256(bytesOfHex(publicKey))), fingerprintLength);
}

/** Whether what somebody read out or typed are the words of this key. */
export function isFingerprint(typed: string, publicKey: string, sha256: Sha256Of): boolean {
  return typedWords(typed).join(' ') === fingerprintOf(publicKey, sha256).join(' ');
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
