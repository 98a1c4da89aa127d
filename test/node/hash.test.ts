import { expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';

test('the digest of nothing is the known one, for text and bytes alike', () => {
  const known = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect([sha256(''), sha256(new Uint8Array())]).toEqual([known, known]);
});
