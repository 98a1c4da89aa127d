import { expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { clearDamaged, damagedBlobs, holdingsOf, markDamaged } from '../../content/node/holdings.ts';
import { createSegment } from '../../content/node/segments.ts';
import { prepareStore } from '../../content/node/store-state.ts';
import { tempFolder } from '../support/temp.ts';

async function storeWith(segments: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const store = tempFolder();
  prepareStore(store);
  for (const [name, texts] of Object.entries(segments)) {
    const segment = createSegment(store, name);
    for (const text of texts) segment.append(Buffer.from(text), { sha256: sha256(text), length: text.length });
    await segment.finish();
  }
  return store;
}
const needed = (...texts: string[]) => new Set(texts.map((text) => sha256(text)));

test('a later segment wins over an earlier one', async () => {
  const store = await storeWith({ 'a.seg': ['one'], 'b.seg': ['one'] });
  const { places, keep } = holdingsOf(store, ['a.seg', 'b.seg'], needed('one'));
  expect([places.get(sha256('one'))?.segment, keep]).toEqual(['b.seg', ['b.seg']]);
});

test('a segment that is mostly dead is given up, and its living blobs move', async () => {
  const store = await storeWith({ 'a.seg': ['one', 'a long dead text'], 'b.seg': ['two'] });
  const { places, moves, keep } = holdingsOf(store, ['a.seg', 'b.seg'], needed('one', 'two'));
  expect([[...places.keys()], [...moves.keys()], keep]).toEqual([[sha256('two')], [sha256('one')], ['b.seg']]);
});

test('many small segments are joined', async () => {
  const names = Array.from({ length: 17 }, (_, index) => `${index}.seg`);
  const store = await storeWith(Object.fromEntries(names.map((name) => [name, [name]])));
  const { moves, keep } = holdingsOf(store, names, needed(...names));
  expect([moves.size, keep]).toEqual([17, []]);
});

test('a blob marked as damaged is not held until it is healed', async () => {
  const store = await storeWith({ 'a.seg': ['one'] });
  markDamaged(store, sha256('one'));
  expect([damagedBlobs(store).size, holdingsOf(store, ['a.seg'], needed('one')).places.size]).toEqual([1, 0]);
  clearDamaged(store, [sha256('one')]);
  expect(holdingsOf(store, ['a.seg'], needed('one')).places.size).toBe(1);
});

test('a twin that was verified just now counts, whatever was marked', async () => {
  const store = await storeWith({ 'a.seg': ['one'], 'b.seg': ['one'] });
  markDamaged(store, sha256('one'));
  expect(holdingsOf(store, ['a.seg', 'b.seg'], needed('one'), ['b.seg']).places.get(sha256('one'))?.segment).toBe('b.seg');
});
