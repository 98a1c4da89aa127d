import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { holderOf } from '../../../content/core/publish/key-card.ts';
import { metadataFile } from '../../../content/core/publish/metadata.ts';
import {
  changeKeys,
  draftRoot,
  type GroupKey,
  groupFault,
  groupOf,
  keyMeant,
  type RootGroup,
} from '../../../content/core/publish/root-group.ts';
import { parseMetadata } from '../../../content/core/trust/metadata.ts';
import { keysOf } from '../../../content/core/trust/verify.ts';
import { newCard } from '../../support/cards.ts';

const issued = new Date('2026-11-22T12:00:00Z');
const people = (prefix: string, count: number): GroupKey[] =>
  Array.from({ length: count }, (_, at) => holderOf(newCard(`${prefix} ${at + 1}`)));
const [stewards, editors] = [people('Steward', 5), people('Editor', 5)];
const channel = { id: 'facebook' as ChannelId, title: 'Facebook', kind: 'channel' } as const;
const group: RootGroup = { channel, stewards, editors, demo: false };
const nobody = { people: new Map(), channel: null };

function parsed(of: RootGroup, version = 1) {
  const root = parseMetadata('root', metadataFile(draftRoot(of, version, issued).signed, []), 'product');
  if (!root.ok) throw new Error(JSON.stringify(root.error));
  return root.value;
}

describe('a drafted root', () => {
  test('has the roles and thresholds of the design, and is no demonstration', () => {
    const root = parsed(group, 7);
    const role = (name: 'root' | 'targets' | 'snapshot' | 'timestamp') => [keysOf(root, name).length, root.roles[name].threshold];
    expect([role('root'), role('targets'), role('snapshot'), role('timestamp')]).toEqual([
      [5, 3],
      [5, 2],
      [5, 2],
      [10, 1],
    ]);
    expect([root.version, root.signed.demo, root.signed.issued]).toEqual([7, undefined, '2026-11-22T12:00:00Z']);
    expect(new Date(root.expires).toISOString()).toBe('2029-11-26T12:00:00.000Z');
  });

  test('of the directory is signed by stewards alone', () => {
    const root = parsed({ ...group, channel: null, editors: null });
    for (const name of ['root', 'targets', 'snapshot', 'timestamp'] as const)
      expect(keysOf(root, name)).toEqual(stewards.map((key) => key.public));
  });

  test('says who its people are, so that the group can be read back', () => {
    expect(groupOf(parsed(group), nobody)).toEqual(group);
    expect(groupOf(parsed({ ...group, demo: true }), nobody).demo).toBe(true);
  });

  test('without names takes them from the directory’s lists', () => {
    const nameless = { ...group, editors: editors.map((key) => ({ ...key, name: null, force: null })) };
    expect(groupOf(parsed(nameless), nobody).editors?.[0]).toMatchObject({ name: null, keyid: editors[0]?.keyid });
    const known = new Map(editors.map((key) => [key.public, { name: key.name as string, force: key.force }]));
    expect(groupOf(parsed(nameless), { people: known, channel: null }).editors).toEqual(editors);
  });

  test('whatever is changed, a removed key is in no role and an added one in all', () => {
    fc.assert(
      fc.property(fc.subarray(editors, { maxLength: 3 }), fc.integer({ min: 0, max: 3 }), (remove, count) => {
        const add = people('New', count);
        const changed = { ...group, editors: changeKeys(editors, { remove, add }) };
        const root = parsed(changed);
        for (const name of ['targets', 'snapshot', 'timestamp'] as const) {
          const keys = keysOf(root, name);
          expect(remove.some((key) => keys.includes(key.public))).toBe(false);
          expect(add.every((key) => keys.includes(key.public))).toBe(true);
        }
        expect(changed.editors).toHaveLength(editors.length - remove.length + add.length);
        const all = [...root.keys.values()].map((key) => key.keyVal.public);
        expect(remove.some((key) => all.includes(key.public))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

const [one, two] = editors as [GroupKey, GroupKey];
test.each<[string, Partial<RootGroup>, boolean, object | null]>([
  ['as designed', {}, true, null],
  ['four stewards at a founding', { stewards: stewards.slice(1) }, true, { why: 'few', role: 'stewards', count: 4, limit: 5 }],
  ['three stewards later', { stewards: stewards.slice(2) }, false, null],
  ['two stewards', { stewards: stewards.slice(3) }, false, { why: 'few', role: 'stewards', limit: 3 }],
  ['three editors at a founding', { editors: editors.slice(2) }, true, { why: 'few', role: 'editors', limit: 4 }],
  ['two editors later', { editors: [one, two] }, false, null],
  ['one editor', { editors: [one] }, false, { why: 'few', role: 'editors' }],
  ['ten editors', { editors: people('Editor', 10) }, false, { why: 'many', role: 'editors', limit: 9 }],
  ['a key under two ids', { editors: [one, { ...one, keyid: 'ab', name: 'Other' }, two] }, false, { why: 'key', role: 'editors' }],
  ['a person with two keys', { editors: [one, { ...two, name: 'EDITOR 1' }] }, false, { why: 'person', role: 'editors' }],
  ['a steward who is an editor', { editors: [one, stewards[0] as GroupKey] }, false, { why: 'both' }],
])('a group: %s', (_, over, founding, fault) => {
  const found = groupFault({ ...group, ...over }, founding);
  if (fault === null) expect(found).toBe(null);
  else expect(found).toMatchObject(fault);
});

test('new keys take the places of those that go', () => {
  const [a, b, c] = people('New', 3) as [GroupKey, GroupKey, GroupKey];
  expect(changeKeys([a, b], { remove: [a], add: [c] })).toEqual([c, b]);
  expect(changeKeys([a, b], { remove: [a], add: [] })).toEqual([b]);
  expect(changeKeys([a], { remove: [], add: [c] })).toEqual([a, c]);
});

test('a key is meant by name, by the beginning of its id, or whole', () => {
  expect(keyMeant(editors, ' editor 2 ')).toBe(two);
  expect(keyMeant(editors, two.keyid.slice(0, 8))).toBe(two);
  expect(keyMeant(editors, two.public)).toBe(two);
  expect(keyMeant(editors, two.keyid.slice(0, 7))).toBe(null);
  expect(keyMeant(editors, 'Editor')).toBe(null);
  expect(keyMeant([one, { ...two, name: one.name }], 'Editor 1')).toBe('many');
});
