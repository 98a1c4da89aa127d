import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clockOf } from '../../content/core/annotation/json-ld.ts';
import { machineMark } from '../../content/node/note-claims.ts';
import { openNoteWriter } from '../../content/node/note-writer.ts';
import { bundleJob, ended, firstWord, forkJob } from '../support/jobs.ts';
import { tempFolder } from '../support/temp.ts';

const job = 'test/support/note-writer-job.ts';
const claimsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.claim'));

test('a name fits into clocks, and is the same at each start on one PC', () => {
  const folder = tempFolder();
  const names = Array.from({ length: 100 }, () => {
    const { name, release } = openNoteWriter(folder);
    release();
    return name;
  });
  expect(new Set(names).size).toBe(1);
  expect(clockOf({ [names[0] as string]: 1 })).toEqual({ [names[0] as string]: 1 });
  expect(claimsIn(folder)).toEqual([]);
});

test('two that are there at the same time differ, and a PC uses the place again that became free', () => {
  const folder = tempFolder();
  const [first, second] = [openNoteWriter(folder), openNoteWriter(folder)];
  expect(first.name).not.toBe(second.name);
  first.release();
  first.release();
  const third = openNoteWriter(folder);
  expect(third.name).toBe(first.name);
  second.release();
  third.release();
});

test('two PCs on one profile differ, and so do two profiles on one PC', () => {
  const folder = tempFolder();
  const writers = [openNoteWriter(folder, 'pc-one'), openNoteWriter(folder, 'pc-two'), openNoteWriter(tempFolder(), 'pc-one')];
  expect(new Set(writers.map(({ name }) => name)).size).toBe(3);
  for (const { release } of writers) release();
});

test('twelve processes that start at once on one profile all have different names, from the few that there are', async () => {
  const folder = path.join(tempFolder(), 'writer');
  const bundle = await bundleJob(job);
  const children = Array.from({ length: 12 }, () => forkJob(bundle, [folder]));
  const names = await Promise.all(children.map((child) => firstWord<string>(child)));
  expect(new Set(names).size).toBe(12);
  // A name of chance would be one letter longer.
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{15}$/);
  // One id for all, or the PC would have used up more names than it has places.
  expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(1);
});

test('the place of a process that was killed is taken again, the place of one that lives is not', async () => {
  const folder = tempFolder();
  const bundle = await bundleJob(job);
  const killed = forkJob(bundle, [folder]);
  const name = await firstWord<string>(killed);
  // Started at the same time as the first it may draw back to any place, and the first that is free may be another.
  await firstWord<string>(forkJob(bundle, [folder]));
  killed.kill('SIGKILL');
  await ended(killed);
  const next = openNoteWriter(folder);
  expect(next.name).toBe(name);
  expect(claimsIn(folder)).toHaveLength(2);
  next.release();
});

test('a process that ends by itself leaves no claim', async () => {
  const folder = tempFolder();
  const child = forkJob(await bundleJob(job), [folder]);
  await firstWord(child);
  child.disconnect();
  await ended(child);
  expect(claimsIn(folder)).toEqual([]);
});

test('a number that another program has by now costs a place and nothing else', () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, `.${machineMark()}-0.${machineMark()}.1.0123456789ab.claim`), '');
  const { name, release } = openNoteWriter(folder);
  expect(name.slice(14)).toBe('1');
  release();
});

test('a damaged id is made anew, and a profile that cannot be written to gives names of chance', () => {
  const folder = tempFolder();
  const before = openNoteWriter(folder);
  before.release();
  writeFileSync(path.join(folder, 'id'), '');
  const after = openNoteWriter(folder);
  after.release();
  expect(after.name).not.toBe(before.name);
  rmSync(path.join(folder, 'id'));
  mkdirSync(path.join(folder, 'id'));
  const names = [openNoteWriter(folder).name, openNoteWriter(folder).name];
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]{1,16}$/);
});
