import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { checkLink, checkTarget, type Hashing } from '../../../content/core/trust/link.ts';
import { sha256 } from '../../../content/node/hash.ts';

const bytes = encodeUtf8('content');
const long = createHash('sha512').update(bytes).digest('hex');
const hashing: Hashing = { sha256, sha512: (of) => createHash('sha512').update(of).digest('hex') };
const other = 'a'.repeat(64) as Sha256;
const why = (result: ReturnType<typeof checkLink>) => (result ? `${result.error.code} ${String(result.error.data?.why)}` : 'good');

describe('checkLink', () => {
  const none = { version: 1, length: null, sha256: null, sha512: null };
  const cases: readonly (readonly [string, Parameters<typeof checkLink>[2], string])[] = [
    ['nothing but a version', none, 'good'],
    ['everything', { version: 1, length: 7, sha256: sha256(bytes), sha512: long }, 'good'],
    ['longer', { ...none, length: 8 }, 'INCOMPLETE short'],
    ['shorter', { ...none, length: 6 }, 'TAMPERED long'],
    ['another SHA-256', { ...none, sha256: other }, 'TAMPERED hash'],
    ['another SHA-512', { ...none, sha512: other }, 'TAMPERED hash'],
  ];
  test.each(cases)('%s', (_, link, expected) => expect(why(checkLink(hashing, bytes, link, 'f'))).toBe(expected));
  test('a SHA-512 that cannot be made here is refused', () =>
    expect(why(checkLink({ sha256 }, bytes, { ...none, sha512: long }, 'f'))).toBe('TAMPERED hash'));
});

describe('checkTarget', () => {
  const cases: readonly (readonly [string, number, Record<string, string>, string])[] = [
    ['one hash', 7, { sha256: sha256(bytes) }, 'good'],
    ['both hashes', 7, { sha256: sha256(bytes), sha512: long }, 'good'],
    ['an unknown one beside a known one', 7, { md5: 'x', sha512: long }, 'good'],
    ['one of two wrong', 7, { sha256: sha256(bytes), sha512: other }, 'TAMPERED hash'],
    ['only unknown ones', 7, { md5: 'x' }, 'MALFORMED hashes'],
    ['longer', 8, { sha256: sha256(bytes) }, 'INCOMPLETE short'],
    ['shorter', 6, { sha256: sha256(bytes) }, 'TAMPERED long'],
  ];
  test('a SHA-512 that cannot be made here is refused', () =>
    expect(why(checkTarget({ sha256 }, bytes, { length: 7, hashes: new Map([['sha512', long]]) }, 'f'))).toBe('TAMPERED hash'));
  test.each(cases)('%s', (_, length, hashes, expected) =>
    expect(why(checkTarget(hashing, bytes, { length, hashes: new Map(Object.entries(hashes)) }, 'f'))).toBe(expected),
  );
});
