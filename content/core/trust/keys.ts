// What a public key is, apart from how it was written down: which kinds are used in which mode, and when two
// entries are the same key. Hexadecimal and PEM of one key, and both forms of one curve point, count as one.
import type { Key } from '@tufjs/models';
import type { TrustMode } from './metadata.ts';

/** 4.2: the key types and schemes that the specification names. */
const schemes: ReadonlyMap<string, string> = new Map([
  ['rsa', 'rsassa-pss-sha256'],
  ['ed25519', 'ed25519'],
  ['ecdsa', 'ecdsa-sha2-nistp256'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp256'],
]);

// What stands before the key itself in a DER-encoded public key of each kind (RFC 8410, RFC 5480, RFC 3279).
const ed25519Prefix = '302a300506032b6570032100';
const p256Prefix = '3059301306072a8648ce3d020106082a8648ce3d030107034200';
const p256ShortPrefix = '3039301306072a8648ce3d020106082a8648ce3d030107032200';
const rsaIdentifier = '06092a864886f70d010101';

const hexOf = { ed25519: /^[0-9a-fA-F]{64}$/, point: /^(?:04[0-9a-fA-F]{128}|0[23][0-9a-fA-F]{64})$/ } as const;

/** The public key as it was written; empty where there is none. */
export const textOf = (key: Key): string => key.keyVal.public ?? '';

/** Whether signatures of this key count at all: a kind of the mode, written as that kind is written. */
export function isUsable(key: Key, mode: TrustMode): boolean {
  const text = textOf(key);
  // Ed25519 in hexadecimal only: other kinds do not exist in every runtime of ours, and one kind leaves nothing to choose wrongly.
  if (mode === 'product') return key.keyType === 'ed25519' && key.scheme === 'ed25519' && hexOf.ed25519.test(text);
  if (schemes.get(key.keyType) !== key.scheme) return false;
  const der = derOf(text);
  switch (key.keyType) {
    case 'rsa':
      return der?.includes(rsaIdentifier) ?? false;
    case 'ed25519':
      return der === null ? hexOf.ed25519.test(text) : der.startsWith(ed25519Prefix);
    default:
      return der === null ? hexOf.point.test(text) : der.startsWith(p256Prefix) || der.startsWith(p256ShortPrefix);
  }
}

/** The key as one text, the same for every way of writing it; plain Ed25519 keys stay their lower-case hexadecimal. */
export function publicOf(key: Key): string {
  const text = textOf(key);
  const der = derOf(text);
  if (der === null) return pointOf(text.toLowerCase());
  for (const prefix of [ed25519Prefix, p256Prefix, p256ShortPrefix]) if (der.startsWith(prefix)) return pointOf(der.slice(prefix.length));
  return der;
}

/** SEC 1: an uncompressed point says nothing more than x and whether y is odd. */
function pointOf(hex: string): string {
  if (!/^04[0-9a-f]{128}$/.test(hex)) return hex;
  return `${Number.parseInt(hex.slice(-1), 16) % 2 === 0 ? '02' : '03'}${hex.slice(2, 66)}`;
}

/** The DER bytes of a PEM public key in hexadecimal; null for what is no PEM. */
function derOf(text: string): string | null {
  const body = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(text)?.[1];
  if (body === undefined) return null;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bits = [...body.replace(/[\s=]/g, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0')).join('');
  // The bits that are left over fill no byte.
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0')).join('');
}
