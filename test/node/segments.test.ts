import { appendFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { createSegment, readBlob, readTable } from '../../content/node/segments.ts';
import { prepareStore, storePlaces } from '../../content/node/store-state.ts';
import { tempFolder } from '../support/temp.ts';

const blobs = ['one', '', 'three'].map((text) => ({ bytes: Buffer.from(text), sha256: sha256(text), length: text.length }));

async function segmentIn(store: string) {
  prepareStore(store);
  const segment = createSegment(store, 'a.seg');
  for (const blob of blobs) segment.append(blob.bytes, blob);
  await segment.finish();
  return segment;
}

test('blobs are found by their digests and read verified', async () => {
  const store = tempFolder();
  const segment = await segmentIn(store);
  const table = readTable(store, 'a.seg');
  expect(table).toEqual(segment.places);
  for (const { bytes, sha256: digest } of blobs) {
    const place = table.get(digest);
    expect(place && readBlob(store, place, digest)).toEqual(bytes);
    expect(place && readBlob(store, place, sha256('other'))).toBeNull();
  }
});

test('a segment whose table is damaged holds nothing, at every length', async () => {
  const store = tempFolder();
  await segmentIn(store);
  const file = storePlaces.segment(store, 'a.seg');
  appendFileSync(file, 'x');
  for (let length = statSync(file).size; length >= 0; length -= 1) {
    truncateSync(file, length);
    expect(readTable(store, 'a.seg').size).toBe(length === statSync(file).size && length === 0 ? 0 : length === whole ? 3 : 0);
  }
  rmSync(file);
  expect(readTable(store, 'a.seg').size).toBe(0);
});
const whole = 8 + 3 * 40 + JSON.stringify(blobs.map(({ sha256: digest, length }) => [digest, length])).length + 16;

test('an abandoned segment leaves nothing behind', () => {
  const store = tempFolder();
  prepareStore(store);
  const segment = createSegment(store, 'a.seg');
  segment.append(Buffer.from('x'), { sha256: sha256('x'), length: 1 });
  segment.abandon();
  expect(readdirSync(path.join(store, 'blobs'))).toEqual([]);
});

test('a segment of the format before, without records, is read as ever', () => {
  const store = tempFolder();
  prepareStore(store);
  const table = JSON.stringify(blobs.map(({ sha256: digest, length }) => [digest, length]));
  const tail = `${table.length.toString(16).padStart(8, '0')}ng-seg-1`;
  writeFileSync(storePlaces.segment(store, 'a.seg'), Buffer.concat([...blobs.map(({ bytes }) => bytes), Buffer.from(table + tail)]));
  for (const { bytes, sha256: digest } of blobs) {
    const place = readTable(store, 'a.seg').get(digest);
    expect(place && readBlob(store, place, digest)).toEqual(bytes);
  }
});

test('a part goes on behind its last good blob', async () => {
  const store = tempFolder();
  prepareStore(store);
  const [one, two, three] = blobs as [(typeof blobs)[number], (typeof blobs)[number], (typeof blobs)[number]];
  const first = createSegment(store, 'a.seg');
  first.append(one.bytes, one);
  first.leave();
  appendFileSync(storePlaces.part(store, 'a.seg'), 'what was not written to its end');
  const second = createSegment(store, 'a.seg', { name: 'a.seg', rows: [[one.sha256, one.length]], end: 43 });
  second.append(two.bytes, two);
  second.append(three.bytes, three);
  await second.finish();
  expect(readdirSync(path.join(store, 'blobs'))).toEqual(['a.seg']);
  for (const { bytes, sha256: digest } of blobs) {
    const place = readTable(store, 'a.seg').get(digest);
    expect(place && readBlob(store, place, digest)).toEqual(bytes);
  }
});

test('a store that is gone is STORE_MISSING', () =>
  expect(() => createSegment(path.join(tempFolder(), 'none'), 'a.seg')).toThrow('STORE_MISSING'));
