import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../content/core/base/canonical-json.ts';

test('keys are sorted at every level and nothing is between the parts', () => {
  expect(canonicalJson({ b: [{ z: 1, a: null }], a: 'x', B: true })).toBe('{"B":true,"a":"x","b":[{"a":null,"z":1}]}');
});

test('text is escaped so that any parser reads it', () => {
  expect(canonicalJson('a"\\\n\u0000')).toBe('"a\\"\\\\\\n\\u0000"');
});

test.each([[1.5], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 53], [undefined], [() => 1], [{ a: undefined }], [1n]])(
  '%s has no spelling',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);

test('a cycle is refused', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  expect(() => canonicalJson(cycle)).toThrow(TypeError);
});

test('law: it parses back to the same value, whatever the order of keys was', () => {
  const json = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('tree')), fc.dictionary(fc.string(), tie('tree'))),
  })).tree;
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
