import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../content/core/trust/read-json.ts';
import { ShapeError, strictTargetsOf } from '../../../content/core/trust/strict-targets.ts';

const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: 'ab' } };
const role = { name: 'A', keyids: ['k'], threshold: 1, terminating: false, paths: ['*'] };
const bins = { keyids: ['k'], threshold: 1, bit_length: 8, name_prefix: 'bin' };
const withRoles = (roles: JsonValue): JsonObject => ({ targets: {}, delegations: { keys: { k: key }, roles } });
const file = (entry: JsonValue): JsonObject => ({ targets: { 'a/b': entry } });

describe('strictTargetsOf', () => {
  test('keeps the roles in the order of the file, also when their names are numbers', () => {
    const read = strictTargetsOf(withRoles(['b', '2', '1'].map((name) => ({ ...role, name }))));
    expect(read.delegations?.roles.map(({ name }) => name)).toEqual(['b', '2', '1']);
    expect(read.delegations?.keys.get('k')?.keyType).toBe('ed25519');
  });

  test('reads hash prefixes, bins and every hash of a file', () => {
    const { paths: _, ...rest } = role;
    const byHash = strictTargetsOf(withRoles([{ ...rest, path_hash_prefixes: ['0', 'a'] }])).delegations?.roles[0];
    expect([byHash?.by, byHash?.parts]).toEqual(['hash', ['0', 'a']]);
    const binned = strictTargetsOf({ targets: {}, delegations: { keys: {}, succinct_roles: bins } }).delegations;
    expect(binned?.roles).toEqual([]);
    expect(binned?.succinct).toEqual({ keyids: ['k'], threshold: 1, bits: 8, prefix: 'bin' });
    const read = strictTargetsOf(file({ length: 3, hashes: { sha512: 'x', other: 'y' } }));
    expect([...(read.files.get('a/b')?.hashes ?? [])]).toEqual([
      ['sha512', 'x'],
      ['other', 'y'],
    ]);
    expect(read.delegations).toBeNull();
  });

  const { paths: _, ...pathless } = role;
  const refused: readonly (readonly [string, string, JsonObject])[] = [
    ['no targets', 'targets', {}],
    ['a file that is none', 'file', file(1)],
    ['a file without hashes', 'file', file({ length: 1 })],
    ['a file with no hash', 'hashes', file({ length: 1, hashes: {} })],
    ['a hash that is a number', 'text', file({ length: 1, hashes: { sha256: 1 } })],
    ['a length in words', 'length', file({ length: '1', hashes: { sha256: 'x' } })],
    ['half a byte', 'length', file({ length: 0.5, hashes: { sha256: 'x' } })],
    ['less than no bytes', 'length', file({ length: -1, hashes: { sha256: 'x' } })],
    ['delegations that are a list', 'delegations', { targets: {}, delegations: [] }],
    ['delegations without keys', 'delegations', { targets: {}, delegations: { roles: [] } }],
    ['neither roles nor bins', 'roles', { targets: {}, delegations: { keys: {} } }],
    ['both roles and bins', 'roles', { targets: {}, delegations: { keys: {}, roles: [], succinct_roles: bins } }],
    ['a key that is none', 'another error', { targets: {}, delegations: { keys: { k: 1 }, roles: [] } }],
    ['roles that are no list', 'list', withRoles({})],
    ['a role that is none', 'role', withRoles([1])],
    ['the same name twice', 'names', withRoles([role, role])],
    ['a name that is no text', 'name', withRoles([{ ...role, name: 1 }])],
    ['an empty name', 'name', withRoles([{ ...role, name: '' }])],
    ...['root', 'timestamp', 'snapshot', 'targets'].map(
      (name) => [`a role called ${name}`, 'name', withRoles([{ ...role, name }])] as const,
    ),
    ['terminating in words', 'terminating', withRoles([{ ...role, terminating: 'no' }])],
    ['no paths', 'paths', withRoles([pathless])],
    ['both kinds of paths', 'paths', withRoles([{ ...role, path_hash_prefixes: [] }])],
    ['a path that is no text', 'text', withRoles([{ ...role, paths: [1] }])],
    ['keyids that are no list', 'list', withRoles([{ ...role, keyids: 'k' }])],
    ['a keyid that is no text', 'text', withRoles([{ ...role, keyids: [1] }])],
    ['the same keyid twice', 'keyids', withRoles([{ ...role, keyids: ['k', 'k'] }])],
    ['threshold nought', 'threshold', withRoles([{ ...role, threshold: 0 }])],
    ['half a threshold', 'threshold', withRoles([{ ...role, threshold: 1.5 }])],
    ['a threshold in words', 'threshold', withRoles([{ ...role, threshold: '1' }])],
    ...[0, 33, 1.5, '8'].map(
      (bits) =>
        [
          `bins of ${bits} bits`,
          'bits',
          { targets: {}, delegations: { keys: {}, succinct_roles: { ...bins, bit_length: bits } } },
        ] as const,
    ),
    ['bins that are none', 'succinct', { targets: {}, delegations: { keys: {}, succinct_roles: 1 } }],
    ['bins without a name', 'text', { targets: {}, delegations: { keys: {}, succinct_roles: { ...bins, name_prefix: 1 } } }],
  ];
  test.each(refused)('refuses %s: %s', (_name, reason, signed) => {
    let thrown: unknown;
    try {
      strictTargetsOf(signed);
    } catch (error) {
      thrown = error instanceof ShapeError ? error.message : 'another error';
    }
    expect(thrown).toBe(reason);
  });

  test.each([1, 32])('takes bins of %d bits', (bits) => {
    const read = strictTargetsOf({ targets: {}, delegations: { keys: {}, succinct_roles: { ...bins, bit_length: bits } } });
    expect(read.delegations?.succinct?.bits).toBe(bits);
  });

  test('takes an empty file', () => {
    expect(strictTargetsOf(file({ length: 0, hashes: { sha256: 'x' } })).files.get('a/b')?.length).toBe(0);
  });

  test('reads patterns, and whether the search ends', () => {
    const [read] = strictTargetsOf(withRoles([{ ...role, terminating: true }])).delegations?.roles ?? [];
    expect(read).toEqual({
      name: role.name,
      keyids: role.keyids,
      threshold: role.threshold,
      terminating: true,
      by: 'pattern',
      parts: role.paths,
    });
  });
});
