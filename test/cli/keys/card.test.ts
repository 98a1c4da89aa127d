import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newCard, writeCard } from '../../support/cards.ts';
import { guides, guidesJson } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

test('guides keys card prints or writes what may be sent around', async () => {
  const folder = tempFolder();
  const at = (name: string) => path.join(folder, name);
  await guidesJson('keys', 'new', '--out', at('a.key'), '--name', 'Ann');
  const made = readFileSync(at('a.card.json'), 'utf8');
  expect((await guides('keys', 'card', '--key', at('a.key'))).out).toBe(made.trimEnd());
  await guides('keys', 'card', '--key', at('a.key'), '--out', at('b.json'));
  expect(readFileSync(at('b.json'), 'utf8')).toBe(made);
  await expect(guides('keys', 'card', '--key', at('a.key'), '--out', at('b.json'))).rejects.toThrow('already');
  await expect(guides('keys', 'card')).rejects.toThrow('--key');
  await expect(guides('keys', 'card', '--key', at('b.json'))).rejects.toMatchObject({ code: 'KEY_DAMAGED' });
  const [fromKey, fromCard] = [await guides('keys', 'fingerprint', at('a.key')), await guides('keys', 'fingerprint', at('b.json'))];
  expect(fromKey.out).toBe(fromCard.out);
});

test('guides keys fingerprint compares what was read out', async () => {
  const folder = tempFolder();
  const card = newCard('Ann Example');
  const file = writeCard(folder, card);
  expect((await guides('keys', 'fingerprint', file)).out).toBe(`Ann Example, Test Police: ${card.fingerprint.join(' ')}`);
  expect((await guides('keys', 'fingerprint', file, '--words', card.fingerprint.join(', '))).code).toBe(0);
  const wrong = await guides('keys', 'fingerprint', file, '--words', 'one two three four five six');
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('Do not accept')]);
  writeFileSync(path.join(folder, 'other.json'), '{}');
  await expect(guides('keys', 'fingerprint', path.join(folder, 'other.json'))).rejects.toThrow('not a whole key card');
  await expect(guides('keys', 'fingerprint', path.join(folder, 'none'))).rejects.toThrow('no file');
});
