import { expect, it } from 'vitest';
import { makeSigner } from '../../content/node/keys.ts';
import { verifySignature } from '../../content/node/verify-signature.ts';

const signer = makeSigner();
const key = signer.key.keyval.public;
const text = Buffer.from('text');
const good = signer.sign(text);

it.each<[string, string, Uint8Array, string, boolean]>([
  ['a good signature', key, text, good, true],
  ['capital letters', key.toUpperCase(), text, good, true],
  ['other bytes', key, Buffer.from('texT'), good, false],
  ['another key', makeSigner().key.keyval.public, text, good, false],
  ['half a signature', key, text, good.slice(0, 64), false],
  ['no key', '', text, good, false],
  ['a key that is no point', 'ff'.repeat(32), text, good, false],
])('%s', (_, publicKey, bytes, signature, expected) => {
  expect(verifySignature(publicKey, bytes, signature)).toBe(expected);
});
