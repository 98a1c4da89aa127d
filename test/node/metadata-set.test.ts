import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import { readSet, writeSet } from '../../content/node/metadata-set.ts';
import { prepareStore, storePlaces } from '../../content/node/store-state.ts';
import { tempFolder } from '../support/temp.ts';

test('a set comes back file by file, and a damaged one not at all', async () => {
  const store = tempFolder();
  prepareStore(store);
  const files = new Map([
    ['root.json', encodeUtf8('{"a":"\n"}')],
    ['empty', new Uint8Array()],
  ]);
  const name = await writeSet(store, files);
  expect([...(readSet(store, name) ?? [])].map(([file, bytes]) => [file, Buffer.from(bytes).toString()])).toEqual([
    ['root.json', '{"a":"\n"}'],
    ['empty', ''],
  ]);
  const bytes = readFileSync(storePlaces.set(store, name));
  bytes[bytes.length - 1] = 0;
  writeFileSync(storePlaces.set(store, name), bytes);
  expect([readSet(store, name), readSet(store, null)]).toEqual([null, null]);
});
