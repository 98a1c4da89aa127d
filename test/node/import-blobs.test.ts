import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { holdingsOf } from '../../content/node/holdings.ts';
import { importBlobs } from '../../content/node/import-blobs.ts';
import { createSegment, readBlob } from '../../content/node/segments.ts';
import { openShare } from '../../content/node/share.ts';
import { prepareStore } from '../../content/node/store-state.ts';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { tempFolder } from '../support/temp.ts';

const progress = { plan: () => undefined, step: () => undefined };

async function sample() {
  const test = await makeShareFolder();
  const store = tempFolder();
  prepareStore(store);
  const files = test.plan.channels.get(facebook)?.files ?? [];
  const targets = new Map(files.map(({ name, bytes }) => [name, { sha256: sha256(bytes), length: bytes.length }]));
  const share = openShare(test.folder);
  const folder = share.folder('channels', facebook, 'targets') as string;
  const needed = new Set([...targets.values()].map((target) => target.sha256));
  return { store, share, folder, channel: facebook, targets, needed, files, known: null };
}

test('everything comes when nothing is held, and nothing when all is', async () => {
  const work = await sample();
  const first = await importBlobs({ ...work, holdings: holdingsOf(work.store, [], work.needed), progress });
  await first.onDisk;
  expect([first.problems, first.files, first.segments.length, first.places.size]).toEqual([[], 4, 1, 4]);
  const second = await importBlobs({ ...work, holdings: holdingsOf(work.store, first.segments, work.needed), progress });
  expect([second.files, second.segments]).toEqual([0, first.segments]);
});

test.each([false, true])('living blobs of a segment that is given up are moved (damaged meanwhile: %s)', async (damaged) => {
  const work = await sample();
  const page = work.files[0] as { bytes: Uint8Array };
  const old = createSegment(work.store, 'old.seg');
  old.append(page.bytes, [{ sha256: sha256(page.bytes), length: page.bytes.length }]);
  old.append(Buffer.alloc(999), [{ sha256: sha256(Buffer.alloc(999)), length: 999 }]);
  await old.finish();
  if (damaged) {
    const file = openSync(path.join(work.store, 'blobs', 'old.seg'), 'r+');
    writeSync(file, 'X', 0);
    closeSync(file);
  }
  const holdings = holdingsOf(work.store, ['old.seg'], work.needed);
  expect(holdings.moves.size).toBe(1);
  const outcome = await importBlobs({ ...work, holdings, progress });
  await outcome.onDisk;
  expect([outcome.problems, outcome.files, outcome.segments.includes('old.seg')]).toEqual([[], damaged ? 4 : 3, false]);
  const place = outcome.places.get(sha256(page.bytes));
  expect(place && readBlob(work.store, place, sha256(page.bytes))).toEqual(Buffer.from(page.bytes));
});
