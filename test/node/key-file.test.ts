import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSeed, openKey, openKeyFile, readKeyCard, signerOfSeed, writeKeyFile, writeSecretOnce } from '../../content/node/key-file.ts';
import { verifySignature } from '../../content/node/verify-signature.ts';
import { tempFolder } from '../support/temp.ts';

const passphrase = 'seven lamps by the old mill';
const owner = { name: 'Ann Example', force: 'Kent Police', role: 'editor', made: '2026-11-22T12:00:00.000Z' } as const;
const seed = makeSeed();
let text = '';

// scrypt is slow on purpose: one file is made, its copies are spoilt.
beforeAll(async () => {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-key-'));
  await writeKeyFile(path.join(folder, 'ann.key'), seed, passphrase, owner);
  text = readFileSync(path.join(folder, 'ann.key'), 'utf8');
  rmSync(folder, { recursive: true });
});

function copy(change: (text: string) => string = (same) => same): string {
  const file = path.join(tempFolder(), 'ann.key');
  writeFileSync(file, change(text));
  return file;
}
const edit = (change: (fields: Record<string, unknown>) => void) =>
  copy((whole) => {
    const fields = JSON.parse(whole) as Record<string, unknown>;
    change(fields);
    return JSON.stringify(fields);
  });

describe('a key file', () => {
  test('opens with its passphrase and signs', async () => {
    const signer = await openKeyFile(copy(), passphrase);
    const bytes = Buffer.from('draft');
    expect(signer).toMatchObject({ keyid: signerOfSeed(seed).keyid });
    expect(verifySignature(signer.key.keyval.public, bytes, signer.sign(bytes))).toBe(true);
  });

  test('gives its secret back for the paper copy, and its card without the passphrase', async () => {
    const file = copy();
    const { seed: again, card } = await openKey(file, passphrase);
    expect([...again]).toEqual([...seed]);
    expect(await readKeyCard(file)).toEqual(card);
    expect(card).toMatchObject({ ...owner, fingerprint: expect.arrayContaining([expect.any(String)]) });
  });

  test('does not hold the secret', () => {
    expect(text).not.toContain(Buffer.from(seed).toString('hex'));
    expect(text).not.toContain(passphrase);
  });

  test('says that a passphrase is wrong, and not that the file is damaged', async () => {
    await expect(openKeyFile(copy(), `${passphrase}!`)).rejects.toMatchObject({ code: 'KEY_PASSPHRASE' });
  });

  test.each([
    ['cut', (whole: string) => whole.slice(0, 200)],
    ['empty', () => ''],
    [
      'one letter of the sealed part changed',
      (whole: string) => whole.replace(/("sealed": ")(.)/, (_, a, b) => a + (b === '0' ? '1' : '0')),
    ],
    ['another name', (whole: string) => whole.replace('Ann', 'Eve')],
    ['other numbers for scrypt', (whole: string) => whole.replace('32768', '1048576')],
    ['not JSON', () => 'key'],
    ['a list', () => '[]'],
  ])('that is damaged says so: %s', async (_, change) => {
    await expect(openKeyFile(copy(change), passphrase)).rejects.toMatchObject({ code: 'KEY_DAMAGED' });
  });

  test('of a newer format asks for a newer app', async () => {
    const file = edit((fields) => {
      fields.format = 2;
    });
    await expect(openKeyFile(file, passphrase)).rejects.toMatchObject({ code: 'APP_TOO_OLD' });
  });

  test('that is missing is the system’s error', async () => {
    await expect(openKeyFile(path.join(tempFolder(), 'none'), passphrase)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('writing a secret', () => {
  test('only its owner may read it, and nothing else is left', async () => {
    const folder = tempFolder();
    await writeSecretOnce(path.join(folder, 'k'), Buffer.from('secret'));
    expect(readdirSync(folder)).toEqual(['k']);
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'k')).mode & 0o777).toBe(0o600);
  });

  test('never over another file', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'k'), 'mine');
    await expect(writeSecretOnce(path.join(folder, 'k'), Buffer.from('secret'))).rejects.toMatchObject({ code: 'KEY_THERE' });
    expect([readFileSync(path.join(folder, 'k'), 'utf8'), readdirSync(folder)]).toEqual(['mine', ['k']]);
  });

  test('not into a folder that is not there', async () => {
    await expect(writeSecretOnce(path.join(tempFolder(), 'none', 'k'), Buffer.from('s'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
