import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTargetName } from '../../../content/core/base/target-name.ts';
import { createNamer, flatName } from '../../../content/core/pack/names.ts';

test.each(['a', 'index.json', 'x-setup.md', 'a_b.c-d', 'console.md', '1.root.json', 'a'.repeat(64)])('%s is a name', (name) =>
  expect(isTargetName(name)).toBe(true),
);
test.each([
  '',
  '.a',
  'A',
  'a/b',
  'a\\b',
  '../a',
  'a..b',
  'a.',
  'a b',
  'é',
  'a%2e',
  'a:b',
  'a?',
  'a#',
  'a\u0000',
  'con',
  'con.md',
  'nul.tar.gz',
  'lpt1',
  'com0.x',
  '-a',
  'a'.repeat(65),
  'a\n',
])('%j is none', (name) => expect(isTargetName(name)).toBe(false));

test.each([
  ['a/b/Index.MD', 'a-b-index.md'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Heddlu ŵ (2).PNG', 'heddlu-w-2.png'],
  ['con.md', 'con-x.md'],
  ['a.b.c.md', 'a-b-c.md'],
  ['.htaccess', 'htaccess'],
  ['日本', 'file'],
  ['x.', 'x'],
])('%s becomes %s', (path, name) => expect(flatName(path)).toBe(name));

test('several index.md get names of their own, the same every time', () => {
  const give = () => ['a/index.md', 'a-index.md', 'A/index.md', 'index.md', 'index.json'].map(createNamer(['index.json', 'index.md']));
  expect(give()).toEqual(['a-index.md', 'a-index-2.md', 'a-index-3.md', 'index-2.md', 'index-2.json']);
  expect(give()).toEqual(give());
});

test('law: any paths get valid names, each once', () => {
  const path = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.array(fc.constantFrom('con', 'a', 'A', '/', '.', '..', '.md', '-', '2', 'aux.', 'x'.repeat(70))).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const names = paths.map(createNamer(['index.json']));
      expect(names.filter((name) => !isTargetName(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }),
    { numRuns: 300 },
  );
});
