import { rmSync, truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recoverState } from '../../content/node/recover-store.ts';
import { emptyState, findState, readState, storePlaces } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring, readable } from '../support/imports.ts';
import { now } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

test('both states lost: floors, editions and blobs come back without the blobs of a share', async () => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  await bring(share, store);
  const before = readState(store);
  rmSync(storePlaces.stateA(store));
  rmSync(storePlaces.stateB(store));
  expect(recoverState(store, share.pinnedRoot, now).directory).toEqual(before.directory);
  const report = await bring(share, store);
  expect(report.channels.map(({ outcome, files }) => [outcome, files])).toEqual([
    ['current', 0],
    ['current', 0],
  ]);
  expect(readState(store).channels).toEqual(before.channels);
  expect(await readable(store)).toHaveLength(3);
});

test('another pinned root recovers nothing', async () => {
  const [share, other, store] = [await makeShareFolder(), await makeShareFolder(), tempFolder()];
  await bring(share, store);
  expect(recoverState(store, other.pinnedRoot, now)).toEqual(emptyState);
});

test('one state damaged is whole again after the next import, and said so', async () => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  await bring(share, store);
  truncateSync(storePlaces.stateB(store), 40);
  expect((await bring(share, store)).repaired).toEqual(['store-b.json']);
  expect(findState(store).damaged).toEqual([]);
});
