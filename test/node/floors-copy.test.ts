import { truncateSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noFloors } from '../../content/core/trust/state.ts';
import { highest, keepFloors, readFloors } from '../../content/node/floors-copy.ts';
import { readState } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

test('an import keeps the floors once more, and a damaged copy is none', async () => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  expect(readFloors(store)).toEqual({ pinned: '', directory: noFloors, channels: [] });
  await bring(share, store);
  const state = readState(store);
  const kept = readFloors(store);
  expect([kept.pinned, kept.directory]).toEqual([state.pinned, state.directory.floors]);
  expect(kept.channels.map(({ floors }) => floors)).toEqual(state.channels.map(({ floors }) => floors));
  truncateSync(path.join(store, 'floors.json'), 90);
  expect(readFloors(store).channels).toEqual([]);
  await keepFloors(store, state);
  expect(readFloors(store)).toEqual(kept);
});

test('of two the higher of each role counts', () =>
  expect(highest({ timestamp: 1, snapshot: 5, targets: 2 }, { timestamp: 3, snapshot: 4, targets: 2 })).toEqual({
    timestamp: 3,
    snapshot: 5,
    targets: 2,
  }));
