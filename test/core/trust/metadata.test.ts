import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { parseMetadata } from '../../../content/core/trust/metadata.ts';
import { type Edit, makeEdition, makeRoot, now, withFields } from '../../support/signed-repository.ts';

const hash = 'a'.repeat(64);
const targets = (edit: Edit, mode: 'product' | 'strict' = 'product') => {
  const result = parseMetadata('targets', makeEdition({ editTargets: edit }).targets, mode);
  return result.ok ? 'accepted' : result.error.code;
};
const named = (name: string, length = 1) =>
  withFields({ targets: JSON.parse(`{${JSON.stringify(name)}:{"length":${length},"hashes":{"sha256":"${hash}"}}}`) });

describe('parseMetadata', () => {
  test('reads a root’s keys and roles', () => {
    const root = parseMetadata('root', makeRoot(), 'product');
    expect(root.ok && [root.value.keys.size, root.value.roles.root.threshold, root.value.roles.timestamp.keyids.length]).toEqual([
      10, 3, 10,
    ]);
  });

  const refused: readonly (readonly [string, Edit, string])[] = [
    ['another role', withFields({ _type: 'snapshot' }), 'MALFORMED'],
    ['no specification version', withFields({ spec_version: 1 }), 'MALFORMED'],
    ['specification 2', withFields({ spec_version: '2.0.0' }), 'APP_TOO_OLD'],
    ['specification 0', withFields({ spec_version: '0.9.0' }), 'MALFORMED'],
    ['version nought', withFields({ version: 0 }), 'MALFORMED'],
    ['a version in words', withFields({ version: '1' }), 'MALFORMED'],
    ['an expiry in words', withFields({ expires: 'never' }), 'MALFORMED'],
    ['an expiry without a time', withFields({ expires: '2027-01-01' }), 'MALFORMED'],
    ['the 30th of February', withFields({ expires: '2027-02-30T00:00:00Z' }), 'MALFORMED'],
    ['no targets', withFields({ targets: [] }), 'MALFORMED'],
    ['a target without a hash', withFields({ targets: { 'a.md': { length: 1, hashes: {} } } }), 'MALFORMED'],
    ['a hash that is none', withFields({ targets: { 'a.md': { length: 1, hashes: { sha256: 'x' } } } }), 'MALFORMED'],
    ['a negative length', named('a.md', -1), 'MALFORMED'],
    ['a file beyond the limit', named('a.md', 33 * 1024 * 1024), 'TOO_LARGE'],
  ];
  test.each(refused)('refuses %s', (_, edit, code) => expect(targets(edit)).toBe(code));

  const names = [
    '../a',
    'a/b',
    'a\\b',
    '%2e%2e',
    'a:b',
    'a?',
    'a#',
    'con.md',
    'aux',
    'a.',
    'A.md',
    'é.md',
    '.hidden',
    `${'x'.repeat(65)}`,
    '',
    '__proto__',
    'a..b',
  ];
  test.each(names)('refuses the whole file for the name %j', (name) => expect(targets(named(name))).toBe('MALFORMED'));

  test.each(['constructor', 'tostring', 'valueof', 'hasownproperty'])('takes the name %s as any other', (name) =>
    expect(targets(named(name))).toBe('accepted'),
  );

  test('strict mode leaves names to the specification', () => expect(targets(named('folder/A.md'), 'strict')).toBe('accepted'));

  test('refuses more files than the limit', () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`f${index}.md`, { length: 1, hashes: { sha256: hash } }]));
    expect(targets(withFields({ targets: many }))).toBe('TOO_LARGE');
  });

  test('refuses more bytes in all than the limit', () => {
    const big = Object.fromEntries(
      Array.from({ length: 17 }, (_, index) => [`f${index}.md`, { length: 32 * 1024 * 1024, hashes: { sha256: hash } }]),
    );
    expect(targets(withFields({ targets: big }))).toBe('TOO_LARGE');
  });

  test('refuses a timestamp of more than eight kilobytes before parsing it', () => {
    const long = makeEdition({ editTimestamp: withFields({ more: 'x'.repeat(9_000) }) }).timestamp;
    const result = parseMetadata('timestamp', long, 'product');
    expect(!result.ok && result.error).toEqual({ code: 'TOO_LARGE', data: { file: 'timestamp.json', why: 'bytes' } });
  });

  test('keeps `__proto__` in signed metadata from touching anything', () => {
    const text =
      '{"signed":{"_type":"targets","spec_version":"1.0","version":1,"expires":"2027-01-01T00:00:00Z","targets":{},"__proto__":{"polluted":true}},"signatures":[]}';
    const result = parseMetadata('targets', encodeUtf8(text), 'product');
    expect(result.ok).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('keeps unknown fields in what is verified', () => {
    const result = parseMetadata('root', makeRoot({ edit: withFields({ future: { field: 1 } }) }), 'product');
    expect(result.ok && result.value.signed.future).toEqual({ field: 1 });
  });

  test('answers anything with a code, never with an exception', () => {
    const honest = Buffer.from(makeEdition().targets).toString();
    const mutant = fc
      .tuple(fc.nat(honest.length - 1), fc.integer({ min: 1, max: 6 }), fc.string({ maxLength: 4 }))
      .map(([at, count, put]) => honest.slice(0, at) + put + honest.slice(at + count));
    fc.assert(
      fc.property(fc.oneof(mutant, fc.json(), fc.string()), fc.constantFrom('root', 'timestamp', 'snapshot', 'targets'), (text, role) => {
        const result = parseMetadata(role, encodeUtf8(text), 'product');
        expect(result.ok || ['INCOMPLETE', 'MALFORMED', 'TOO_LARGE', 'APP_TOO_OLD'].includes(result.error.code)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('an expiry is read as UTC to the second', () => {
    const result = parseMetadata('targets', makeEdition({ expires: now }).targets, 'product');
    expect(result.ok && result.value.expires).toBe(now.getTime());
  });

  describe('strict mode', () => {
    const long = 'b'.repeat(128);
    const timestamp = (link: object) =>
      parseMetadata(
        'timestamp',
        makeEdition({ editTimestamp: withFields({ meta: { 'snapshot.json': { version: 1, ...link } } as never }) }).timestamp,
        'strict',
      );

    test('reads a SHA-512 where there is no SHA-256', () => {
      const result = timestamp({ hashes: { sha512: long } });
      expect(result.ok && result.value.snapshot).toEqual({ version: 1, length: null, sha256: null, sha512: long });
    });

    test.each([[{ hashes: { md5: 'x' } }], [{ hashes: { sha256: 'x' } }], [{ length: -1 }], [{ version: -1 }]])(
      'refuses the link %j',
      (link) => {
        const result = timestamp(link);
        expect(!result.ok && result.error.code).toBe('MALFORMED');
      },
    );

    test('keeps a target without SHA-256 from the product’s list', () => {
      const bytes = makeEdition({ editTargets: withFields({ targets: { a: { length: 1, hashes: { sha512: long } } } }) }).targets;
      const result = parseMetadata('targets', bytes, 'strict');
      expect(result.ok && [result.value.targets.size, result.value.strict?.files.size]).toEqual([0, 1]);
    });

    test('names the file it was given', () => {
      const result = parseMetadata('targets', encodeUtf8('[]'), 'strict', 'helper.json');
      expect(!result.ok && result.error.data).toEqual({ file: 'helper.json', why: 'json' });
    });
  });
});
