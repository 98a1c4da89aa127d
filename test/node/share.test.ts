import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
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
});
