import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { damagedBlobs } from '../../content/node/holdings.ts';
import { healChannel } from '../../content/node/import-heal.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { openShare } from '../../content/node/share.ts';
import { readState } from '../../content/node/store-state.ts';
import { facebook, makeShareFolder, x } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

/** Changes a text where it lies in the store, and opens every guide, which notices it. */
async function damage(store: string, text: string): Promise<void> {
  for (const name of readdirSync(path.join(store, 'blobs'))) {
    const file = path.join(store, 'blobs', name);
    const at = readFileSync(file).indexOf(text);
    if (at < 0) continue;
    const handle = openSync(file, 'r+');
    writeSync(handle, 'X', at);
    closeSync(handle);
  }
  const local = await openLocalStore(store);
  for (const { guides } of local.held()) for (const { id } of guides) await local.openGuide(id).catch(() => undefined);
}

const page = '# Page\n\nOpen it.\n';

/** The seed that came with the app, and an edition of later in which one guide stayed as it was. */
async function seedAndLater() {
  const seed = await makeShareFolder();
  const bodies = { facebook: [page, '# New\n'], x: ['# Account\n\nSecure it.\n'] };
  const share = await makeShareFolder({ bodies, keys: seed.keys, roots: seed.roots, version: nowVersion + 60 });
  const store = tempFolder();
  await bring({ ...share, pinnedRoot: seed.pinnedRoot }, store);
  rmSync(share.folder, { recursive: true });
  return { seed, store };
}

test('with no share there, an older seed heals what it holds and brings back nothing else', async () => {
  const { seed, store } = await seedAndLater();
  const before = await readable(store);
  await damage(store, page);
  expect([...damagedBlobs(store)]).toEqual([sha256(page)]);
  const report = await bring(seed, store);
  expect([codes(report), report.changed]).toEqual([{ facebook: 'ROLLED_BACK', x: 'ROLLED_BACK' }, true]);
  expect(report.repaired).toEqual([`blobs/${sha256(page).slice(0, 12)}`]);
  expect([damagedBlobs(store).size, await readable(store)]).toEqual([0, before]);
  expect((await openLocalStore(store)).problems()).toEqual([]);
});

test('what the seed does not hold stays damaged, page by page', async () => {
  const { seed, store } = await seedAndLater();
  await damage(store, '# New\n');
  expect((await bring(seed, store)).changed).toBe(false);
  const local = await openLocalStore(store);
  const [first, second] = local.held()[0]?.guides ?? [];
  expect((await local.openGuide(first?.id as never)).source).toBe(page);
  await expect(local.openGuide(second?.id as never)).rejects.toThrow('BLOB_DAMAGED');
});

test('a seed with another text under the digest heals nothing', async () => {
  const { seed, store } = await seedAndLater();
  await damage(store, page);
  const handle = openSync(seed.blob(facebook, 'facebook-1.md'), 'r+');
  writeSync(handle, 'Y', 0);
  closeSync(handle);
  await bring(seed, store);
  expect([...damagedBlobs(store)]).toEqual([sha256(page)]);
});

test('a channel of which nothing is damaged is not touched', async () => {
  const { seed, store } = await seedAndLater();
  const channel = readState(store).channels.find(({ id }) => id === x);
  expect(channel && (await healChannel(store, openShare(seed.folder), channel))).toBeNull();
});
