import { rmSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { recoverState } from '../../content/node/recover-store.ts';
import { emptyState, findState, readState, storePlaces } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
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

test('another pinned root recovers nothing but the floors', async () => {
  const [share, other, store] = [await makeShareFolder(), await makeShareFolder(), tempFolder()];
  await bring(share, store);
  const { floors } = readState(store).directory;
  expect(recoverState(store, other.pinnedRoot, now)).toEqual({ ...emptyState, directory: { set: null, floors } });
});

test('one state damaged is whole again after the next import, and said so', async () => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  await bring(share, store);
  truncateSync(storePlaces.stateB(store), 40);
  expect((await bring(share, store)).repaired).toEqual(['store-b.json']);
  expect(findState(store).damaged).toEqual([]);
});

describe('both states and signed files lost', () => {
  /** A store that held an edition before the newest one. */
  async function twice() {
    const old = await makeShareFolder();
    const bodies = { facebook: ['# New\n'], x: ['# Newer\n'] };
    const newer = await makeShareFolder({ bodies, keys: old.keys, roots: old.roots, version: nowVersion + 60 });
    const store = tempFolder();
    await bring(old, store);
    await bring({ ...newer, pinnedRoot: old.pinnedRoot }, store);
    const state = readState(store);
    for (const place of [storePlaces.stateA(store), storePlaces.stateB(store)]) rmSync(place);
    return { old, newer: { ...newer, pinnedRoot: old.pinnedRoot }, store, state };
  }

  test.each(['directory', 'facebook', 'x'])('the set of %s: an older share is refused, the newest heals', async (which) => {
    const { old, newer, store, state } = await twice();
    const set = which === 'directory' ? state.directory.set : state.channels.find(({ id }) => id === which)?.set;
    rmSync(storePlaces.set(store, set as Sha256));
    const refused = await bring(old, store);
    expect(JSON.stringify(refused)).toContain('ROLLED_BACK');
    expect(refused.channels.map(({ outcome }) => outcome)).not.toContain('imported');
    expect(Object.values(codes(await bring(newer, store))).every((code) => ['imported', 'current'].includes(code))).toBe(true);
    expect(await readable(store)).toEqual(['# New\n', '# Newer\n']);
  });

  test('all of them, too', async () => {
    const { old, newer, store } = await twice();
    rmSync(storePlaces.metadata(store), { recursive: true });
    expect((await bring(old, store)).error?.code).toBe('ROLLED_BACK');
    const report = await bring(newer, store);
    expect(codes(report)).toEqual({ facebook: 'imported', x: 'imported' });
    // Their blobs were still there.
    expect(report.channels.map(({ files }) => files)).toEqual([0, 0]);
  });
});
