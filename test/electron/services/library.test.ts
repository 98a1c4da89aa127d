import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChannelId, GuideId } from '../../../content/core/base/ids.ts';
import { importShare } from '../../../content/node/import-share.ts';
import { openLocalStore } from '../../../content/node/local-store.ts';
import type { LibraryState } from '../../../electron/ipc/replies.ts';
import { imageType, libraryHandlers, openLibrary } from '../../../electron/services/library.ts';
import { importSeed, rememberSeed, seedIsKnown } from '../../../electron/services/seed.ts';
import { makeShareFolder, type TestShare } from '../../support/demo-share.ts';
import { now, nowVersion } from '../../support/signed-repository.ts';
import { tempFolder } from '../../support/temp.ts';

const guide = 'facebook-1' as GuideId;

function start(
  share: Pick<TestShare, 'folder' | 'pinnedRoot'>,
  userData = tempFolder(),
  mended: (isWhole: boolean) => void = () => undefined,
) {
  const said: string[] = [];
  const told: LibraryState[] = [];
  const pinnedRoot = path.join(userData, 'root.json');
  writeFileSync(pinnedRoot, share.pinnedRoot);
  const places = { seed: share.folder, pinnedRoot, store: path.join(userData, 'store'), userData };
  let imports = 0;
  const library = openLibrary({
    openStore: () => openLocalStore(places.store),
    importSeed: () => {
      imports += 1;
      return importSeed(places, now);
    },
    seedIsKnown: () => seedIsKnown(places),
    rememberSeed: () => rememberSeed(places),
    log: (event, { code }) => said.push(`${event} ${code}`),
    changed: (state) => told.push(state),
    mended,
  });
  return { library, places, said, told, imports: () => imports };
}

const damageBlobs = (store: string) => {
  for (const name of readdirSync(path.join(store, 'blobs'))) truncateSync(path.join(store, 'blobs', name), 10);
};

describe('the library', () => {
  test('is filled from the seed at the first start, and only then', async () => {
    const share = await makeShareFolder();
    const first = start(share);
    await first.library.ready;
    expect(first.library.state()).toMatchObject({ packs: [{ info: { title: 'The facebook channel' } }, {}], problems: [] });
    expect(first.library.state().guides).toHaveLength(3);
    const second = start(share, first.places.userData);
    await second.library.ready;
    await second.library.refresh();
    expect([first.imports(), second.imports(), second.told.length]).toEqual([1, 0, 0]);
  });

  test('gives a guide as it is held, of the edition that is named, and of no other', async () => {
    const { library } = start(await makeShareFolder());
    const shown = await library.guide(guide);
    const held = await library.held(guide, shown.seal.version);
    expect([held.source, held.seal]).toEqual([shown.source, shown.seal]);
    await expect(library.held(guide, shown.seal.version - 1)).rejects.toMatchObject({ code: 'GUIDE_NOT_FOUND' });
  });

  test('answers with one verified guide, its images as addresses of ours', async () => {
    const { library } = start(await makeShareFolder());
    const document = await libraryHandlers(library)['library.guide']({ id: guide });
    expect(document).toMatchObject({
      source: '# Page\n\nOpen it.\n',
      pack: { channel: 'facebook' },
      images: { 'dot.png': { url: `guides://image/facebook/${nowVersion}/dot.png`, width: 1, height: 1 } },
    });
    expect(document.blockIds).toHaveLength(2);
    expect(await library.image('facebook' as ChannelId, 'dot.png', null)).toMatchObject({ type: 'image/png' });
  });

  test('says with a code what it does not hold', async () => {
    const { library } = start(await makeShareFolder());
    await expect(library.guide('none' as GuideId)).rejects.toMatchObject({ code: 'GUIDE_NOT_FOUND' });
    await expect(library.image('facebook' as ChannelId, 'none.png', null)).rejects.toMatchObject({ code: 'IMAGE_NOT_FOUND' });
  });

  test('brings in a newer seed when the window is at rest, and tells it', async () => {
    const share = await makeShareFolder();
    const first = start(share);
    await first.library.ready;
    await makeShareFolder(
      {
        keys: share.keys,
        roots: share.roots,
        version: nowVersion + 60,
        bodies: { facebook: ['# Page\n\nNewer.\n'], x: ['# Account\n\nSecure it.\n'] },
      },
      share.folder,
    );
    const second = start(share, first.places.userData);
    expect((await second.library.guide(guide)).source).toContain('Open it.');
    await second.library.refresh();
    expect((await second.library.guide(guide)).source).toContain('Newer.');
    expect([second.imports(), second.told.length]).toEqual([1, 1]);
  });

  test('keeps the last good edition when a newer seed is broken, and says so', async () => {
    const share = await makeShareFolder();
    const first = start(share);
    await first.library.ready;
    writeFileSync(share.metadata('facebook' as ChannelId, 'timestamp.json'), '{"signed":');
    const second = start(share, first.places.userData);
    await second.library.refresh();
    expect((await second.library.guide(guide)).source).toContain('Open it.');
    expect(second.library.state().problems).toMatchObject([{ channel: 'facebook', code: 'INCOMPLETE' }]);
    expect(second.said).toEqual(['seed INCOMPLETE']);
  });

  test('mends damaged files from the seed while it runs', async () => {
    const { library, places, said, told } = start(await makeShareFolder());
    await library.ready;
    damageBlobs(places.store);
    expect((await library.guide(guide)).source).toContain('Open it.');
    expect([said, told.length]).toEqual([['mending BLOB_DAMAGED'], 1]);
  });

  test('reads what another process brought in, and forgets what was wrong with the seed', async () => {
    const share = await makeShareFolder();
    const first = start({ folder: path.join(share.folder, 'none'), pinnedRoot: share.pinnedRoot });
    await first.library.ready;
    expect(first.library.state()).toMatchObject({ packs: [], problems: [{ code: 'SEED_MISSING' }] });
    await importShare({ store: first.places.store, share: share.folder, pinnedRoot: share.pinnedRoot, now });
    await first.library.reload();
    expect(first.told.at(-1)).toMatchObject({ packs: [{}, {}], problems: [] });
    expect((await first.library.guide(guide)).source).toContain('Open it.');
  });

  test('tells whether damage could be mended, so that a share may be asked', async () => {
    const share = await makeShareFolder();
    const mended: boolean[] = [];
    const { library, places } = start(share, tempFolder(), (isWhole) => mended.push(isWhole));
    await library.ready;
    damageBlobs(places.store);
    await library.guide(guide);
    rmSync(share.folder, { recursive: true });
    damageBlobs(places.store);
    await expect(library.guide(guide)).rejects.toMatchObject({ code: 'BLOB_DAMAGED' });
    expect(mended).toEqual([true, false]);
  });

  test('mends a store that was deleted while it runs', async () => {
    const { library, places } = start(await makeShareFolder());
    await library.ready;
    rmSync(places.store, { recursive: true });
    expect((await library.guide(guide)).source).toContain('Open it.');
  });

  test('mends a store whose state was damaged before the start', async () => {
    const share = await makeShareFolder();
    const first = start(share);
    await first.library.ready;
    for (const name of ['store-a.json', 'store-b.json']) writeFileSync(path.join(first.places.store, name), 'nonsense');
    const second = start(share, first.places.userData);
    expect((await second.library.guide(guide)).source).toContain('Open it.');
    expect(second.library.state().problems).toEqual([]);
  });

  test('says with a code when a damaged guide cannot be mended', async () => {
    const { library, places, imports } = start(await makeShareFolder());
    await library.ready;
    damageBlobs(places.store);
    rmSync(places.seed, { recursive: true });
    await expect(library.guide(guide)).rejects.toMatchObject({ code: 'BLOB_DAMAGED' });
    expect(library.state().problems.map(({ code }) => code)).toContain('SEED_MISSING');
    expect(imports()).toBe(2);
  });

  test('says that the store is gone, not that the guide is unknown, when there is nothing to fill it from', async () => {
    const { library, places } = start(await makeShareFolder());
    await library.ready;
    rmSync(places.store, { recursive: true });
    rmSync(places.seed, { recursive: true });
    await expect(library.guide(guide)).rejects.toMatchObject({ code: 'STORE_MISSING' });
  });

  test('starts empty, with a code, without a seed', async () => {
    const { library } = start({ folder: path.join(tempFolder(), 'none'), pinnedRoot: new Uint8Array() });
    await library.ready;
    expect(library.state()).toMatchObject({ packs: [], guides: [], problems: [{ code: 'SEED_MISSING', channel: null }] });
    await expect(library.guide(guide)).rejects.toMatchObject({ code: 'GUIDE_NOT_FOUND' });
  });

  test('fills once when many ask at the same time', async () => {
    const { library, places, imports } = start(await makeShareFolder());
    await library.ready;
    rmSync(places.store, { recursive: true });
    await Promise.all(Array.from({ length: 5 }, () => library.guide(guide)));
    expect(imports()).toBe(2);
  });
});

test.each([
  ['89504e470d0a1a0a00', 'image/png'],
  ['ffd8ffe0', 'image/jpeg'],
  ['524946460000000057454250', 'image/webp'],
  [Buffer.from('\uFEFF<?xml version="1.0"?>\n<!-- x --><svg xmlns="x">').toString('hex'), 'image/svg+xml'],
  [Buffer.from('<svg>').toString('hex'), 'image/svg+xml'],
  [Buffer.from('<html><svg>').toString('hex'), null],
  [Buffer.from('GIF89a').toString('hex'), null],
  [Buffer.from('<!doctype html>').toString('hex'), null],
  ['', null],
])('bytes %s are served as %s', (hex, type) => expect(imageType(Buffer.from(hex, 'hex'))).toBe(type));
