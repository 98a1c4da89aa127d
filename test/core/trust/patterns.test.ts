import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { binOf, matchesHashPrefix, matchesPattern } from '../../../content/core/trust/patterns.ts';
import { sha256 } from '../../../content/node/hash.ts';

describe('matchesPattern', () => {
  const cases: readonly (readonly [pattern: string, path: string, boolean])[] = [
    ['*', 'a', true],
    ['*', '', true],
    ['*', '.hidden', true],
    ['*', 'a/b', false],
    ['*/*', 'a/b', true],
    ['*.tgz', 'targets/foo.tgz', false],
    ['targets/*.tgz', 'targets/foo.tgz', true],
    ['targets/*.tgz', 'targets/foo.txt', false],
    ['foo-version-?.tgz', 'foo-version-a.tgz', true],
    ['foo-version-?.tgz', 'foo-version-alpha.tgz', false],
    ['a?b', 'a/b', false],
    ['?', '😀', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['a**', 'a', true],
    ['b', 'ab', false],
    ['a*bc', 'abXc', false],
    ['ab*b?', 'abc', false],
    ['a', 'ab', false],
    ['ab', 'a', false],
    ['[abc]', 'b', true],
    ['[abc]', 'n', false],
    ['ab]', 'ab]', true],
    ['[!]]', 'a', true],
    ['[!a-c]', '!', true],
    ['[axc]', 'b', false],
    ['[a-c]', 'b', true],
    ['[a-c]', '-', false],
    ['[b-c]', 'a', false],
    ['[a-c]x', 'cx', true],
    ['[a-c]x', 'dx', false],
    ['[!a-c]', 'd', true],
    ['[!a-c]', 'a', false],
    ['[]]', ']', true],
    ['[!]]', ']', false],
    ['[a-]', '-', true],
    ['[abc', '[abc', true],
    ['[a/b]', 'a', false],
    ['A*', 'a', false],
    ['a.c', 'abc', false],
    ['a\\*', 'a\\b', true],
  ];
  test.each(cases)('%j and %j: %s', (pattern, path, expected) => expect(matchesPattern(pattern, path)).toBe(expected));

  test('a hostile pattern takes no time', () => {
    const begun = performance.now();
    expect(matchesPattern('*a'.repeat(200), 'a'.repeat(5_000))).toBe(true);
    expect(matchesPattern(`${'*a'.repeat(200)}b`, 'a'.repeat(5_000))).toBe(false);
    // Tried one by one, the ways to share 5,000 letters among 200 stars would outlast the sun.
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

const digest = createHash('sha256').update('folder/é').digest('hex');

test('a hash prefix is of the path in UTF-8', () => {
  expect(matchesHashPrefix(['ffffff', digest.slice(0, 3)], 'folder/é', sha256)).toBe(true);
  expect(matchesHashPrefix([], 'folder/é', sha256)).toBe(false);
});

test.each([1, 4, 5, 8, 10, 31, 32])('the bin of %d bits is the first bits of the hash', (bits) => {
  const index = BigInt(`0x${digest}`) >> BigInt(256 - bits);
  const digits = (2n ** BigInt(bits) - 1n).toString(16).length;
  expect(binOf('bin', bits, 'folder/é', sha256)).toBe(`bin-${index.toString(16).padStart(digits, '0')}`);
});
