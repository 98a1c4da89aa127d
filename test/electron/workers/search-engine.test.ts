import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSearchCache } from '../../../electron/workers/search-cache.ts';
import { createSearchEngine, type SearchEngine } from '../../../electron/workers/search-engine.ts';
import { type SmallStore, smallStore } from './small-store.ts';

let folder = '';
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'search-engine-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const two = () =>
  smallStore({
    facebook: { edition: 'f1', guides: { 'fb-setup': '# Set up a Page\n\nTwo-step verification.', 'fb-use': '# Use it\n\nComments.' } },
    x: { edition: 'x1', guides: { 'x-setup': '# Set up X\n\nVerification too.' } },
  });

const engineOn = ({ store }: SmallStore): SearchEngine =>
  createSearchEngine({
    store,
    cache: openSearchCache(folder),
    progress: (done, of) => said.push(`${done}/${of}`),
    note: (event, error) => said.push(`${event} ${error.code}`),
    idle: () => said.push('idle'),
  });
const ids = (engine: SearchEngine, text: string) =>
  engine
    .query({ text, channels: [], limit: 10, verbatim: false })
    .hits.map((hit) => hit.guide)
    .sort();

test('before the first update an answer says that indexing is going on', () => {
  const reply = engineOn(two()).query({ text: 'page', channels: [], limit: 10, verbatim: false });
  expect(reply).toMatchObject({ hits: [], indexing: { done: 0, of: 0 } });
});

test('packs are indexed, searched together, kept on disk, and not read again', async () => {
  const first = two();
  const engine = engineOn(first);
  await engine.update();
  expect(ids(engine, 'verification')).toEqual(['fb-setup', 'x-setup']);
  expect(engine.query({ text: 'verification', channels: [], limit: 1, verbatim: false }).indexing).toBeNull();
  expect(said.at(-2)).toBe('3/3');
  expect(readdirSync(folder)).toHaveLength(2);
  const second = two();
  const again = engineOn(second);
  await again.update();
  expect(second.read).toEqual([]);
  expect(ids(again, 'verification')).toEqual(['fb-setup', 'x-setup']);
});

test('synonyms of the packs are used', async () => {
  const engine = engineOn(two());
  await engine.update();
  expect(ids(engine, 'twitter')).toEqual(['x-setup']);
});

test('a new edition replaces the old one, a pack that is gone is no longer found, and old files are removed', async () => {
  const small = two();
  const engine = engineOn(small);
  await engine.update();
  small.packs.facebook = { edition: 'f2', guides: { 'fb-new': '# New guide\n\nVerification again.' } };
  delete small.packs.x;
  small.read.length = 0;
  await engine.update({ reload: true });
  expect(ids(engine, 'verification')).toEqual(['fb-new']);
  expect(small.read).toEqual(['facebook']);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a damaged file in the cache is made again', async () => {
  await engineOn(two()).update();
  for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), 'damaged');
  const small = two();
  const engine = engineOn(small);
  await engine.update();
  expect(small.read).toEqual(['facebook', 'x']);
  expect(ids(engine, 'verification')).toHaveLength(2);
});

test('a pack that cannot be read is left out and tried again at the next update', async () => {
  const small = two();
  (small.packs.facebook as { broken?: boolean }).broken = true;
  const engine = engineOn(small);
  await engine.update({ reload: true });
  expect(ids(engine, 'verification')).toEqual(['x-setup']);
  expect(said).toContain('search-pack STORE_MISSING');
  expect(engine.query({ text: 'a', channels: [], limit: 1, verbatim: false }).indexing).toBeNull();
  (small.packs.facebook as { broken?: boolean }).broken = false;
  await engine.update({ reload: true });
  expect(ids(engine, 'verification')).toEqual(['fb-setup', 'x-setup']);
});

test('a cache that cannot be written is noted, and the search goes on', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder should be');
  const engine = engineOn(two());
  await engine.update();
  expect(ids(engine, 'verification')).toHaveLength(2);
  expect(said.filter((line) => line.startsWith('search-cache'))).toHaveLength(2);
});

test('queries are answered while a large pack is being indexed, from what is there', async () => {
  const guides = Object.fromEntries(
    Array.from({ length: 600 }, (_, at) => [`g${at}`, `# Guide ${at}\n\n${'Common words here. '.repeat(60)}\n\nUnique${at}.`]),
  );
  const engine = engineOn(smallStore({ big: { edition: 'b1', guides } }));
  const seen: number[] = [];
  let running = true;
  const updating = engine.update().then(() => {
    running = false;
  });
  while (running) {
    await new Promise((resolve) => setImmediate(resolve));
    const reply = engine.query({ text: 'common', channels: [], limit: 1, verbatim: false });
    if (reply.indexing) seen.push(reply.total);
  }
  await updating;
  expect(seen.some((total) => total > 0 && total < 600)).toBe(true);
  expect(ids(engine, 'unique599')).toEqual(['g599']);
});

test('an update during an update starts over, and both end', async () => {
  const small = two();
  const engine = engineOn(small);
  const first = engine.update();
  small.packs.facebook = { edition: 'f2', guides: { 'fb-new': '# New guide\n\nVerification.' } };
  await Promise.all([first, engine.update({ reload: true })]);
  expect(ids(engine, 'verification')).toEqual(['fb-new', 'x-setup']);
});

test('a store that cannot be read is noted and does not look like indexing for ever', async () => {
  const small = two();
  const engine = createSearchEngine({
    store: { ...small.store, reload: () => Promise.reject(new Error('gone')) },
    cache: openSearchCache(folder),
    progress: () => {},
    note: (event, error) => said.push(`${event} ${error.code}`),
    idle: () => {},
  });
  await engine.update({ reload: true });
  expect(said).toEqual(['search-update UNEXPECTED']);
  expect(engine.query({ text: 'a', channels: [], limit: 1, verbatim: false }).indexing).toBeNull();
});
