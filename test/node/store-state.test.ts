import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeSealed } from '../../content/node/sealed-file.ts';
import { emptyState, findState, prepareStore, readState, storePlaces, writeState } from '../../content/node/store-state.ts';
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
  await writeState(store, { ...emptyState, format: 3 as 2 });
  expect(() => readState(store)).toThrow('APP_TOO_OLD');
  for (const place of [storePlaces.stateA, storePlaces.stateB]) truncateSync(place(store), 70);
  expect(() => readState(store)).toThrow('STORE_DAMAGED');
});

test('a store in the place of a file is STORE_MISSING', () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => prepareStore(path.join(folder, 'file', 'store'))).toThrow('STORE_MISSING');
});

test('of two good states the newer one counts, and one damaged one loses nothing', async () => {
  const store = tempFolder();
  const first = await writeState(store, { ...emptyState, pinned: 'one' });
  const old = readFileSync(storePlaces.stateA(store));
  const second = await writeState(store, { ...first, pinned: 'two' });
  expect([first.sequence, second.sequence]).toEqual([1, 2]);
  writeFileSync(storePlaces.stateA(store), old);
  expect(findState(store)).toMatchObject({ state: { pinned: 'two' }, damaged: [] });
  truncateSync(storePlaces.stateA(store), 0);
  expect(findState(store)).toMatchObject({ state: { pinned: 'two' }, damaged: ['store-a.json'] });
  rmSync(storePlaces.stateA(store));
  expect(findState(store)).toMatchObject({ state: { pinned: 'two' }, damaged: ['store-a.json'] });
});

test('a state of format 1 is taken over', async () => {
  const store = tempFolder();
  const { sequence: _, ...rest } = emptyState;
  const channel = { id: 'x', firstRoot: '', set: null, floors: emptyState.directory.floors, edition: null, retired: null, segments: [] };
  await writeSealed(storePlaces.oldState(store), JSON.stringify({ ...rest, format: 1, pinned: 'abc', channels: [channel] }));
  expect(readState(store)).toMatchObject({ format: 2, sequence: 0, pinned: 'abc', channels: [{ id: 'x', earlier: [] }] });
});
