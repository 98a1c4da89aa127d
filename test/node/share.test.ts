import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppFault } from '../../content/core/base/error.ts';
import { openShare } from '../../content/node/share.ts';
import { tempFolder } from '../support/temp.ts';

function sample() {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(path.join(folder, 'a', 'file'), 'content');
  writeFileSync(path.join(folder, 'a', 'evil.asar'), 'not an archive');
  symlinkSync(path.join(folder, 'a', 'file'), path.join(folder, 'a', 'link'));
  symlinkSync(path.join(folder, 'a'), path.join(folder, 'linked'));
  const share = openShare(folder);
  return { share, inside: share.folder('a') as string };
}

describe('a share', () => {
  test('reads at most one byte more than was asked for', async () => {
    const { share, inside } = sample();
    expect(await share.read(inside, 'file', 100)).toEqual(new Uint8Array(Buffer.from('content')));
    expect((await share.read(inside, 'file', 3))?.length).toBe(4);
    const buffer = Buffer.alloc(20);
    expect([share.readInto(inside, 'file', buffer, 2, 7), buffer.toString('latin1', 2, 9)]).toEqual([7, 'content']);
    expect(share.readInto(inside, 'file', buffer, 0, 3)).toBe(4);
  });

  test('takes a file that is called like an archive as a file', async () => {
    const { share, inside } = sample();
    expect(Buffer.from((await share.read(inside, 'evil.asar', 100)) ?? []).toString()).toBe('not an archive');
  });

  test('answers what is not there with null', async () => {
    const { share, inside } = sample();
    expect([
      await share.read(inside, 'none', 9),
      share.readInto(inside, 'none', Buffer.alloc(9), 0, 8),
      share.folder('none', 'deeper'),
    ]).toEqual([null, null, null]);
    expect([share.has(inside, 'file'), share.has(inside, 'b'), share.has(inside, 'none')]).toEqual([true, false, false]);
  });

  test('follows no link', async () => {
    const { share, inside } = sample();
    await expect(share.read(inside, 'link', 9)).rejects.toThrow('MALFORMED');
    expect(() => share.readInto(inside, 'link', Buffer.alloc(9), 0, 8)).toThrow('MALFORMED');
    expect(() => share.folder('linked')).toThrow('MALFORMED');
  });

  test('takes no folder or pipe for a file', async () => {
    const { share, inside } = sample();
    await expect(share.read(inside, 'b', 9)).rejects.toThrow('MALFORMED');
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [path.join(inside, 'pipe')]);
    await expect(share.read(inside, 'pipe', 9)).rejects.toThrow('MALFORMED');
    expect(share.readInto(inside, 'pipe', Buffer.alloc(9), 0, 8)).toBe(0);
  });

  test('takes no name that leads elsewhere', async () => {
    const { share, inside } = sample();
    await expect(share.read(inside, '../a/file', 9)).rejects.toThrow('MALFORMED');
    expect(() => share.folder('..')).toThrow('MALFORMED');
  });

  test('that is not there or no folder is SHARE_UNREACHABLE', () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'file'), '');
    for (const name of ['none', 'file']) expect(() => openShare(path.join(folder, name))).toThrow('SHARE_UNREACHABLE');
  });

  test('reads long files in parts, to the byte', async () => {
    const { inside, share } = sample();
    // One less, exactly and one more than a part, and several parts.
    for (const length of [512 * 1024 - 1, 512 * 1024, 512 * 1024 + 1, 1_700_000]) {
      const content = Buffer.alloc(length, 'content of a file ');
      writeFileSync(path.join(inside, 'long'), content);
      const buffer = Buffer.alloc(length + 2);
      expect(share.readInto(inside, 'long', buffer, 0, length)).toBe(length);
      expect(buffer.subarray(0, length).equals(content)).toBe(true);
      expect(share.readInto(inside, 'long', buffer, 0, length - 1)).toBe(length);
      expect(content.equals((await share.read(inside, 'long', length)) ?? Buffer.alloc(0))).toBe(true);
      expect((await share.read(inside, 'long', length - 1))?.length).toBe(length);
    }
  });

  test('tells a watcher of every call and that it came back, and stops when the watcher throws', async () => {
    const { inside } = sample();
    const calls: string[] = [];
    let pending = 0;
    let stop = false;
    const share = openShare(path.dirname(inside), {
      asked: (what) => {
        if (stop) throw new AppFault('CANCELLED');
        calls.push(what);
        pending += 1;
      },
      answered: () => {
        pending -= 1;
      },
    });
    share.readInto(inside, 'file', Buffer.alloc(9), 0, 7);
    expect(await share.read(inside, 'none', 9)).toBeNull();
    expect([calls, pending]).toEqual([['look', 'look', 'open', 'read', 'close', 'open'], 0]);
    stop = true;
    await expect(share.read(inside, 'file', 9)).rejects.toThrow('CANCELLED');
    expect(() => share.readInto(inside, 'file', Buffer.alloc(9), 0, 8)).toThrow('CANCELLED');
  });
});
