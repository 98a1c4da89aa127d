import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clearLeftovers, clearUnnamed } from '../../content/node/clear-store.ts';
import { readState } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring, readable } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

test('what no commit names goes, what one names stays', async () => {
  const store = tempFolder();
  await bring(await makeShareFolder(), store);
  const before = readdirSync(store, { recursive: true }).sort();
  for (const name of [
    'blobs/old.seg',
    'metadata/old.set',
    'derived/old.catalogue',
    'derived/old.blocks',
    'blobs/.a.seg.0123.tmp',
    '.store-a.json.0123.tmp',
  ])
    writeFileSync(path.join(store, name), 'x');
  clearLeftovers(store);
  clearUnnamed(store, readState(store));
  expect(readdirSync(store, { recursive: true }).sort()).toEqual(before);
  expect(await readable(store)).toHaveLength(3);
});

test('a store that is not there is no trouble', () => {
  const store = path.join(tempFolder(), 'none');
  clearLeftovers(store);
  clearUnnamed(store, readState(store));
});
