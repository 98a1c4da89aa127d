import { type ChildProcess, fork } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Dropped, dropInto } from '../../content/node/drop-box.ts';
import { errnoOf } from '../../content/node/faults.ts';
import { bundleJob, firstWord } from '../support/jobs.ts';
import { canMount as canFuse } from '../support/real-share.ts';
import { canMount, smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp.ts';
import { somebody, type WriteFault, writableShare } from '../support/writable-share.ts';
import type { Said } from './drop-box-job.ts';

const quiet = { asked: () => undefined, answered: () => undefined };
const name = 'Kent-2026-11-23-facebook-1a2b3c4d.ngsuggest';
/** Longer than a piece that is written at once. */
const bytes = Buffer.alloc(300_000, 'suggest ');
const others = Buffer.alloc(bytes.length, 'another ');
const drop = (folder: string, what = bytes, as = name): Promise<Dropped> => dropInto(folder, as, what, quiet);
const read = (folder: string, file = name): Buffer => readFileSync(path.join(folder, file));

test('a file appears whole, alone, and is read back', async () => {
  const folder = tempFolder();
  expect(await drop(folder)).toEqual({ name, how: 'link', isRead: true });
  expect(readdirSync(folder)).toEqual([name]);
  expect(read(folder).equals(bytes)).toBe(true);
  expect(statSync(path.join(folder, name)).nlink).toBe(1);
});

test('the same bytes again are the first file, also where that one has another name', async () => {
  const folder = tempFolder();
  await drop(folder, others);
  expect((await drop(folder)).name).toBe('Kent-2026-11-23-facebook-1a2b3c4d-2.ngsuggest');
  expect(await drop(folder)).toEqual({ name: 'Kent-2026-11-23-facebook-1a2b3c4d-2.ngsuggest', how: 'there', isRead: true });
  expect(await drop(folder, others)).toEqual({ name, how: 'there', isRead: true });
  expect(readdirSync(folder)).toHaveLength(2);
});

test('an empty file can be dropped as well', async () => {
  const folder = tempFolder();
  expect((await drop(folder, Buffer.alloc(0))).how).toBe('link');
  expect((await drop(folder, Buffer.alloc(0))).how).toBe('there');
});

test.each([
  ['other bytes of the same length', (file: string) => writeFileSync(file, others)],
  ['the beginning of the same bytes', (file: string) => writeFileSync(file, bytes.subarray(0, 1_000))],
  ['a longer file', (file: string) => writeFileSync(file, Buffer.concat([bytes, bytes]))],
  ['a folder', (file: string) => mkdirSync(file)],
  [
    'a link to a file with the very bytes',
    (file: string) => {
      writeFileSync(`${file}.elsewhere`, bytes);
      symlinkSync(`${file}.elsewhere`, file);
    },
  ],
  ['a link to nothing', (file: string) => symlinkSync(`${file}.nowhere`, file)],
])('%s in its place stays as it is, and the file gets another name', async (_, make) => {
  const folder = tempFolder();
  const file = path.join(folder, name);
  make(file);
  const before = [readdirSync(folder), statSync(file, { throwIfNoEntry: false })?.ino];
  const { name: given, how } = await drop(folder);
  expect([given, how]).toEqual(['Kent-2026-11-23-facebook-1a2b3c4d-2.ngsuggest', 'link']);
  expect(read(folder, given).equals(bytes)).toBe(true);
  rmSync(path.join(folder, given));
  expect([readdirSync(folder), statSync(file, { throwIfNoEntry: false })?.ino]).toEqual(before);
});

test('somebody who takes every name is told of, and nothing is left', async () => {
  const folder = tempFolder();
  for (let at = 0; at < 20; at += 1) await drop(folder, Buffer.from([at]));
  await expect(drop(folder)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  expect(readdirSync(folder)).toHaveLength(20);
});

test('several at once: the same bytes become one file, others a file each', async () => {
  const folder = tempFolder();
  const same = await Promise.all([1, 2, 3, 4].map(() => drop(folder)));
  expect(new Set(same.map((dropped) => dropped.name))).toEqual(new Set([name]));
  await Promise.all([1, 2, 3, 4].map((byte) => drop(folder, Buffer.alloc(bytes.length, byte))));
  const contents = readdirSync(folder).map((file) => read(folder, file)[0]);
  expect(new Set(contents)).toEqual(new Set([1, 2, 3, 4, bytes[0]]));
  expect(contents).toHaveLength(5);
});

test('a folder that is not there is not made', async () => {
  const folder = path.join(tempFolder(), 'inbox');
  expect(errnoOf(await drop(folder).catch((thrown: unknown) => thrown))).toBe('ENOENT');
  expect(existsSync(folder)).toBe(false);
});

test('what a killed process left a day ago goes; what is younger, or not ours, stays', async () => {
  const folder = tempFolder();
  const aged = (file: string, hours: number) => {
    writeFileSync(path.join(folder, file), 'x');
    const at = new Date(Date.now() - hours * 3_600_000);
    utimesSync(path.join(folder, file), at, at);
  };
  aged('.0123456789ab.unsent.tmp', 25);
  aged('.0123456789cd.unsent.tmp', 23);
  aged('.0123456789ef.unsent.tmp.ngsuggest', 1_000);
  aged('other.ngsuggest', 1_000);
  aged('.letter.docx.tmp', 1_000);
  await drop(folder);
  const left = ['.0123456789cd.unsent.tmp', '.0123456789ef.unsent.tmp.ngsuggest', '.letter.docx.tmp', name, 'other.ngsuggest'];
  expect(readdirSync(folder).sort()).toEqual(left.sort());
});

// Each starts processes of another user.
describe('a folder where people may only create', { timeout: 60_000 }, () => {
  const asSomebody = async (folder: string, byte: number, length = 5_000): Promise<Said> => {
    const file = await bundleJob('test/node/drop-box-job.ts');
    chmodSync(path.dirname(file), 0o755);
    const child: ChildProcess = fork(file, [folder, name, String(byte), String(length)], {
      ...somebody,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return firstWord<Said>(child);
  };
  const box = (mode: number): string => {
    const folder = tempFolder();
    chmodSync(folder, 0o755);
    const made = path.join(folder, 'box');
    mkdirSync(made);
    chmodSync(made, mode);
    onTestFinished(() => chmodSync(made, 0o755));
    return made;
  };

  test('and not list takes it all the same, and the same again is the same', async () => {
    const folder = box(0o733);
    expect(await asSomebody(folder, 1)).toEqual({ dropped: { name, how: 'link', isRead: true } });
    expect(await asSomebody(folder, 1)).toEqual({ dropped: { name, how: 'there', isRead: true } });
    expect(readdirSync(folder)).toEqual([name]);
  });

  test.skipIf(somebody.uid === undefined)(
    'and another’s file cannot be read: as long is taken for the same, longer for another',
    async () => {
      const folder = box(0o1733);
      writeFileSync(path.join(folder, name), Buffer.alloc(5_000, 9), { mode: 0o600 });
      expect(await asSomebody(folder, 1)).toEqual({ dropped: { name, how: 'there', isRead: false } });
      expect(await asSomebody(folder, 1, 6_000)).toMatchObject({ dropped: { name: name.replace('.', '-2.'), how: 'link' } });
      expect(read(folder).equals(Buffer.alloc(5_000, 9))).toBe(true);
    },
  );

  test('or not even that refuses, with nothing left', async () => {
    const folder = box(0o555);
    expect(await asSomebody(folder, 1)).toEqual({ error: 'EACCES' });
    expect(readdirSync(folder)).toEqual([]);
    const closed = box(0o000);
    expect(await asSomebody(closed, 1)).toEqual({ error: 'EACCES' });
  });
});

describe.skipIf(!canMount)('a disk that is full (needs root to mount)', () => {
  test('refuses with nothing left, and takes it when there is room', async () => {
    const disk = smallDisk('size=128k');
    expect(errnoOf(await drop(disk.folder).catch((thrown: unknown) => thrown))).toBe('ENOSPC');
    expect(readdirSync(disk.folder)).toEqual([]);
    disk.remount('size=2m');
    expect((await drop(disk.folder)).how).toBe('link');
  });
});

describe.skipIf(!canFuse.faults)('a network folder (needs fuse3 and python3-fusepy)', { timeout: 60_000 }, () => {
  const share = async (fault: WriteFault) => {
    const mounted = await writableShare(tempFolder());
    onTestFinished(() => mounted.stop());
    mounted.set(fault);
    return mounted;
  };

  test('without hard links gives the name by a rename', async () => {
    const { seen, source } = await share({ lacks: ['link'] });
    expect(await drop(seen)).toEqual({ name, how: 'rename', isRead: true });
    expect(await drop(seen)).toEqual({ name, how: 'there', isRead: true });
    expect((await drop(seen, others)).how).toBe('rename');
    expect(readdirSync(source)).toHaveLength(2);
    expect(read(source).equals(bytes)).toBe(true);
  });

  test('where nothing can be renamed, removed, read or listed still takes it', async () => {
    const { seen, source } = await share({ deny: ['link', 'rename', 'unlink', 'open', 'readdir'] });
    expect(await drop(seen)).toEqual({ name, how: 'plain', isRead: false });
    expect(read(source).equals(bytes)).toBe(true);
    expect(await drop(seen)).toEqual({ name, how: 'there', isRead: false });
  });

  test('where it cannot even be seen which names are taken is never written over', async () => {
    const { seen, source, set } = await share({});
    writeFileSync(path.join(source, name), others);
    set({ op: 'getattr', kind: 'EACCES', match: name, lacks: ['link'] });
    const { name: given } = await drop(seen);
    expect(given).not.toBe(name);
    expect([read(source).equals(others), read(source, given).equals(bytes)]).toEqual([true, true]);
  });

  test.each(['link', 'rename'] as const)('whose answer to a %s is lost has it once', async (op) => {
    const { seen, source } = await share({ op, kind: 'lost', ...(op === 'rename' ? { lacks: ['link'] } : {}) });
    const first = await drop(seen).catch((thrown: unknown) => errnoOf(thrown));
    expect(first).toEqual(op === 'link' ? { name, how: 'there', isRead: true } : 'EIO');
    expect(await drop(seen)).toEqual({ name, how: 'there', isRead: true });
    expect(readdirSync(source)).toEqual([name]);
  });

  test('that cannot flush takes it, and it is read back', async () => {
    const { seen, source } = await share({ lacks: ['fsync', 'fsyncdir'] });
    expect(await drop(seen)).toEqual({ name, how: 'link', isRead: true });
    expect(readdirSync(source)).toEqual([name]);
  });

  test('that takes a write in part has all of it in the end', async () => {
    const { seen, source } = await share({ op: 'write', kind: 'short' });
    expect(await drop(seen)).toEqual({ name, how: 'link', isRead: true });
    expect(read(source).equals(bytes)).toBe(true);
  });

  test.each(['flush', 'fsync', 'write', 'create'] as const)('that is full at %s refuses with nothing left', async (op) => {
    const { seen, source } = await share({ op, kind: 'ENOSPC', nth: 1 });
    expect(errnoOf(await drop(seen).catch((thrown: unknown) => thrown))).toBe('ENOSPC');
    expect(readdirSync(source)).toEqual([]);
    expect((await drop(seen)).how).toBe('link');
  });
});
