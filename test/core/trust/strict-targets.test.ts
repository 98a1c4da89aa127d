import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../content/core/trust/read-json.ts';
import { strictTargetsOf } from '../../../content/core/trust/strict-targets.ts';

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
    const succinct = strictTargetsOf({ targets: {}, delegations: { keys: {}, succinct_roles: bins } }).delegations?.succinct;
    expect(succinct).toEqual({ keyids: ['k'], threshold: 1, bits: 8, prefix: 'bin' });
    const read = strictTargetsOf(file({ length: 3, hashes: { sha512: 'x', other: 'y' } }));
    expect([...(read.files.get('a/b')?.hashes ?? [])]).toEqual([
      ['sha512', 'x'],
      ['other', 'y'],
    ]);
    expect(read.delegations).toBeNull();
  });

  const { paths: _, ...pathless } = role;
  const refused: readonly (readonly [string, JsonObject])[] = [
    ['no targets', {}],
    ['a file that is none', file(1)],
    ['a file without hashes', file({ length: 1 })],
    ['a file with no hash', file({ length: 1, hashes: {} })],
    ['a hash that is a number', file({ length: 1, hashes: { sha256: 1 } })],
    ['a length in words', file({ length: '1', hashes: { sha256: 'x' } })],
    ['half a byte', file({ length: 0.5, hashes: { sha256: 'x' } })],
    ['less than no bytes', file({ length: -1, hashes: { sha256: 'x' } })],
    ['delegations that are a list', { targets: {}, delegations: [] }],
    ['delegations without keys', { targets: {}, delegations: { roles: [] } }],
    ['neither roles nor bins', { targets: {}, delegations: { keys: {} } }],
    ['both roles and bins', { targets: {}, delegations: { keys: {}, roles: [], succinct_roles: bins } }],
    ['a key that is none', { targets: {}, delegations: { keys: { k: 1 }, roles: [] } }],
    ['roles that are no list', withRoles({})],
    ['a role that is none', withRoles([1])],
    ['the same name twice', withRoles([role, role])],
    ['a name that is no text', withRoles([{ ...role, name: 1 }])],
    ['an empty name', withRoles([{ ...role, name: '' }])],
    ...['root', 'timestamp', 'snapshot', 'targets'].map((name) => [`a role called ${name}`, withRoles([{ ...role, name }])] as const),
    ['terminating in words', withRoles([{ ...role, terminating: 'no' }])],
    ['no paths', withRoles([pathless])],
    ['both kinds of paths', withRoles([{ ...role, path_hash_prefixes: [] }])],
    ['a path that is no text', withRoles([{ ...role, paths: [1] }])],
    ['keyids that are no list', withRoles([{ ...role, keyids: 'k' }])],
    ['the same keyid twice', withRoles([{ ...role, keyids: ['k', 'k'] }])],
    ['threshold nought', withRoles([{ ...role, threshold: 0 }])],
    ['half a threshold', withRoles([{ ...role, threshold: 1.5 }])],
    ['a threshold in words', withRoles([{ ...role, threshold: '1' }])],
    ...[0, 33, 1.5, '8'].map(
      (bits) =>
        [`bins of ${bits} bits`, { targets: {}, delegations: { keys: {}, succinct_roles: { ...bins, bit_length: bits } } }] as const,
    ),
    ['bins that are none', { targets: {}, delegations: { keys: {}, succinct_roles: 1 } }],
    ['bins without a name', { targets: {}, delegations: { keys: {}, succinct_roles: { ...bins, name_prefix: 1 } } }],
  ];
  test.each(refused)('refuses %s', (_name, signed) => expect(() => strictTargetsOf(signed)).toThrow());
});
