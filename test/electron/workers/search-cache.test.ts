import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { serialise } from '../../../content/core/search/serialise.ts';
import { nodeCodec, openSearchCache } from '../../../electron/workers/search-cache.ts';
import { guide, indexOf } from '../../core/search/small-library.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'search-cache-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const channel = 'facebook' as ChannelId;
const index = indexOf(guide('a', '# Title\nText.'));
const onlyFile = () => path.join(folder, readdirSync(folder)[0] ?? '');

test('an index is found again under its edition only', async () => {
  const cache = openSearchCache(folder);
  expect(cache.load(channel, 'e1')).toBeNull();
  await cache.save(index, 'e1');
  const found = cache.load(channel, 'e1');
  expect(found && serialise(found, nodeCodec)).toEqual(serialise(index, nodeCodec));
  expect(cache.load(channel, 'e2')).toBeNull();
  expect(cache.load('x' as ChannelId, 'e1')).toBeNull();
});

test('one changed byte, a cut file or an empty one counts as none', async () => {
  const cache = openSearchCache(folder);
  await cache.save(index, 'e1');
  const file = onlyFile();
  const bytes = readFileSync(file);
  const changed = Buffer.from(bytes);
  changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1;
  for (const damaged of [changed, bytes.subarray(0, bytes.length / 2), Buffer.alloc(0), bytes.subarray(0, 70)]) {
    writeFileSync(file, damaged);
    expect(cache.load(channel, 'e1')).toBeNull();
  }
  await cache.save(index, 'e1');
  expect(cache.load(channel, 'e1')).not.toBeNull();
});

test('a file of another edition put under this name counts as none', async () => {
  const cache = openSearchCache(folder);
  await cache.save(index, 'e1');
  const first = onlyFile();
  const bytes = readFileSync(first);
  rmSync(first);
  await cache.save(index, 'e2');
  writeFileSync(onlyFile(), bytes);
  expect(cache.load(channel, 'e2')).toBeNull();
});

test('what is no longer held is removed, and nothing else', async () => {
  const cache = openSearchCache(folder);
  await cache.save(index, 'e1');
  await cache.save(index, 'e2');
  writeFileSync(path.join(folder, '.left.tmp'), '');
  writeFileSync(path.join(folder, 'notes.txt'), '');
  cache.prune([{ channel, edition: 'e2' }]);
  expect(readdirSync(folder)).toHaveLength(2);
  expect(cache.load(channel, 'e1')).toBeNull();
  expect(cache.load(channel, 'e2')).not.toBeNull();
  expect(readdirSync(folder)).toContain('notes.txt');
});

test('a folder in the way of the file is no exception', () => {
  const cache = openSearchCache(path.join(folder, 'none'));
  expect(cache.load(channel, 'e1')).toBeNull();
  expect(() => cache.prune([])).not.toThrow();
  mkdirSync(folder, { recursive: true });
});
