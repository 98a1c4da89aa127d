import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPacks } from '../../content/cli/read-packs.ts';
import { tempFolder } from '../support/temp.ts';

function folderWith(...files: readonly string[]): string {
  const folder = path.join(tempFolder(), 'sources');
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), file);
  }
  return folder;
}
const shape = (folder: string, mode: 'strict' | 'lenient') => {
  const { packs, problems } = readPacks(folder, mode);
  return [
    packs.map(({ name, prefix, files }) => `${name} ${prefix} ${files.map((file) => file.path)}`),
    problems.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`),
  ];
};

test('a folder with pack.yml is one pack', () =>
  expect(shape(folderWith('pack.yml', 'a/page.md'), 'strict')).toEqual([['sources  a/page.md,pack.yml'], []]));

test('folders with pack.yml are packs; a stray file is an error, a README none', () => {
  const folder = folderWith('a/pack.yml', 'a/page.md', 'b/pack.yml', 'stray.md', 'c/page.md', 'README.md');
  expect(shape(folder, 'strict')).toEqual([
    ['a a/ pack.yml,page.md', 'b b/ pack.yml'],
    ['error pack-stray c/page.md', 'error pack-stray stray.md'],
  ]);
  expect(shape(folder, 'lenient')[1]).toEqual(['warning pack-stray c/page.md', 'warning pack-stray stray.md']);
});

test('a folder without any is one pack in lenient mode, and an error in strict', () => {
  const folder = folderWith('page.md', 'deep/er/page.md');
  expect(shape(folder, 'lenient')).toEqual([['sources  deep/er/page.md,page.md'], []]);
  expect(shape(folder, 'strict')[1]).toContain('error pack-none .');
});
