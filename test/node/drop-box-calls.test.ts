import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compareFile, removeQuietly, watched, writeNew } from '../../content/node/drop-box-calls.ts';
import { tempFolder } from '../support/temp.ts';

const bytes = Buffer.alloc(700_000, 'words ');

function scene() {
  const calls: string[] = [];
  const watch = { asked: (what: string) => void calls.push(what), answered: () => void calls.push('back') };
  return { file: path.join(tempFolder(), 'file'), calls, watch };
}

test('a file is written in pieces, each a call of its own', async () => {
  const { file, calls, watch } = scene();
  expect(Math.abs((await writeNew(file, bytes, watch)) - Date.now())).toBeLessThan(60_000);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  // Three pieces with a flush each, and the opening, the looking and the closing.
  expect(calls).toEqual(Array.from({ length: 9 }, () => ['look', 'back']).flat());
});

test('a file that is there is not written', async () => {
  const { file, watch } = scene();
  writeFileSync(file, 'theirs');
  await expect(writeNew(file, bytes, watch)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(file, 'utf8')).toBe('theirs');
});

test('one byte more, less or other is another file', async () => {
  const { file, watch } = scene();
  for (const [there, found] of [
    [bytes, 'same'],
    [bytes.subarray(1), 'other'],
    [Buffer.concat([bytes, Buffer.from([0])]), 'other'],
    [Buffer.from(bytes).fill(0, 600_000, 600_001), 'other'],
  ] as const) {
    writeFileSync(file, there);
    expect(await compareFile(file, bytes, watch)).toBe(found);
  }
});

test('a link is not followed', async () => {
  const { file, watch } = scene();
  writeFileSync(`${file}.real`, bytes);
  symlinkSync(`${file}.real`, file);
  expect(await compareFile(file, bytes, watch)).toBe('other');
});

test('what cannot be removed is left without a word', () => {
  const { file, watch } = scene();
  mkdirSync(file);
  removeQuietly(file, watch);
  removeQuietly(path.join(file, 'none', 'such'), watch);
  expect(existsSync(file)).toBe(true);
});

test('a call that fails is told as over', () => {
  const { calls, watch } = scene();
  expect(() =>
    watched(watch, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(calls).toEqual(['look', 'back']);
});
