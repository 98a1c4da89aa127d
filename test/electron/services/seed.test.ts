import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../../content/node/hash.ts';
import { damagedBlobs, markDamaged } from '../../../content/node/holdings.ts';
import { importShare } from '../../../content/node/import-share.ts';
import { importSeed, rememberSeed, seedIsKnown, seedStamp } from '../../../electron/services/seed.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { now, nowVersion } from '../../support/signed-repository.ts';
import { tempFolder } from '../../support/temp.ts';

async function seeded() {
  const [share, userData] = [await makeShareFolder(), tempFolder()];
  const pinnedRoot = path.join(userData, 'root.json');
  writeFileSync(pinnedRoot, share.pinnedRoot);
  return { share, places: { seed: share.folder, pinnedRoot, store: path.join(userData, 'store'), userData } };
}

test('a seed is imported once its signatures were checked', async () => {
  const { places } = await seeded();
  expect(await importSeed(places, now)).toMatchObject({
    error: null,
    changed: true,
    channels: [{ outcome: 'imported' }, { outcome: 'imported' }],
  });
});

test('a seed is imported elsewhere where that is possible, else here', async () => {
  const { places } = await seeded();
  const asked: string[] = [];
  const elsewhere = { error: null, directory: { error: null, warnings: [] }, channels: [], changed: false };
  const there = async (seed: string) => {
    asked.push(seed);
    return elsewhere;
  };
  expect(await importSeed(places, now, there)).toEqual(elsewhere);
  expect(asked).toEqual([places.seed]);
  expect(await importSeed(places, now, async () => null)).toMatchObject({ changed: true });
});

test('a seed of another root is refused', async () => {
  const { places } = await seeded();
  writeFileSync(places.pinnedRoot, (await makeShareFolder()).pinnedRoot);
  const report = await importSeed(places, now);
  expect(report.changed).toBe(false);
  expect(report.error ?? report.directory.error).not.toBeNull();
});

test('a seed older than what is held is no trouble, and what it still holds heals', async () => {
  const { share, places } = await seeded();
  const page = '# Page\n\nOpen it.\n';
  const bodies = { facebook: [page, '# New\n'], x: ['# Here\n'] };
  const newer = await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: nowVersion + 60 });
  await importShare({ store: places.store, share: newer.folder, pinnedRoot: share.pinnedRoot, now });
  markDamaged(places.store, sha256(page));
  const report = await importSeed(places, now);
  expect([report.error, report.directory.error, ...report.channels.map(({ error }) => error)]).toEqual([null, null, null, null]);
  expect([report.changed, damagedBlobs(places.store).size]).toEqual([true, 0]);
});

test('a missing seed or root is a code', async () => {
  const { places } = await seeded();
  rmSync(places.pinnedRoot);
  expect((await importSeed(places, now)).error?.code).toBe('SEED_MISSING');
  expect((await importSeed({ ...places, seed: path.join(places.seed, 'none') }, now)).error?.code).toBe('SEED_MISSING');
});

test('a seed of which a part is missing is a fault of the installation, not of a shared folder', async () => {
  const { share, places } = await seeded();
  rmSync(share.metadata('directory', 'timestamp.json'));
  expect((await importSeed(places, now)).error?.code).toBe('SEED_MISSING');
});

test('a seed is known by its signed files', async () => {
  const { share, places } = await seeded();
  expect(await seedIsKnown(places)).toBe(false);
  await rememberSeed(places);
  expect(await seedIsKnown(places)).toBe(true);
  writeFileSync(share.metadata('directory', 'timestamp.json'), '{}');
  expect(await seedIsKnown(places)).toBe(false);
  expect(seedStamp(path.join(places.seed, 'none'))).toBeNull();
});

test('a mark that is damaged only means looking again', async () => {
  const { places } = await seeded();
  writeFileSync(path.join(places.userData, 'seed.json'), '{');
  expect(await seedIsKnown(places)).toBe(false);
});
