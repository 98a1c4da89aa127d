import { expect, test } from 'vitest';
import { fingerprintLength, fingerprintOf, isFingerprint } from '../../../content/core/publish/fingerprint.ts';
import { sha256 } from '../../../content/node/hash.ts';

const key = 'ab'.repeat(32);

test('six words of the list, the same every time', () => {
  const words = fingerprintOf(key, sha256);
  expect(words).toHaveLength(fingerprintLength);
  expect(words).toEqual(fingerprintOf(key.toUpperCase(), sha256));
  // Recorded: a change here would make every fingerprint that was read out worthless.
  expect(words.join(' ')).toMatchInlineSnapshot(`"olive horn review lawsuit expect grief"`);
});

test('another key has other words', () => expect(fingerprintOf('ac'.repeat(32), sha256)).not.toEqual(fingerprintOf(key, sha256)));

test('words are compared as people write them', () => {
  const words = fingerprintOf(key, sha256);
  expect(isFingerprint(` ${words.join(', ').toUpperCase()}.`, key, sha256)).toBe(true);
  expect(isFingerprint(words.slice(1).join(' '), key, sha256)).toBe(false);
  expect(isFingerprint('', key, sha256)).toBe(false);
});

test('only a public key has one', () => expect(() => fingerprintOf('ab', sha256)).toThrow('32 bytes'));
