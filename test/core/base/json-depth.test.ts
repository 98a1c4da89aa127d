import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from '../../../content/core/base/json-depth.ts';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test('agrees with counting after parsing, for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const bytes = encodeUtf8(JSON.stringify(value));
      const depth = depthOf(value);
      expect([isDeeperThan(bytes, depth), depth > 0 && !isDeeperThan(bytes, depth - 1)]).toEqual([false, false]);
    }),
  );
});

test.each([
  ['[[[', 2, true],
  ['[[', 2, false],
  ['"[[["', 0, false],
  ['"\\"[[["', 0, false],
  ['"\\\\"[', 0, true],
  ['é[', 0, true],
  ['', 0, false],
])('%s nests deeper than %d: %s', (text, most, deeper) => expect(isDeeperThan(encodeUtf8(text), most)).toBe(deeper));

test.each([
  ['[1,2,3]', 3, false],
  ['[1,2,3]', 2, true],
  ['[[],{}]', 4, false],
  ['[[],{}]', 3, true],
  ['"[,,,"', 0, false],
])('%s has more than %d parts: %s', (text, most, more) => expect(isDeeperThan(encodeUtf8(text), 9, most)).toBe(more));
