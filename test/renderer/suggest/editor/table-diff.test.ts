import { expect, test } from 'vitest';
import { matchRows } from '../../../../renderer/suggest/editor/table-diff.ts';

test.each([
  ['a row that changed', ['a', 'b', 'c'], ['a', 'x', 'c'], [0, 1, 2], []],
  ['a row that came', ['a', 'c'], ['a', 'b', 'c'], [0, null, 1], []],
  ['a row that went', ['a', 'b', 'c'], ['a', 'c'], [0, 2], [{ row: 1, before: 1 }]],
  ['the last row that went', ['a', 'b'], ['a'], [0], [{ row: 1, before: 1 }]],
  ['nothing before', [], ['a'], [null], []],
])('%s', (_name, old, next, from, gone) => expect(matchRows(old, next)).toEqual({ from, gone }));
