import { expect, test } from 'vitest';
import { keyIdOf } from '../../../content/core/publish/tuf-key.ts';
import { sha256 } from '../../../content/node/hash.ts';

test('a key’s id is the SHA-256 of its canonical form', () => {
  const key = { scheme: 'ed25519', keytype: 'ed25519', keyval: { public: 'ab'.repeat(32) } } as const;
  expect(keyIdOf(key, sha256)).toBe(sha256(`{"keytype":"ed25519","keyval":{"public":"${'ab'.repeat(32)}"},"scheme":"ed25519"}`));
});
