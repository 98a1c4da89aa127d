import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardBeside } from '../../../content/cli/keys/new.ts';
import { readCard } from '../../../content/core/publish/key-card.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { guides } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

describe('guides keys new', () => {
  test('writes a key and its card, and says what comes next', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'ann.key');
    const said = await guides('keys', 'new', '--out', file, '--name', 'Ann Example', '--force', 'Kent Police');
    expect(said.code).toBe(0);
    const card = readCard(readFileSync(path.join(folder, 'ann.card.json')), sha256);
    expect(card).toMatchObject({ ok: true, value: { name: 'Ann Example', force: 'Kent Police', role: null } });
    expect(said.out).toContain(card.ok ? card.value.fingerprint.join(' ') : '');
    expect(said.out).toContain('guides keys backup');
    expect(readFileSync(file, 'utf8')).toContain('"scrypt"');
  });

  test.each([
    ['nowhere', ['--name', 'Ann'], /where to write/],
    ['for nobody', ['--out', 'a.key'], /whose key/],
    ['for a name with a line break', ['--out', 'a.key', '--name', 'A\nB'], /not a name/],
    ['for another role', ['--out', 'a.key', '--name', 'Ann', '--role', 'king'], /steward/],
    ['into a folder that is not there', ['--out', 'none/a.key', '--name', 'Ann'], /no folder/],
    ['with a passphrase on the command line', ['--out', 'a.key', '--name', 'Ann', '--passphrase', 'x'], /no option/],
  ])('%s is not understood', async (_, args, sentence) => {
    const folder = tempFolder();
    const given = args.map((arg) => (arg.endsWith('.key') ? path.join(folder, arg) : arg));
    await expect(guides('keys', 'new', ...given)).rejects.toThrow(sentence);
  });

  test('never into a share, never over a file', async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'share', 'directory', 'metadata'), { recursive: true });
    mkdirSync(path.join(folder, 'share', 'keys'));
    const inside = path.join(folder, 'share', 'keys', 'a.key');
    await expect(guides('keys', 'new', '--out', inside, '--name', 'Ann')).rejects.toThrow('inside a share');
    expect(existsSync(inside)).toBe(false);
    writeFileSync(path.join(folder, 'a.key'), 'mine');
    await expect(guides('keys', 'new', '--out', path.join(folder, 'a.key'), '--name', 'Ann')).rejects.toMatchObject({ code: 'KEY_THERE' });
    writeFileSync(path.join(folder, 'b.card.json'), 'mine');
    await expect(guides('keys', 'new', '--out', path.join(folder, 'b.key'), '--name', 'Ann')).rejects.toThrow('already');
    expect(readFileSync(path.join(folder, 'a.key'), 'utf8')).toBe('mine');
  });

  test('help is complete', async () => expect((await guides('keys', 'new', '--help')).out).toContain('Exit codes'));
});

test('the card stands beside the key', () => expect([cardBeside('a.key'), cardBeside('b')]).toEqual(['a.card.json', 'b.card.json']));
