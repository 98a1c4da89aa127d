import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { machineMark, tryClaim } from '../../content/node/note-claims.ts';
import { tempFolder } from '../support/temp.ts';

const elsewhere = '.guide-a.00000000.4711.0123456789ab.claim';
const gone = `.guide-a.${machineMark()}.2147483646.0123456789ab.claim`;

test('one at a time holds a name, others are free meanwhile', () => {
  const folder = tempFolder();
  const first = tryClaim(folder, 'guide-a', null);
  expect(first?.isHeld()).toBe(true);
  expect(tryClaim(folder, 'guide-a', null)).toBeNull();
  expect(tryClaim(folder, 'guide-b', null)).not.toBeNull();
  first?.release();
  first?.release();
  expect(tryClaim(folder, 'guide-a', null)).not.toBeNull();
});

test('what a dead process left does not count and is removed', () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, gone), '');
  tryClaim(folder, 'guide-a', null)?.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('what this process could not remove when it was released does not count', () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, `.guide-a.${machineMark()}.${process.pid}.0123456789ab.claim`), '');
  expect(tryClaim(folder, 'guide-a', null)).not.toBeNull();
});

test("another PC's claim counts, until it is old by the disk's clock", () => {
  const folder = tempFolder();
  const file = path.join(folder, elsewhere);
  writeFileSync(file, '');
  expect(tryClaim(folder, 'guide-a', 30_000)).toBeNull();
  const then = new Date(Date.now() - 60_000);
  utimesSync(file, then, then);
  expect(tryClaim(folder, 'guide-a', null)).toBeNull();
  expect(tryClaim(folder, 'guide-a', 30_000)).not.toBeNull();
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a clock that was set back keeps nobody waiting', () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, elsewhere), '');
  const later = new Date(Date.now() + 3_600_000);
  utimesSync(path.join(folder, elsewhere), later, later);
  expect(tryClaim(folder, 'guide-a', 30_000)).not.toBeNull();
});

test('a claim that was taken for left behind is known to be so by who had it', () => {
  const folder = tempFolder();
  const slow = tryClaim(folder, 'guide-a', 30_000);
  const [file = ''] = readdirSync(folder);
  const then = new Date(Date.now() - 60_000);
  utimesSync(path.join(folder, file), then, then);
  expect(tryClaim(folder, 'guide-a', 30_000)).not.toBeNull();
  expect(slow?.isHeld()).toBe(false);
});

test('other files are left alone, and a folder that is not there is an error', () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, '.guide-a.claim'), '');
  tryClaim(folder, 'guide-a', null)?.release();
  expect(readdirSync(folder)).toEqual(['.guide-a.claim']);
  expect(() => tryClaim(path.join(folder, 'none'), 'guide-a', null)).toThrow('ENOENT');
});
