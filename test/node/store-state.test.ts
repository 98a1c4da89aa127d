import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyState, prepareStore, readState, storePlaces, writeState } from '../../content/node/store-state.ts';
import { tempFolder } from '../support/temp.ts';

test('a new store is empty, and a written state comes back', async () => {
  const store = path.join(tempFolder(), 'store');
  expect(readState(store)).toEqual(emptyState);
  prepareStore(store);
  await writeState(store, { ...emptyState, pinned: 'abc' });
  expect(readState(store).pinned).toBe('abc');
});

test('a cut state is STORE_DAMAGED, a newer one APP_TOO_OLD', async () => {
  const store = tempFolder();
  await writeState(store, { ...emptyState, format: 2 as 1 });
  expect(() => readState(store)).toThrow('APP_TOO_OLD');
  truncateSync(storePlaces.state(store), 70);
  expect(() => readState(store)).toThrow('STORE_DAMAGED');
});

test('a store in the place of a file is STORE_MISSING', () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => prepareStore(path.join(folder, 'file', 'store'))).toThrow('STORE_MISSING');
});
