import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { guides, guidesJson } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

test('guides keys backup prints 24 numbered words, or writes them and a code for their owner only', async () => {
  const folder = tempFolder();
  const at = (name: string) => path.join(folder, name);
  await guidesJson('keys', 'new', '--out', at('a.key'), '--name', 'Ann Example');
  const printed = await guides('keys', 'backup', '--key', at('a.key'));
  expect(printed.out.match(/\b\d{1,2}\. [a-z]{3,8}\b/g)).toHaveLength(24);
  expect(printed.out).toContain('Whose       Ann Example');
  const written = await guides('keys', 'backup', '--key', at('a.key'), '--out', at('p.txt'), '--qr', at('p.svg'));
  expect([written.code, written.out]).toEqual([0, '']);
  expect(written.err).toContain('delete the file');
  expect(readFileSync(at('p.txt'), 'utf8').trimEnd()).toBe(printed.out);
  expect(readFileSync(at('p.svg'), 'utf8')).toContain('<svg');
  if (process.platform !== 'win32') expect(statSync(at('p.svg')).mode & 0o777).toBe(0o600);
  await expect(guides('keys', 'backup', '--key', at('a.key'), '--out', at('p.txt'))).rejects.toThrow('already');
});

test('it writes no secret into a share and needs a key', async () => {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'staging', 'directory'), { recursive: true });
  await expect(guides('keys', 'backup', '--key', 'a', '--out', path.join(folder, 'p.txt'))).rejects.toThrow('inside a share');
  await expect(guides('keys', 'backup')).rejects.toThrow('--key');
  await expect(guides('keys', 'backup', '--key', path.join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
});
