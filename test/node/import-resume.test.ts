import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { channelOfFile, leftBehind } from '../../content/node/import-resume.ts';
import { importShare } from '../../content/node/import-share.ts';
import { createSegment, readBlob, recordBytes } from '../../content/node/segments.ts';
import { emptyState, prepareStore, storePlaces } from '../../content/node/store-state.ts';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { now } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const texts = ['one', 'two and', 'three'];
const blobs = texts.map((text) => ({ bytes: Buffer.from(text), sha256: sha256(text), length: text.length }));
const name = 'facebook-0123456789abcdef.seg';

function storeWithPart(): { store: string; file: string } {
  const store = tempFolder();
  prepareStore(store);
  const segment = createSegment(store, name);
  for (const blob of blobs) segment.append(blob.bytes, blob);
  segment.leave();
  return { store, file: storePlaces.part(store, name) };
}

test('a part is taken up with all that was written to it', async () => {
  const { store } = storeWithPart();
  const left = await leftBehind(store, facebook, emptyState);
  expect(left.part?.rows).toEqual(blobs.map(({ sha256: digest, length }) => [digest, length]));
  for (const { bytes, sha256: digest } of blobs) {
    const place = left.places.get(digest);
    expect(place && readBlob(store, place, digest)).toEqual(bytes);
  }
});

describe('after a power cut', () => {
  const ends = blobs.map((_, at) => blobs.slice(0, at + 1).reduce((sum, { length }) => sum + recordBytes + length, 0));

  test('a part cut at any length keeps the blobs that are whole', async () => {
    const { store, file } = storeWithPart();
    for (let size = statSync(file).size; size > (ends[0] ?? 0); size -= 1) {
      truncateSync(file, size);
      expect((await leftBehind(store, facebook, emptyState)).part?.rows.length).toBe(ends.filter((end) => end <= size).length);
    }
    truncateSync(file, (ends[0] ?? 0) - 1);
    expect((await leftBehind(store, facebook, emptyState)).part).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  test('a part that is zeroes from any place on, too', async () => {
    const { store, file } = storeWithPart();
    const whole = readFileSync(file);
    for (let from = whole.length - 1; from >= (ends[0] ?? 0); from -= 1) {
      writeFileSync(file, Buffer.concat([whole.subarray(0, from), Buffer.alloc(whole.length - from + 300)]));
      expect((await leftBehind(store, facebook, emptyState)).part?.rows.length).toBe(ends.filter((end) => end <= from).length);
    }
  });

  test('and a byte changed in the middle drops what follows', async () => {
    const { store, file } = storeWithPart();
    const bytes = readFileSync(file);
    bytes.write('T', ends[0] === undefined ? 0 : ends[0] + recordBytes);
    writeFileSync(file, bytes);
    expect((await leftBehind(store, facebook, emptyState)).part?.rows.length).toBe(1);
  });
});

test('a record that claims more than a file may have ends the part', async () => {
  const { store, file } = storeWithPart();
  const record = Buffer.alloc(recordBytes);
  record.write('ngb2');
  record.writeUInt32LE(0xffffffff, recordBytes - 4);
  appendFileSync(file, record);
  expect((await leftBehind(store, facebook, emptyState)).part?.rows.length).toBe(3);
});

test('names belong to their channel alone', () => {
  expect(channelOfFile(name)).toBe('facebook');
  expect(channelOfFile('face-book-0123456789abcdef.part')).toBe('face-book');
  expect(channelOfFile('facebook-0123456789abcdef.seg.tmp')).toBeNull();
});

/** Lets so many files be opened in a channel's targets, and then none. */
const stopAfter = (count: number, slowMs = 0) => {
  let opened = 0;
  return {
    asked: (what: string) => {
      if (what === 'open') opened += 1;
      for (const until = performance.now() + (what === 'open' ? slowMs : 0); performance.now() < until; );
      if (what === 'open' && opened > count) throw Object.assign(new Error('gone'), { code: 'EIO' });
    },
    answered: () => undefined,
    count: () => opened,
  };
};

test.each([0, 4])('a share that goes away half-way loses nothing of what had come (%i ms an answer)', async (slowMs) => {
  const bodies = { facebook: Array.from({ length: 24 }, (_, at) => `# Page ${at}\n`) };
  const share = await makeShareFolder({ bodies });
  const input = { share: share.folder, pinnedRoot: share.pinnedRoot, now };
  const all = stopAfter(Number.POSITIVE_INFINITY);
  await importShare({ ...input, store: tempFolder(), watch: all });
  for (let cut = 8; cut < all.count(); cut += 6) {
    const store = tempFolder();
    const first = stopAfter(cut, slowMs);
    expect(codes(await importShare({ ...input, store, watch: first }))).not.toEqual({ facebook: 'imported' });
    const had = readdirSync(path.join(store, 'blobs')).length > 0 ? await blobCount(store) : 0;
    const second = await importShare({ ...input, store });
    expect([codes(second), second.channels[0]?.files]).toEqual([{ facebook: 'imported' }, 26 - had]);
    // Where each answer takes long, eight are asked at once; what had come by then is kept.
    expect(had).toBeGreaterThanOrEqual(cut < 16 ? 0 : cut - 8 - 8);
    expect(await readable(store)).toHaveLength(24);
    expect(readdirSync(path.join(store, 'blobs')).filter((file) => !file.endsWith('.seg'))).toEqual([]);
  }
});

const blobCount = async (store: string): Promise<number> => (await leftBehind(store, facebook, emptyState)).verified.size;

test('finished segments that no state names yet are used again', async () => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  await bring(share, store);
  for (const place of [storePlaces.stateA(store), storePlaces.stateB(store)]) writeFileSync(place, '');
  // As before the first commit: no state, no sets, no floors.
  const other = tempFolder();
  prepareStore(other);
  for (const file of readdirSync(path.join(store, 'blobs')))
    writeFileSync(path.join(other, 'blobs', file), readFileSync(path.join(store, 'blobs', file)));
  const report = await bring(share, other);
  expect(report.channels.map(({ outcome, files }) => [outcome, files])).toEqual([
    ['imported', 0],
    ['imported', 0],
  ]);
});
