import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSourceFolder } from '../../content/node/source-folder.ts';
import { tempFolder } from '../support/temp.ts';

test('everything is read in path order, or named with the reason', () => {
  const folder = tempFolder();
  for (const name of ['b/.git', 'b/deep', 'a']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of ['b/deep/page.md', 'a/page.md', 'pack.yml', 'a/.DS_Store', 'a/~$page.md', 'b/.git/config'])
    writeFileSync(path.join(folder, name), name);
  symlinkSync('/etc/passwd', path.join(folder, 'a', 'linked.md'));
  symlinkSync(folder, path.join(folder, 'loop'));
  writeFileSync(path.join(folder, 'big.bin'), '');
  truncateSync(path.join(folder, 'big.bin'), 33 * 1024 * 1024);
  const { files, problems } = readSourceFolder(folder);
  expect(files.map(({ path: name }) => name)).toEqual(['a/page.md', 'b/deep/page.md', 'pack.yml']);
  expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'a/.DS_Store source-leftover',
    'a/linked.md source-link',
    'a/~$page.md source-leftover',
    'b/.git source-tool',
    'big.bin source-size',
    'loop source-link',
  ]);
});

test('a folder that is not there is the caller’s to handle', () =>
  expect(() => readSourceFolder(path.join(tempFolder(), 'none'))).toThrow('ENOENT'));
