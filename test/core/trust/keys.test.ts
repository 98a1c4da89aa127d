import { generateKeyPairSync } from 'node:crypto';
import { Key } from '@tufjs/models';
import { describe, expect, test } from 'vitest';
import { isUsable, publicOf } from '../../../content/core/trust/keys.ts';

const key = (keyType: string, scheme: string, text: string | undefined) =>
  new Key({ keyID: 'id', keyType, scheme, keyVal: text === undefined ? {} : { public: text } } as ConstructorParameters<typeof Key>[0]);

const ed = generateKeyPairSync('ed25519').publicKey;
const edHex = ed.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const edPem = ed.export({ format: 'pem', type: 'spki' }).toString();
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
const ecPem = ec.export({ format: 'pem', type: 'spki' }).toString();
const ecPoint = ec.export({ format: 'der', type: 'spki' }).subarray(-65).toString('hex');
const ecShort = `0${2 + (Number.parseInt(ecPoint.slice(-1), 16) % 2)}${ecPoint.slice(2, 66)}`;
const ecShortPem = pem(`3039301306072a8648ce3d020106082a8648ce3d030107032200${ecShort}`);
const p384Pem = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
const rsaPem = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'pem', type: 'spki' }).toString();

function pem(hex: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${Buffer.from(hex, 'hex').toString('base64')}\n-----END PUBLIC KEY-----`;
}

describe('isUsable', () => {
  const p256 = 'ecdsa-sha2-nistp256';
  const cases: readonly (readonly [string, Key, strict: boolean, product: boolean])[] = [
    ['Ed25519 in hexadecimal', key('ed25519', 'ed25519', edHex), true, true],
    ['Ed25519 in PEM', key('ed25519', 'ed25519', edPem), true, false],
    ['Ed25519 with more before it', key('ed25519', 'ed25519', `zz${edHex}`), false, false],
    ['Ed25519 with more behind it', key('ed25519', 'ed25519', `${edHex}zz`), false, false],
    ['Ed25519 in hexadecimal, said to be something else', key('rsa', 'ed25519', edHex), false, false],
    ['a point with more before it', key('ecdsa', p256, `zz${ecPoint}`), false, false],
    ['a point with more behind it', key('ecdsa', p256, `${ecPoint}zz`), false, false],
    ['a short point with more before it', key('ecdsa', p256, `zz${ecShort}`), false, false],
    ['a short point with more behind it', key('ecdsa', p256, `${ecShort}zz`), false, false],
    ['a point that begins wrongly', key('ecdsa', p256, `05${ecPoint.slice(2)}`), false, false],
    ['a short point that begins wrongly', key('ecdsa', p256, `04${ecShort.slice(2)}`), false, false],
    ['a point as an Ed25519 key', key('ed25519', 'ed25519', ecShort), false, false],
    ['a PEM with text before it', key('rsa', 'rsassa-pss-sha256', `x${rsaPem}`), false, false],
    ['a PEM with text behind it', key('rsa', 'rsassa-pss-sha256', `${rsaPem}x`), false, false],
    ['a PEM of nothing', key('rsa', 'rsassa-pss-sha256', '-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY-----'), false, false],
    ['an Ed25519 key in PEM as ecdsa', key('ecdsa', p256, edPem), false, false],
    ['a point in PEM as Ed25519', key('ed25519', 'ed25519', ecPem), false, false],
    ['Ed25519 cut short', key('ed25519', 'ed25519', edHex.slice(2)), false, false],
    ['Ed25519 that holds an RSA key', key('ed25519', 'ed25519', rsaPem), false, false],
    ['Ed25519 under another scheme', key('ed25519', 'ed25519ph', edHex), false, false],
    ['RSA', key('rsa', 'rsassa-pss-sha256', rsaPem), true, false],
    ['RSA with PKCS 1', key('rsa', 'rsa-pkcs1v15-sha256', rsaPem), false, false],
    ['RSA that holds a point', key('rsa', 'rsassa-pss-sha256', ecPem), false, false],
    ['RSA that is no PEM', key('rsa', 'rsassa-pss-sha256', 'ab'), false, false],
    ['ecdsa in PEM', key('ecdsa', p256, ecPem), true, false],
    ['ecdsa by its old name', key(p256, p256, ecPem), true, false],
    ['ecdsa as a point', key('ecdsa', p256, ecPoint), true, false],
    ['ecdsa as a short point', key('ecdsa', p256, ecShort), true, false],
    ['ecdsa as a short point in PEM', key('ecdsa', p256, ecShortPem), true, false],
    ['ecdsa on another curve', key('ecdsa', p256, p384Pem), false, false],
    ['an unknown kind', key('sphincs', 'shake', 'ab'), false, false],
    ['no key at all', key('ed25519', 'ed25519', undefined), false, false],
  ];
  test.each(cases)('%s', (_, one, strict, product) =>
    expect([isUsable(one, 'strict'), isUsable(one, 'product')]).toEqual([strict, product]),
  );
});

describe('publicOf', () => {
  const same: readonly (readonly [string, string, string])[] = [
    ['capital and small letters', edHex, edHex.toUpperCase()],
    ['hexadecimal and PEM', edHex, edPem],
    ['PEM with other line breaks', edPem, edPem.replaceAll('\n', '\r\n')],
    ['both forms of a point', ecPoint, ecShort],
    ['a point and its PEM', ecPoint, ecPem],
    ['a short point in PEM', ecShortPem, ecPem],
  ];
  test.each(same)('is one key: %s', (_, one, two) => expect(publicOf(key('x', 'y', one))).toBe(publicOf(key('z', 'y', two))));

  test('Ed25519 stays its lower-case hexadecimal', () => expect(publicOf(key('ed25519', 'ed25519', edHex.toUpperCase()))).toBe(edHex));
  test('different RSA keys differ, also in letter case alone', () => {
    expect(publicOf(key('rsa', 's', rsaPem))).not.toBe(publicOf(key('rsa', 's', rsaPem.replace('MIGf', 'MIGg'))));
    expect(publicOf(key('rsa', 's', pem('00a0')))).not.toBe(publicOf(key('rsa', 's', pem('00a1'))));
  });
  test('an RSA key is its own bytes', () =>
    expect(publicOf(key('rsa', 's', rsaPem))).toBe(Buffer.from(rsaPem.replace(/-.*-/g, ''), 'base64').toString('hex')));
  test('points are told apart by their second half', () => {
    const point = (last: string) => publicOf(key('ecdsa', 's', `04${'a'.repeat(127)}${last}`));
    const [even, odd] = [`02${'a'.repeat(64)}`, `03${'a'.repeat(64)}`];
    expect([point('0'), point('8'), point('9')]).toEqual([even, even, odd]);
  });
  test('what only begins or ends like a point stays as it is', () => {
    for (const text of [`x04${'a'.repeat(128)}`, `04${'a'.repeat(128)}x`, `04${'a'.repeat(126)}`])
      expect(publicOf(key('ecdsa', 's', text))).toBe(text);
  });
  test('a PEM that says nothing is nothing, and one that is not whole is its text', () => {
    expect(publicOf(key('rsa', 's', '-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY-----'))).toBe('');
    expect(publicOf(key('rsa', 's', `x${edPem}`))).toBe(`x${edPem}`.toLowerCase());
    expect(publicOf(key('rsa', 's', `${edPem}x`))).toBe(`${edPem}x`.toLowerCase());
  });
  test('no key is the empty text', () => expect(publicOf(key('rsa', 's', undefined))).toBe(''));
});
