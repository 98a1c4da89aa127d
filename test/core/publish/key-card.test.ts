import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { cardBytes, holderOf, isPersonName, makeCard, readCard } from '../../../content/core/publish/key-card.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { makeSigner } from '../../../content/node/keys.ts';

const signer = makeSigner();
const made = '2026-11-22T12:00:00.000Z';
const card = makeCard({ name: 'Ann Example', force: 'Kent Police', public: signer.key.keyval.public, role: 'editor', made }, sha256);
const changed = (fields: object) => readCard(encodeUtf8(JSON.stringify({ ...card, ...fields })), sha256);

describe('a key card', () => {
  test('is read back as it was made', () => {
    expect(card.keyid).toBe(signer.keyid);
    expect(readCard(cardBytes(card), sha256)).toEqual({ ok: true, value: card });
    expect(holderOf(card)).toEqual({ name: 'Ann Example', force: 'Kent Police', keyid: signer.keyid, public: card.public });
  });

  test.each([
    ['format', { format: 0 }, 'MALFORMED'],
    ['format', { format: 2 }, 'APP_TOO_OLD'],
    ['format', { kdf: {} }, 'MALFORMED'],
    ['public', { public: 'AB'.repeat(32) }, 'MALFORMED'],
    ['keyid', { public: makeSigner().key.keyval.public }, 'MALFORMED'],
    ['keyid', { keyid: '00' }, 'MALFORMED'],
    ['fingerprint', { fingerprint: ['zoo'] }, 'MALFORMED'],
    ['fingerprint', { fingerprint: null }, 'MALFORMED'],
    ['name', { name: '' }, 'MALFORMED'],
    ['name', { name: 'Ann\u202e' }, 'MALFORMED'],
    ['force', { force: 7 }, 'MALFORMED'],
    ['role', { role: 'king' }, 'MALFORMED'],
    ['made', { made: 'never' }, 'MALFORMED'],
  ])('whose %s is wrong is refused: %j', (why, fields, code) => {
    expect(changed(fields)).toMatchObject({ ok: false, error: { code, data: { why } } });
  });

  test('that is cut or huge is refused', () => {
    expect(readCard(cardBytes(card).subarray(0, 40), sha256)).toMatchObject({ error: { code: 'INCOMPLETE' } });
    expect(readCard(new Uint8Array(100_000), sha256)).toMatchObject({ error: { code: 'TOO_LARGE' } });
  });
});

test.each([
  ['Siân O’Neil', true],
  ['李', true],
  ['', false],
  [' Ann', false],
  ['A\nB', false],
  ['A\u200bB', false],
  ['A\\B', false],
  ['x'.repeat(81), false],
])('%j as a name: %s', (name, is) => expect(isPersonName(name)).toBe(is));
