import { describe, expect, test } from 'vitest';
import type { TrustMode } from '../../../content/core/trust/metadata.ts';
import { parseMetadata } from '../../../content/core/trust/metadata.ts';
import { keysOf, meetsThreshold, signersOf, signersUnder } from '../../../content/core/trust/verify.ts';
import { makeSigner } from '../../../content/node/keys.ts';
import { editors, makeEdition, makeRoot, tamper, withFields } from '../../support/signed-repository.ts';

function check(rootBytes: Uint8Array, targetsBytes: Uint8Array, mode: TrustMode = 'product') {
  const root = parseMetadata('root', rootBytes, mode);
  const targets = parseMetadata('targets', targetsBytes, mode);
  if (!root.ok || !targets.ok) throw new Error('fixture');
  return {
    signers: signersOf(root.value, 'targets', targets.value, mode),
    enough: meetsThreshold(root.value, 'targets', targets.value, mode),
    keys: keysOf(root.value, 'targets'),
  };
}
const publicOf = (index: number) => editors[index]?.key.keyval.public;

describe('signersOf', () => {
  test('names the people who signed, in the role’s order', () =>
    expect(check(makeRoot(), makeEdition({ signers: [3, 1].map((at) => editors[at] as (typeof editors)[0]) }).targets).signers).toEqual([
      publicOf(1),
      publicOf(3),
    ]));

  test('passes over strangers', () => {
    const { signers, enough } = check(makeRoot(), makeEdition({ signers: [editors[0] as (typeof editors)[0], makeSigner()] }).targets);
    expect([signers, enough]).toEqual([[publicOf(0)], false]);
  });

  const spellings: readonly (readonly [string, (sig: string) => string])[] = [
    ['is not hexadecimal', () => 'zz'],
    ['has something behind it', (sig) => `${sig}zz`],
    ['has half a byte behind it', (sig) => `${sig}a`],
    ['has something before it', (sig) => `zz${sig}`],
    ['is empty', () => ''],
    ['is cut', (sig) => sig.slice(2)],
  ];
  test.each(spellings)('passes over a signature that %s', (_, spell) => {
    const broken = tamper(makeEdition().targets, ({ signatures }) => {
      const [first] = signatures as { keyid: string; sig: string }[];
      signatures[0] = { keyid: first?.keyid ?? '', sig: spell(first?.sig ?? '') };
    });
    expect(check(makeRoot(), broken).signers).toHaveLength(1);
  });

  test('passes over a key that is written as one and is none', () => {
    // Not the x of any point of the curve.
    const off = { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: `04${'0'.repeat(126)}01` } };
    const role = { keyids: ['off'], threshold: 1 };
    const roles = { root: role, timestamp: role, snapshot: role, targets: role };
    const signed = tamper(makeEdition().targets, ({ signatures }) => signatures.push({ keyid: 'off', sig: 'ab' }));
    const root = makeRoot({ edit: withFields({ keys: { off }, roles } as never) });
    expect(check(root, signed, 'strict')).toMatchObject({ signers: [], enough: false });
  });

  test('still knows everybody after more keys than it remembers', () => {
    const root = parseMetadata('root', makeRoot(), 'product');
    const targets = parseMetadata('targets', makeEdition().targets, 'product');
    const [known] = root.ok ? [...root.value.keys.values()] : [];
    if (!known || !targets.ok) throw new Error('fixture');
    const others = Array.from({ length: 600 }, (_, at) => {
      const keyVal = { public: makeSigner().key.keyval.public };
      return [`key ${at}`, Object.assign(Object.create(Object.getPrototypeOf(known)), known, { keyVal }) as typeof known] as const;
    });
    const keyids = others.map(([keyid]) => keyid);
    const metadata = { ...targets.value, signatures: new Map(keyids.map((keyid) => [keyid, '00'.repeat(64)])) };
    expect(signersUnder({ keyids, threshold: 1, keys: new Map(others) }, metadata, 'product')).toEqual([]);
    expect(check(makeRoot(), makeEdition().targets).signers).toHaveLength(2);
  });

  test('asks each kind of key anew, though the text is the same', () => {
    const [one] = editors as [(typeof editors)[0]];
    const other = { ...one, keyid: 'd'.repeat(64), key: { ...one.key, scheme: 'ed25519ph' as 'ed25519' } };
    expect(check(makeRoot({ editors: [other] }), makeEdition({ signers: [other] }).targets, 'strict').signers).toEqual([]);
  });

  test('counts one public key under two ids once, whatever the spelling', () => {
    const one = editors[0] as (typeof editors)[0];
    const upper = { ...one, keyid: 'e'.repeat(64), key: { ...one.key, keyval: { public: one.key.keyval.public.toUpperCase() } } };
    const { signers, keys } = check(makeRoot({ editors: [one, upper] }), makeEdition({ signers: [one, upper] }).targets);
    expect([signers, keys]).toEqual([[publicOf(0)], [publicOf(0)]]);
  });

  test('believes no other kind of key in the product', () => {
    const group = editors.slice(0, 2);
    const other = withFields({ keys: Object.fromEntries(group.map(({ keyid, key }) => [keyid, { ...key, keytype: 'ecdsa' }])) });
    expect(check(makeRoot({ editors: group, edit: (signed) => other({ ...signed }), signers: [] }), makeEdition().targets).signers).toEqual(
      [],
    );
  });

  test('is not fooled by key ids that every object has', () => {
    const odd = { ...makeSigner(), keyid: 'constructor' };
    expect(check(makeRoot(), makeEdition({ signers: [odd, ...editors.slice(0, 2)] }).targets).enough).toBe(true);
    const role = withFields({
      roles: {
        root: { keyids: ['toString'], threshold: 1 },
        targets: { keyids: ['toString', 'constructor'], threshold: 1 },
        snapshot: { keyids: [], threshold: 1 },
        timestamp: { keyids: [], threshold: 1 },
      },
    });
    expect(check(makeRoot({ edit: role }), makeEdition({ signers: [odd] }).targets)).toEqual({ signers: [], enough: false, keys: [] });
  });
});
