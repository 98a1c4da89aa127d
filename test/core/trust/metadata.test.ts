import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { parseMetadata } from '../../../content/core/trust/metadata.ts';
import { type Edit, makeEdition, makeRoot, now, tamper, withFields } from '../../support/signed-repository.ts';

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
    ['specification 2', withFields({ spec_version: '2.0.0' }), 'APP_TOO_OLD'],
    ['a version in words', withFields({ version: '1' }), 'MALFORMED'],
    ['no targets', withFields({ targets: [] }), 'MALFORMED'],
    ['a target without a hash', withFields({ targets: { 'a.md': { length: 1, hashes: {} } } }), 'MALFORMED'],
    ['a hash that is none', withFields({ targets: { 'a.md': { length: 1, hashes: { sha256: 'x' } } } }), 'MALFORMED'],
    ['a negative length', named('a.md', -1), 'MALFORMED'],
    ['a file beyond the limit', named('a.md', 33 * 1024 * 1024), 'TOO_LARGE'],
  ];
  test.each(refused)('refuses %s', (_, edit, code) => expect(targets(edit)).toBe(code));

  const why = (
    role: 'root' | 'timestamp' | 'snapshot' | 'targets',
    fields: Record<string, unknown>,
    mode: 'product' | 'strict' = 'product',
  ) => {
    const file = role === 'root' ? makeRoot() : makeEdition()[role];
    const result = parseMetadata(
      role,
      tamper(file, ({ signed }) => Object.assign(signed, fields)),
      mode,
    );
    return result.ok ? 'accepted' : [result.error.code, result.error.data?.file, result.error.data?.why].join(' ');
  };
  const roles = (timestamp: object) => {
    const role = { keyids: [], threshold: 1 };
    return { keys: {}, roles: { root: role, targets: role, snapshot: role, timestamp } };
  };
  const reasons: readonly (readonly [string, Parameters<typeof why>, string])[] = [
    ['another role', ['targets', { _type: 'snapshot' }], 'MALFORMED targets.json type'],
    ['a specification that is no text', ['targets', { spec_version: 1 }], 'MALFORMED targets.json spec_version'],
    ['a specification that is a number', ['targets', { spec_version: 1.5 }], 'MALFORMED targets.json spec_version'],
    ['an expiry in a list', ['targets', { expires: ['2027-01-01T00:00:00Z'] }], 'MALFORMED targets.json expires'],
    ['a specification with text before it', ['targets', { spec_version: 'v1.0' }], 'MALFORMED targets.json spec_version'],
    ['a specification with text behind it', ['targets', { spec_version: '1.0.0-rc' }], 'MALFORMED targets.json spec_version'],
    ['a specification without a second part', ['targets', { spec_version: '1' }], 'MALFORMED targets.json spec_version'],
    ['specification 1.10.20', ['targets', { spec_version: '1.10.20' }], 'accepted'],
    ['specification 0', ['targets', { spec_version: '0.9.0' }], 'MALFORMED targets.json spec_version'],
    ['specification 01', ['targets', { spec_version: '01.0' }], 'MALFORMED targets.json spec_version'],
    ['specification 10', ['targets', { spec_version: '10.0' }], 'APP_TOO_OLD targets.json spec_version'],
    ['half a version', ['targets', { version: 1.5 }], 'MALFORMED targets.json version'],
    ['version nought', ['targets', { version: 0 }], 'MALFORMED targets.json version'],
    ['version one', ['targets', { version: 1 }], 'accepted'],
    ['an expiry that is a number', ['targets', { expires: 1 }], 'MALFORMED targets.json expires'],
    ['an expiry with text before it', ['targets', { expires: ' 2027-01-01T00:00:00Z' }], 'MALFORMED targets.json expires'],
    ['an expiry with text behind it', ['targets', { expires: '2027-01-01T00:00:00Z ' }], 'MALFORMED targets.json expires'],
    ['the 30th of February', ['targets', { expires: '2027-02-30T00:00:00Z' }], 'MALFORMED targets.json expires'],
    ['the month 13', ['targets', { expires: '2027-13-01T00:00:00Z' }], 'MALFORMED targets.json expires'],
    ['a list of targets', ['targets', { targets: [] }], 'MALFORMED targets.json fields'],
    ['a target that is none', ['targets', { targets: { a: 1 } }], 'MALFORMED targets.json fields'],
    ['a target without hashes', ['targets', { targets: { a: { length: 1 } } }], 'MALFORMED targets.json fields'],
    ['a length in words', ['targets', { targets: { a: { length: '1', hashes: { sha256: hash } } } }], 'MALFORMED targets.json fields'],
    ['half a byte', ['targets', { targets: { a: { length: 0.5, hashes: { sha256: hash } } } }], 'MALFORMED targets.json fields'],
    ['less than no bytes', ['targets', { targets: { a: { length: -1, hashes: { sha256: hash } } } }], 'MALFORMED targets.json fields'],
    ['no bytes', ['targets', { targets: { a: { length: 0, hashes: { sha256: hash } } } }], 'accepted'],
    ['a hash in a list', ['targets', { targets: { a: { length: 1, hashes: { sha256: [hash] } } } }], 'MALFORMED targets.json fields'],
    ['the longest file', ['targets', { targets: { a: { length: 32 * 1024 ** 2, hashes: { sha256: hash } } } }], 'accepted'],
    [
      'one byte more',
      ['targets', { targets: { a: { length: 32 * 1024 ** 2 + 1, hashes: { sha256: hash } } } }],
      'TOO_LARGE targets.json fileBytes',
    ],
    ['delegations that are wrong', ['targets', { delegations: 1 }], 'MALFORMED targets.json fields'],
    ['a root without a role', ['root', roles(undefined as never)], 'MALFORMED root.json fields'],
    ['half a threshold', ['root', roles({ keyids: [], threshold: 1.5 })], 'MALFORMED root.json fields'],
    ['a root of whole thresholds', ['root', roles({ keyids: [], threshold: 1 })], 'accepted'],
    ['a root without consistent snapshots', ['root', { consistent_snapshot: false }], 'MALFORMED root.json fields'],
    ['the same in strict mode', ['root', { consistent_snapshot: false }, 'strict'], 'accepted'],
    ['a timestamp without meta', ['timestamp', { meta: undefined }], 'MALFORMED timestamp.json fields'],
    ['a timestamp whose meta is a list', ['timestamp', { meta: [] }], 'MALFORMED timestamp.json fields'],
    ['a snapshot without meta', ['snapshot', { meta: undefined }], 'MALFORMED snapshot.json fields'],
    ['a snapshot whose meta is a list', ['snapshot', { meta: [] }], 'MALFORMED snapshot.json fields'],
    ['a link of half a version', ['snapshot', { meta: { 'targets.json': { version: 1.5 } } }], 'MALFORMED snapshot.json fields'],
    ['a link of half a byte', ['snapshot', { meta: { 'targets.json': { version: 1, length: 0.5 } } }], 'MALFORMED snapshot.json fields'],
    ['a link without a hash', ['snapshot', { meta: { 'targets.json': { version: 1, length: 5, hashes: {} } } }], 'accepted'],
    [
      'a link with a SHA-512 in the product',
      ['snapshot', { meta: { 'targets.json': { version: 1, hashes: { sha512: hash } } } }],
      'MALFORMED snapshot.json fields',
    ],
  ];
  test.each(reasons)('names what is wrong with %s', (_, asked, expected) => expect(why(...asked)).toBe(expected));

  const wholes: readonly (readonly [string, unknown, string])[] = [
    ['signed that is a list', { signed: [], signatures: [] }, 'shape'],
    ['no signed', { signatures: [] }, 'shape'],
    ['signatures that are no list', { signed: {}, signatures: {} }, 'shape'],
    ['signatures that are none', { signatures: [1] }, 'signatures'],
    ['a signature that is null', { signatures: [null] }, 'signatures'],
    ['a key id that is no text', { signatures: [{ keyid: 1, sig: '' }] }, 'signatures'],
    ['a signature that is no text', { signatures: [{ keyid: '', sig: 1 }] }, 'signatures'],
    [
      'a key id twice',
      {
        signatures: [
          { keyid: 'a', sig: '' },
          { keyid: 'a', sig: '' },
        ],
      },
      'signatures',
    ],
    ['65 signatures', { signatures: Array.from({ length: 65 }, (_, at) => ({ keyid: `${at}`, sig: '' })) }, 'signatures'],
    ['64 signatures', { signatures: Array.from({ length: 64 }, (_, at) => ({ keyid: `${at}`, sig: '' })) }, 'accepted'],
  ];
  test.each(wholes)('refuses %s', (_, part, expected) => {
    const signed = { _type: 'targets', spec_version: '1.0', version: 1, expires: '2027-01-01T00:00:00Z', targets: {} };
    const result = parseMetadata(
      'targets',
      encodeUtf8(JSON.stringify(expected === 'shape' ? part : { signed, ...(part as object) })),
      'product',
    );
    expect(result.ok ? 'accepted' : result.error).toEqual(
      expected === 'accepted' ? expected : { code: 'MALFORMED', data: { file: 'targets.json', why: expected } },
    );
  });

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

  test.each([
    ['as many files as may be', 5_000, 1, 'accepted'],
    ['one file more', 5_001, 1, 'TOO_LARGE targets.json files'],
    ['as many bytes in all as may be', 16, 32 * 1024 ** 2, 'accepted'],
    ['more bytes in all', 17, 32 * 1024 ** 2, 'TOO_LARGE targets.json packBytes'],
  ])('%s', (_, count, length, expected) => {
    const many = Object.fromEntries(Array.from({ length: count }, (_none, at) => [`f${at}.md`, { length, hashes: { sha256: hash } }]));
    expect(why('targets', { targets: many })).toBe(expected);
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

    test('keeps targets without a SHA-256 from the product’s list', () => {
      const files = { a: { sha512: long }, b: { sha256: hash, sha512: long }, c: { sha256: 'x' } };
      const list = Object.fromEntries(Object.entries(files).map(([name, hashes]) => [name, { length: 1, hashes }]));
      const result = parseMetadata('targets', makeEdition({ editTargets: withFields({ targets: list } as never) }).targets, 'strict');
      expect(result.ok && [[...result.value.targets], result.value.strict?.files.size]).toEqual([[['b', { length: 1, sha256: hash }]], 3]);
    });

    test('names the file it was given', () => {
      const result = parseMetadata('targets', encodeUtf8('[]'), 'strict', 'helper.json');
      expect(!result.ok && result.error.data).toEqual({ file: 'helper.json', why: 'json' });
    });
  });
});
