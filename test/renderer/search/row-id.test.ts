import { expect, test } from 'vitest';
import { rowId } from '../../../renderer/search/row-id.ts';

test('every row has a name of its own', () => {
  expect(new Set([0, 1, 2].map(rowId)).size).toBe(3);
});
