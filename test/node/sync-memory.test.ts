import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyMemory } from '../../content/core/sync/model.ts';
import { memoryFile, readMemory, shareId, writeMemory } from '../../content/node/sync-memory.ts';
import { tempFolder } from '../support/temp.ts';

const memory = { ...emptyMemory, repaired: '2026-11-22T09:00:00.000Z' };

test('what was seen comes back', async () => {
  const store = tempFolder();
  expect(readMemory(store)).toEqual(emptyMemory);
  await writeMemory(store, memory);
  expect(readMemory(store)).toEqual(memory);
});

test('a file that is damaged, from elsewhere or no file counts as nothing seen', async () => {
  const store = tempFolder();
  await writeMemory(store, memory);
  const text = readFileSync(memoryFile(store), 'utf8');
  for (const other of ['', text.slice(0, -1), text.replace('"repaired":"2026', '"repaired":"2027'), '{"format":1}', 'x']) {
    writeFileSync(memoryFile(store), other);
    expect(readMemory(store)).toEqual(emptyMemory);
  }
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'sync-state.json'));
  expect(readMemory(folder)).toEqual(emptyMemory);
});

test('a store that is not there rejects', () => expect(writeMemory(path.join(tempFolder(), 'none'), memory)).rejects.toThrow('ENOENT'));

test('two folders have two ids', () => expect(shareId('/a')).not.toBe(shareId('/b')));
