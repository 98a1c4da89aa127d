import path from 'node:path';
import { expect, test } from 'vitest';
import { isInside, isPlainName, joinNames } from '../../content/node/safe-path.ts';

test.each(['..', '.', '', 'a/b', 'a\\b', 'C:', 'a\0b', 'a\nb', 'a?b', 'x'.repeat(256)])('%j is no plain name', (name) => {
  expect(isPlainName(name)).toBe(false);
  expect(() => joinNames('folder', name)).toThrow('MALFORMED');
});

test('plain names are joined', () => expect(joinNames('a', 'b', '1.root.json')).toBe(path.join('a', 'b', '1.root.json')));

test('inside is compared with the separator on', () => {
  const at = (...names: string[]) => path.resolve('/', ...names);
  expect([
    isInside(at('a'), at('a')),
    isInside(at('a'), at('a', 'b')),
    isInside(at('a'), at('ab')),
    isInside(at('a', 'b'), at('a')),
    isInside(at('a'), at('a', '..b')),
  ]).toEqual([true, true, false, false, true]);
});
