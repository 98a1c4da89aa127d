import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type KeptFileInput, openKeptFile } from '../../../electron/services/kept-file.ts';
import { tempFolder } from '../../support/temp.ts';

const said: string[] = [];
const open = (folder: string, input: Partial<KeptFileInput<string[]>> = {}) =>
  openKeptFile<string[]>({
    file: path.join(folder, 'words.json'),
    format: 1,
    parse: (value) => (Array.isArray(value) ? value.map(String) : null),
    empty: [],
    now: () => new Date('2026-11-22T10:00:00Z'),
    log: (what, file) => said.push(`${what} ${file}`),
    ...input,
  });

describe('a kept file', () => {
  test('is empty at first, and nothing is written before a change', () => {
    const folder = tempFolder();
    expect(open(folder).get()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is on disk within a second of a change', async () => {
    const folder = tempFolder();
    open(folder).set(['a']);
    await wait(900);
    expect(JSON.parse(readFileSync(path.join(folder, 'words.json'), 'utf8'))).toEqual({ format: 1, value: ['a'] });
  });

  test('is not put off by changes that keep coming', async () => {
    const folder = tempFolder();
    const file = open(folder);
    for (let count = 0; count < 9; count += 1) {
      file.set([String(count)]);
      await wait(100);
    }
    expect(open(folder).get().length).toBe(1);
    await file.flush();
  });

  test('holds the last change after a flush, and leaves nothing beside it', async () => {
    const folder = tempFolder();
    const file = open(folder);
    for (const word of ['a', 'b', 'c']) file.set([word]);
    await file.flush();
    expect(open(folder).get()).toEqual(['c']);
    expect(readdirSync(folder)).toEqual(['words.json']);
  });

  test('makes its folder again when it was deleted', async () => {
    const folder = path.join(tempFolder(), 'deep');
    const file = open(folder);
    file.set(['a']);
    await file.flush();
    rmSync(folder, { recursive: true });
    file.set(['b']);
    await file.flush();
    expect(open(folder).get()).toEqual(['b']);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"format":1}',
    '{"format":2,"value":[]}',
    '{"format":0,"value":[]}',
    '{"format":1.5,"value":[]}',
    '{"format":1,"value":{}}',
  ])('that holds %s is put aside and never overwritten', async (text) => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'words.json'), text);
    said.length = 0;
    const file = open(folder);
    expect(file.get()).toEqual([]);
    file.set(['new']);
    await file.flush();
    expect(readFileSync(path.join(folder, 'words.damaged-1795341600.json'), 'utf8')).toBe(text);
    expect(open(folder).get()).toEqual(['new']);
    expect(said).toEqual(['put-aside words.json']);
  });

  test('of an older format is upgraded step by step', () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'words.json'), '{"format":1,"value":"a b"}');
    const upgrades = [(value: unknown) => String(value).split(' '), (value: unknown) => [...(value as string[]), 'c']];
    expect(open(folder, { format: 3, upgrades }).get()).toEqual(['a', 'b', 'c']);
  });

  test('that cannot be written keeps its value, is said, and is tried again', async () => {
    const folder = tempFolder();
    const file = open(folder);
    mkdirSync(path.join(folder, 'words.json'));
    said.length = 0;
    file.set(['a']);
    await file.flush();
    expect(said).toEqual(['not-written words.json']);
    expect(file.get()).toEqual(['a']);
    rmSync(path.join(folder, 'words.json'), { recursive: true });
    await file.flush();
    expect(open(folder).get()).toEqual(['a']);
  });
});
