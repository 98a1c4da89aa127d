// What a group answers reaches the reader's own store, verified; an edition without it is an edition all the same.
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChannelId, Sha256 } from '../../content/core/base/ids.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { noResponses, type Responses, withEvent } from '../../content/core/suggestion/responses.ts';
import { responsesFileName, writeResponses } from '../../content/core/suggestion/responses-json.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { readTable } from '../../content/node/segments.ts';
import { readState } from '../../content/node/store-state.ts';
import { facebook, makeShareFolder, type TestShare, x } from '../support/demo-share.ts';
import { bring, codes } from '../support/imports.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const digest = (digit: string): Sha256 => digit.repeat(64) as Sha256;
const first = withEvent(noResponses, digest('a'), { state: 'received', on: '2026-11-23', words: 'Thank you.' });
const second = withEvent(first, digest('a'), { state: 'accepted', edition: '0.2', on: '2026-11-24', words: '' });

const carrying = (bytes: Uint8Array) => (channel: ChannelId, files: readonly EditionFile[]) =>
  channel === facebook ? [...files, { name: responsesFileName, bytes }] : files;

async function shareThatSays(said: Responses | Uint8Array, before?: TestShare, step = 0): Promise<TestShare> {
  const bytes = said instanceof Uint8Array ? said : writeResponses(said);
  const again = before && { keys: before.keys, roots: before.roots };
  return makeShareFolder({ ...again, version: nowVersion + step, edit: carrying(bytes) }, before?.folder);
}

function rotResponses(store: string, length: number): void {
  for (const name of readState(store).channels.find(({ id }) => id === facebook)?.segments ?? [])
    for (const place of readTable(store, name).values())
      if (place.length === length) {
        const file = openSync(path.join(store, 'blobs', name), 'r+');
        writeSync(file, 'X', place.offset + 3);
        closeSync(file);
      }
}

describe('what a group answers', () => {
  test('is read from the newest edition of its channel, and of no other', async () => {
    const store = tempFolder();
    await bring(await shareThatSays(first), store);
    const local = await openLocalStore(store);
    expect(await local.openResponses(facebook)).toEqual(first);
    expect([await local.openResponses(x), await local.openResponses('none' as ChannelId)]).toEqual([null, null]);
    expect(local.problems()).toEqual([]);
  });

  test('is new where nothing else of the edition is: the index is the same, byte for byte', async () => {
    const store = tempFolder();
    const share = await shareThatSays(first);
    await bring(share, store);
    const local = await openLocalStore(store);
    const before = local.editionDigest(facebook);
    await shareThatSays(second, share, 60);
    expect(codes(await bring(share, store))).toMatchObject({ facebook: 'imported' });
    await local.reload();
    expect(await local.openResponses(facebook)).toEqual(second);
    expect(local.editionDigest(facebook)).toBe(before);
    // And gone again with an edition that carries none.
    await makeShareFolder({ keys: share.keys, roots: share.roots, version: nowVersion + 120 }, share.folder);
    await bring(share, store);
    await local.reload();
    expect(await local.openResponses(facebook)).toBe(null);
  });

  test('is passed over where it is none, and the guides are read', async () => {
    const store = tempFolder();
    await bring(await shareThatSays(Buffer.from('{"answers": [')), store);
    const local = await openLocalStore(store);
    expect(await local.openResponses(facebook)).toEqual(noResponses);
    expect(local.held()).toHaveLength(2);
  });

  test('damaged on this PC is said, and healed by the next import', async () => {
    const store = tempFolder();
    const share = await shareThatSays(first);
    await bring(share, store);
    rotResponses(store, writeResponses(first).length);
    const local = await openLocalStore(store);
    expect(await local.openResponses(facebook)).toBe(null);
    expect(local.problems().map(({ code, channel }) => [code, channel])).toEqual([['BLOB_DAMAGED', facebook]]);
    await bring(share, store);
    await local.reload();
    expect(await local.openResponses(facebook)).toEqual(first);
  });

  test('is read from a store that all users of a PC share', async () => {
    const [machine, own] = [tempFolder(), tempFolder()];
    await bring(await shareThatSays(first), machine);
    expect(await (await openLocalStore([own, machine])).openResponses(facebook)).toEqual(first);
  });
});
