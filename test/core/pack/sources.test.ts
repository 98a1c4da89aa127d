import { expect, test } from 'vitest';
import { packLimits } from '../../../content/core/pack/model.ts';
import { sortSources } from '../../../content/core/pack/sources.ts';

const file = (path: string, size = 1) => ({ path, bytes: new Uint8Array(size) });

test('files are sorted into what a pack is made of, in the order of their paths', () => {
  const sorted = sortSources(
    ['b.md', './a.MD', 'x\\y.png', 'pack.yml', 'synonyms.yml', 'c/pack.yml', 'z.pdf', '.DS_Store', 'b.md'].map((path) => file(path)),
  );
  expect(sorted.guides.map(({ path }) => path)).toEqual(['a.MD', 'b.md']);
  expect(sorted.images.map(({ path }) => path)).toEqual(['x/y.png']);
  expect([sorted.packYml?.path, sorted.synonyms?.path]).toEqual(['pack.yml', 'synonyms.yml']);
  expect(sorted.dropped).toEqual([
    { path: '.DS_Store', reason: 'not-guidance' },
    { path: 'b.md', reason: 'same-path' },
    { path: 'c/pack.yml', reason: 'not-guidance' },
    { path: 'z.pdf', reason: 'not-guidance' },
  ]);
});

test('what is too large or too much is left out and named', () => {
  const { guides, dropped } = sortSources([
    file('a.md', packLimits.guideBytes + 1),
    ...Array.from({ length: packLimits.files }, (_, index) => file(`g${index}.md`)),
  ]);
  expect(guides).toHaveLength(packLimits.files - 3);
  expect(dropped.map(({ reason }) => reason)).toEqual(['guide-too-large', 'too-many-files', 'too-many-files', 'too-many-files']);
});
