import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { GuideId } from '../../content/core/base/ids.ts';
import { candidatesOf } from '../../content/node/candidates.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { storePlaces } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

// Seconds since 1970, as every version.
const version = 1_795_000_000;
const page = 'facebook-1' as GuideId;
const all = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, statSync(path.join(folder, name)).mtimeMs]);

async function twoStores() {
  const share = await makeShareFolder({ bodies: { facebook: ['# Old\n'], x: ['# Same\n'] }, version });
  const [own, machine] = [tempFolder(), tempFolder()];
  await bring(share, own);
  cpSync(own, machine, { recursive: true });
  await makeShareFolder(
    { bodies: { facebook: ['# New\n'], x: ['# Same\n'] }, keys: share.keys, roots: share.roots, version: version + 60 },
    share.folder,
  );
  return { share, own, machine };
}

test('the highest edition of either store is read, and the shared one is never written', async () => {
  const { share, own, machine } = await twoStores();
  await bring(share, machine);
  const before = all(machine);
  const local = await openLocalStore([own, machine]);
  expect((await local.openGuide(page)).source).toBe('# New\n');
  expect((await local.openGuide(page, version)).source).toBe('# Old\n');
  for (const name of readdirSync(storePlaces.derived(machine))) writeFileSync(path.join(storePlaces.derived(machine), name), 'x');
  expect((await (await openLocalStore([own, machine])).openGuide(page)).source).toBe('# New\n');
  expect(all(machine).map(([name]) => name)).toEqual(before.map(([name]) => name));
  for (const name of readdirSync(storePlaces.derived(machine)))
    expect(readFileSync(path.join(storePlaces.derived(machine), name), 'utf8')).toBe('x');
});

test('an older shared store does not hold the own one back', async () => {
  const { share, own, machine } = await twoStores();
  await bring(share, own);
  expect((await (await openLocalStore([own, machine])).openGuide(page)).source).toBe('# New\n');
});

test('a shared store that is missing, damaged or cut in the middle is no error', async () => {
  const { share, own, machine } = await twoStores();
  const source = async () => (await (await openLocalStore([own, machine])).openGuide(page)).source;
  await bring(share, machine);
  for (const name of readdirSync(storePlaces.blobs(machine))) writeFileSync(path.join(storePlaces.blobs(machine), name), 'x');
  expect(await source()).toBe('# Old\n');
  for (const place of [storePlaces.stateA, storePlaces.stateB]) writeFileSync(place(machine), 'x');
  expect(await source()).toBe('# Old\n');
  expect(candidatesOf([own, machine]).problems).toEqual([]);
  rmSync(machine, { recursive: true });
  expect(await source()).toBe('# Old\n');
});
