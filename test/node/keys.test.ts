import { generateKeyPairSync, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSigner, signerOf, tufKeyOf } from '../../content/node/keys.ts';

test('a signature verifies with the public half', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = signerOf(privateKey, publicKey);
  expect(verify(null, Buffer.from('text'), publicKey, Buffer.from(signer.sign(Buffer.from('text')), 'hex'))).toBe(true);
  expect(signer.key.keyval.public).toMatch(/^[0-9a-f]{64}$/);
});

test('every new key is another', () => expect(makeSigner().keyid).not.toBe(makeSigner().keyid));

test('other kinds of key are refused', () => {
  expect(() => tufKeyOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toThrow('Ed25519');
});
