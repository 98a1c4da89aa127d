import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { shelveImages } from '../../../content/core/pack/images.ts';
import { png } from './pictures.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Sha256;

test('in a lenient build every picture gets a name of its own, and only those shown are kept', () => {
  const shelf = shelveImages(
    [
      { path: 'a/Logo.PNG', bytes: png(3, 4) },
      { path: 'b/logo.png', bytes: png(5, 6) },
      { path: 'c.png', bytes: new Uint8Array(4) },
    ],
    'lenient',
    ['index.json'],
  );
  expect(shelf.find('Logo.PNG', 'a/x.md')).toBe('a-logo.png');
  expect(shelf.find('../b/logo.png', 'a/x.md')).toBe('b-logo.png');
  expect(shelf.find('../c.png', 'a/x.md')).toBeNull();
  const { index, files, dropped, problems } = shelf.take(new Set(['a-logo.png']), sha256);
  expect(index).toEqual([
    { src: 'a-logo.png', file: 'a-logo.png', sha256: sha256(png(3, 4)), bytes: png(3, 4).length, type: 'image/png', width: 3, height: 4 },
  ]);
  expect(files.map(({ name }) => name)).toEqual(['a-logo.png']);
  expect(dropped).toEqual([
    { path: 'c.png', reason: 'image-type' },
    { path: 'b/logo.png', reason: 'image-unused' },
  ]);
  expect(problems.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`)).toEqual([
    'warning image-type c.png',
    'hint image-unused b/logo.png',
  ]);
});

test('in our own packs pictures keep their names, which must be valid and given once', () => {
  const shelf = shelveImages(
    ['ok.png', 'Big Name.png', 'a/ok.png', 'index.json.png'].map((path) => ({ path, bytes: png(3, 4) })),
    'strict',
    ['index.json'],
  );
  expect(['ok.png', 'Big Name.png'].map(shelf.has)).toEqual([true, false]);
  expect(
    shelf.take(new Set(['ok.png', 'index.json.png']), sha256).problems.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`),
  ).toEqual(['error image-name Big Name.png', 'error image-name a/ok.png']);
});
