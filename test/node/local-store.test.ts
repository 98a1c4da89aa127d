import { closeSync, cpSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { readTable } from '../../content/node/segments.ts';
import { readState } from '../../content/node/store-state.ts';
import { facebook, makeShareFolder, type TestShare, x } from '../support/demo-share.ts';
import { bring, codes } from '../support/imports.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const page = 'facebook-1' as GuideId;
const later = nowVersion + 60;

async function filled(): Promise<{ share: TestShare; store: string }> {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  await bring(share, store);
  return { share, store };
}
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

/** Flips one byte of a blob where it lies in its segment. */
function rot(store: string, channel: ChannelId, bytes: number): void {
  for (const name of readState(store).channels.find(({ id }) => id === channel)?.segments ?? [])
    for (const place of readTable(store, name).values())
      if (place.length === bytes) {
        const file = openSync(path.join(store, 'blobs', name), 'r+');
        writeSync(file, 'X', place.offset + 3);
        closeSync(file);
      }
}

describe('a store', () => {
  test('that is not there yet is empty', async () => {
    const local = await openLocalStore(path.join(tempFolder(), 'none'));
    expect([local.held(), local.problems(), await local.synonyms()]).toEqual([[], [], []]);
    expect(await codeOf(local.openGuide(page))).toBe('GUIDE_NOT_FOUND');
  });

  test('lists its editions in the tree’s order, with what signed them', async () => {
    const local = await openLocalStore((await filled()).store);
    expect(local.held().map(({ info, guides }) => [info.title, guides.map(({ id }) => id)])).toEqual([
      ['The facebook channel', ['facebook-1', 'facebook-2']],
      ['The x channel', ['x-1']],
    ]);
    expect(local.held()[0]?.seal).toMatchObject({ version: nowVersion, threshold: 2, keys: 5, demo: true, checkedAt: now.toISOString() });
    expect(local.held()[0]?.seal.signers).toEqual(['Demonstration editor 1', 'Demonstration editor 2']);
    expect(structuredClone(local.held())).toEqual(local.held());
  });

  test('opens a guide with its blocks, images, seal and pack', async () => {
    const guide = await (await openLocalStore((await filled()).store)).openGuide(page);
    expect(guide).toMatchObject({ source: '# Page\n\nOpen it.\n', blockIds: ['bheading2', 'bpara222'], pack: { channel: 'facebook' } });
    expect(guide.summary).toMatchObject({ id: page, channel: 'facebook', title: 'Guide 1 of facebook', words: 3, lang: 'en-GB' });
    expect(guide.images.map(({ src, file }) => [src, file])).toEqual([['dot.png', 'dot.png']]);
  });

  test('opens images of the pack and nothing else', async () => {
    const local = await openLocalStore((await filled()).store);
    expect((await local.openFile(facebook, 'dot.png')).subarray(1, 4)).toEqual(Buffer.from('PNG'));
    for (const name of ['index.json', 'facebook-1.md', '../store.json', '', '__proto__'])
      expect(await codeOf(local.openFile(facebook, name))).toBe('IMAGE_NOT_FOUND');
    expect(await codeOf(local.openFile('none' as ChannelId, 'dot.png'))).toBe('IMAGE_NOT_FOUND');
  });

  test('gives all texts of a channel for the search index', async () => {
    const local = await openLocalStore((await filled()).store);
    const texts: string[] = [];
    for await (const { summary, source, blockIds } of local.guideTexts(facebook))
      texts.push(`${summary.id} ${source.length} ${blockIds.length}`);
    expect(texts).toEqual(['facebook-1 17 2', 'facebook-2 23 2']);
    for await (const _ of local.guideTexts('none' as ChannelId)) throw new Error('there is no such channel');
  });

  test('opens the images of an earlier edition as they were', async () => {
    const { share, store } = await filled();
    const local = await openLocalStore(store);
    const before = local.held()[0]?.seal.version ?? 0;
    const dot = Buffer.from(await local.openFile(facebook, 'dot.png'));
    const other = Buffer.concat([dot, Buffer.from('other')]);
    const redrawn = (file: EditionFile): EditionFile => {
      if (file.name === 'dot.png') return { ...file, bytes: other };
      const text = Buffer.from(file.bytes).toString();
      const changed = text.replaceAll(sha256(dot), sha256(other)).replaceAll(`"bytes":${dot.length}`, `"bytes":${other.length}`);
      return file.name === 'index.json' ? { ...file, bytes: Buffer.from(changed) } : file;
    };
    await makeShareFolder({ keys: share.keys, roots: share.roots, version: later, edit: (_, files) => files.map(redrawn) }, share.folder);
    await bring(share, store);
    await local.reload();
    const shown = async (edition?: number) => Buffer.from(await local.openFile(facebook, 'dot.png', edition)).equals(dot);
    expect([await shown(before), await shown(later), await shown()]).toEqual([true, false, false]);
    expect(await codeOf(local.openFile(facebook, 'dot.png', 5))).toBe('IMAGE_NOT_FOUND');
  });

  test('has a digest that changes with the edition', async () => {
    const { share, store } = await filled();
    const local = await openLocalStore(store);
    const before = [local.editionDigest(facebook), local.editionDigest(x)];
    await makeShareFolder(
      { bodies: { facebook: ['# Other\n'], x: ['# Account\n\nSecure it.\n'] }, keys: share.keys, roots: share.roots, version: later },
      share.folder,
    );
    await bring(share, store);
    await local.reload();
    expect(local.editionDigest(facebook)).not.toBe(before[0]);
    expect(local.editionDigest(x)).toBe(before[1]);
    expect(() => local.editionDigest('none' as ChannelId)).toThrow('GUIDE_NOT_FOUND');
  });

  test('that another process renewed goes on showing what was open, and earlier editions by their version', async () => {
    const { share, store } = await filled();
    const local = await openLocalStore(store);
    const versions = [local.held()[0]?.seal.version ?? 0];
    for (const step of [0, 1, 2]) {
      const bodies = { facebook: [`# Other ${step}\n`], x: ['# Another\n'] };
      await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: later + step }, share.folder);
      await bring(share, store);
      if (step === 0) expect((await local.openGuide(page)).source).toBe('# Page\n\nOpen it.\n');
      await local.reload();
      versions.push(local.held()[0]?.seal.version ?? 0);
    }
    const sources = versions.slice(1).map(async (version) => (await local.openGuide(page, version)).source);
    expect(await Promise.all(sources)).toEqual(['# Other 0\n', '# Other 1\n', '# Other 2\n']);
    expect(await codeOf(local.openGuide(page, versions[0]))).toBe('GUIDE_NOT_FOUND');
    expect(local.problems()).toEqual([]);
  });
});

describe('damage', () => {
  test('of one guide is one page, marked and healed by the next import', async () => {
    const { share, store } = await filled();
    rot(store, facebook, 17);
    const local = await openLocalStore(store);
    expect(await codeOf(local.openGuide(page))).toBe('BLOB_DAMAGED');
    expect(local.problems().map(({ code, channel }) => [code, channel])).toEqual([['BLOB_DAMAGED', facebook]]);
    expect((await local.openGuide('facebook-2' as GuideId)).source).toContain('Hide them');
    const texts: string[] = [];
    for await (const { summary } of local.guideTexts(facebook)) texts.push(summary.id);
    expect(texts).toEqual(['facebook-2']);

    const report = await bring(share, store);
    expect(report.channels.map(({ outcome, files }) => [outcome, files])).toEqual([
      ['imported', 1],
      ['current', 0],
    ]);
    await local.reload();
    expect([(await local.openGuide(page)).source, local.problems()]).toEqual(['# Page\n\nOpen it.\n', []]);
    expect(codes(await bring(share, store))).toEqual({ facebook: 'current', x: 'current' });
  });

  test('of an image is BLOB_DAMAGED', async () => {
    const { store } = await filled();
    rot(store, facebook, (await (await openLocalStore(store)).openFile(facebook, 'dot.png')).length);
    expect(await codeOf((await openLocalStore(store)).openFile(facebook, 'dot.png'))).toBe('BLOB_DAMAGED');
  });

  test.each(['cut', 'changed', 'deleted'] as const)('of derived files (%s) is repaired from the verified ones', async (how) => {
    const { store } = await filled();
    for (const name of readdirSync(path.join(store, 'derived'))) {
      const file = path.join(store, 'derived', name);
      if (how === 'cut') truncateSync(file, Math.floor(statSync(file).size / 2));
      else if (how === 'changed') writeFileSync(file, 'x'.repeat(statSync(file).size));
      else rmSync(file);
    }
    const local = await openLocalStore(store);
    expect((await local.openGuide(page)).blockIds).toEqual(['bheading2', 'bpara222']);
    expect(local.problems()).toEqual([]);
    expect(readdirSync(path.join(store, 'derived')).length).toBeGreaterThanOrEqual(2);
  });

  test('of a block table while the store is open is repaired too', async () => {
    const { store } = await filled();
    const local = await openLocalStore(store);
    for (const name of readdirSync(path.join(store, 'derived')).filter((file) => file.endsWith('.blocks')))
      rmSync(path.join(store, 'derived', name));
    expect((await local.openGuide(page)).blockIds).toEqual(['bheading2', 'bpara222']);
  });

  test('of a whole segment is one pack, and the other opens', async () => {
    const { store } = await filled();
    for (const name of readState(store).channels.find(({ id }) => id === facebook)?.segments ?? [])
      truncateSync(path.join(store, 'blobs', name), 10);
    const local = await openLocalStore(store);
    expect(await codeOf(local.openGuide(page))).toBe('BLOB_DAMAGED');
    expect((await local.openGuide('x-1' as GuideId)).source).toContain('Secure');
  });

  test('of everything derived and signed is STORE_DAMAGED for that pack', async () => {
    const { store } = await filled();
    rmSync(path.join(store, 'derived'), { recursive: true });
    rmSync(path.join(store, 'metadata'), { recursive: true });
    const local = await openLocalStore(store);
    expect([local.held(), local.problems().map(({ code }) => code)]).toEqual([[], ['STORE_DAMAGED', 'STORE_DAMAGED']]);
  });

  test('a store deleted while it is open is STORE_MISSING, and what was listed stays listed', async () => {
    const { store } = await filled();
    const local = await openLocalStore(store);
    rmSync(store, { recursive: true });
    expect(await codeOf(local.openGuide(page))).toBe('STORE_MISSING');
    expect(await codeOf(local.openFile(facebook, 'dot.png'))).toBe('STORE_MISSING');
    expect(local.held()).toHaveLength(2);
  });

  test('a store of a newer app is left alone', async () => {
    const { store } = await filled();
    const { writeSealed } = await import('../../content/node/sealed-file.ts');
    await writeSealed(path.join(store, 'store-a.json'), JSON.stringify({ ...readState(store), format: 3 }));
    expect(await codeOf(openLocalStore(store))).toBe('APP_TOO_OLD');
    const share = await makeShareFolder();
    expect((await bring(share, store)).error?.code).toBe('APP_TOO_OLD');
  });

  test('a copied store reads the same elsewhere', async () => {
    const { store } = await filled();
    const copy = tempFolder();
    cpSync(store, copy, { recursive: true });
    rmSync(store, { recursive: true });
    expect((await (await openLocalStore(copy)).openGuide(page)).source).toBe('# Page\n\nOpen it.\n');
  });
});
