import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyBlobs, type WantedBlob } from '../../content/node/copy-blobs.ts';
import { sha256 } from '../../content/node/hash.ts';
import { createSegment, readBlob, readTable } from '../../content/node/segments.ts';
import { openShare, type ShareFolder } from '../../content/node/share.ts';
import { prepareStore } from '../../content/node/store-state.ts';
import { tempFolder } from '../support/temp.ts';

function shareOf(contents: readonly Buffer[]): { share: ShareFolder; folder: string; wanted: WantedBlob[] } {
  const root = tempFolder();
  mkdirSync(path.join(root, 'targets'));
  const wanted = contents.map((bytes, index) => {
    writeFileSync(path.join(root, 'targets', `${index}`), bytes);
    return { file: `${index}`, sha256: sha256(bytes), length: bytes.length };
  });
  const share = openShare(root);
  return { share, folder: share.folder('targets') as string, wanted };
}

/** As a share behind a slow line answers: each file takes a few milliseconds. */
function slowly(share: ShareFolder): ShareFolder {
  return {
    ...share,
    readInto(...args) {
      const until = performance.now() + 4;
      while (performance.now() < until);
      return share.readInto(...args);
    },
  };
}

const mixed = [
  ...Array.from({ length: 40 }, (_, index) => Buffer.from(`text ${index}`)),
  Buffer.alloc(5 * 1024 * 1024, 'x'),
  Buffer.alloc(0),
  Buffer.alloc(4 * 1024 * 1024, 'y'),
  Buffer.from('last'),
];

describe.each([
  ['a local folder', (share: ShareFolder) => share],
  ['a slow share', slowly],
])('from %s', (_, speed) => {
  test('every size of file arrives verified', async () => {
    const { share, folder, wanted } = shareOf(mixed);
    const store = tempFolder();
    prepareStore(store);
    const segment = createSegment(store, 'a.seg');
    let seen = 0;
    const problems = await copyBlobs(speed(share), folder, wanted, segment, () => {
      seen += 1;
    });
    await segment.finish();
    expect([problems, seen]).toEqual([[], mixed.length]);
    const table = readTable(store, 'a.seg');
    for (const blob of wanted) {
      const place = table.get(blob.sha256);
      expect(place && readBlob(store, place, blob.sha256)?.length).toBe(blob.length);
    }
  });

  test('what is wrong is reported, worst first, and the rest arrives', async () => {
    const { share, folder, wanted } = shareOf(mixed);
    const bad = wanted.map((blob, index) => {
      if (index === 12) return { ...blob, length: blob.length + 1 };
      if (index === 20) return { ...blob, length: blob.length - 1 };
      if (index === 30) return { ...blob, sha256: sha256('other') };
      if (index === 35) return { ...blob, file: 'none' };
      return blob;
    });
    const store = tempFolder();
    prepareStore(store);
    const segment = createSegment(store, 'a.seg');
    const problems = await copyBlobs(speed(share), folder, bad, segment, () => undefined);
    await segment.finish();
    expect(problems.map(({ code, data }) => `${code} ${data.why}`).sort()).toEqual([
      'INCOMPLETE missing',
      'INCOMPLETE short',
      'TAMPERED hash',
      'TAMPERED long',
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['TAMPERED', 'TAMPERED', 'INCOMPLETE', 'INCOMPLETE']);
    expect(readTable(store, 'a.seg').size).toBe(mixed.length - 4);
  });
});

test('one file that takes as long as eight quick ones may is enough to know a slow share', async () => {
  const { share, folder, wanted } = shareOf(mixed);
  const store = tempFolder();
  prepareStore(store);
  const segment = createSegment(store, 'a.seg');
  let alone = 0;
  const slow: ShareFolder = {
    ...share,
    readInto(...args) {
      alone += 1;
      const until = performance.now() + 20;
      while (performance.now() < until);
      return share.readInto(...args);
    },
  };
  const problems = await copyBlobs(slow, folder, wanted, segment, () => undefined);
  await segment.finish();
  expect([problems, alone, segment.count]).toEqual([[], 1, new Set(wanted.map((blob) => blob.sha256)).size]);
});
