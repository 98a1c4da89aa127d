import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { holdingsOf } from '../../content/node/holdings.ts';
import { importBlobs, planBlobs } from '../../content/node/import-blobs.ts';
import { leftBehind } from '../../content/node/import-resume.ts';
import { createSegment, readBlob } from '../../content/node/segments.ts';
import { openShare } from '../../content/node/share.ts';
import { emptyState, prepareStore } from '../../content/node/store-state.ts';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

async function sample() {
  const test = await makeShareFolder();
  const store = tempFolder();
  prepareStore(store);
  const files = test.plan.channels.get(facebook)?.files ?? [];
  const targets = new Map(files.map(({ name, bytes }) => [name, { sha256: sha256(bytes), length: bytes.length }]));
  const share = openShare(test.folder);
  const folder = share.folder('channels', facebook, 'targets') as string;
  const needed = new Set([...targets.values()].map((target) => target.sha256));
  const run = async (segments: readonly string[], machine: string | null = null) => {
    const left = await leftBehind(store, facebook, emptyState);
    const holdings = holdingsOf(store, segments, needed);
    const plan = planBlobs({ store, machine, channel: facebook, targets, holdings, left });
    return importBlobs({ plan, share, folder, known: null, step: () => undefined });
  };
  return { store, share, folder, needed, files, run, test };
}

test('everything comes when nothing is held, and nothing when all is', async () => {
  const work = await sample();
  const first = await work.run([]);
  await first.onDisk;
  expect([first.problems, first.files, first.segments.length, first.places.size]).toEqual([[], 4, 1, 4]);
  const second = await work.run(first.segments);
  expect([second.files, second.segments]).toEqual([0, first.segments]);
});

test.each([false, true])('living blobs of a segment that is given up are moved (damaged meanwhile: %s)', async (damaged) => {
  const work = await sample();
  const page = work.files[0] as { bytes: Uint8Array };
  const old = createSegment(work.store, 'old.seg');
  old.append(page.bytes, { sha256: sha256(page.bytes), length: page.bytes.length });
  old.append(Buffer.alloc(999), { sha256: sha256(Buffer.alloc(999)), length: 999 });
  await old.finish();
  if (damaged) {
    const file = openSync(path.join(work.store, 'blobs', 'old.seg'), 'r+');
    // Behind the record.
    writeSync(file, 'X', 40);
    closeSync(file);
  }
  const holdings = holdingsOf(work.store, ['old.seg'], work.needed);
  expect(holdings.moves.size).toBe(1);
  const outcome = await work.run(['old.seg']);
  await outcome.onDisk;
  expect([outcome.problems, outcome.files, outcome.segments.includes('old.seg')]).toEqual([[], damaged ? 4 : 3, false]);
  const place = outcome.places.get(sha256(page.bytes));
  expect(place && readBlob(work.store, place, sha256(page.bytes))).toEqual(Buffer.from(page.bytes));
});

test('what the store of all users holds is not asked of the share', async () => {
  const work = await sample();
  const machine = tempFolder();
  await bring(work.test, machine);
  rmSync(work.folder, { recursive: true });
  const outcome = await work.run([], machine);
  await outcome.onDisk;
  expect([outcome.problems, outcome.files, outcome.bytes, outcome.places.size]).toEqual([[], 0, 0, 4]);
});

test('but what is damaged there is', async () => {
  const work = await sample();
  const machine = tempFolder();
  await bring(work.test, machine);
  const page = Buffer.from((work.files[0] as { bytes: Uint8Array }).bytes);
  for (const name of readdirSync(path.join(machine, 'blobs'))) {
    const file = path.join(machine, 'blobs', name);
    const bytes = readFileSync(file);
    const at = bytes.indexOf(page);
    if (at < 0) continue;
    bytes.write('X', at);
    writeFileSync(file, bytes);
  }
  const outcome = await work.run([], machine);
  await outcome.onDisk;
  expect([outcome.problems, outcome.files, outcome.places.size]).toEqual([[], 1, 4]);
});
