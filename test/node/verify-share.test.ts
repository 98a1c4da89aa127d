import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyShare } from '../../content/node/verify-share.ts';
import { facebook, makeShareFolder, x } from '../support/demo-share.ts';
import { now, nowVersion } from '../support/signed-repository.ts';

describe('verifyShare', () => {
  test('finds an honest share in order, with or without the app’s root', async () => {
    const share = await makeShareFolder();
    const report = await verifyShare({ share: share.folder, root: share.pinnedRoot, now });
    expect([report.ok, report.pinned, report.demo, report.directory.version]).toEqual([true, true, true, nowVersion]);
    expect(report.channels.map(({ channel, guides, files, error }) => [channel, guides, files, error])).toEqual([
      ['facebook', 2, 4, null],
      ['x', 1, 3, null],
    ]);
    expect((await verifyShare({ share: share.folder, root: null, now })).pinned).toBe(false);
  });

  test('refuses a share of other stewards', async () => {
    const [one, two] = [await makeShareFolder(), await makeShareFolder()];
    expect((await verifyShare({ share: one.folder, root: two.pinnedRoot, now })).directory.error?.code).toBe('TAMPERED');
  });

  test('lists every bad file and what nobody signed', async () => {
    const share = await makeShareFolder();
    appendFileSync(share.blob(facebook, 'facebook-1.md'), 'x');
    rmSync(share.blob(facebook, 'facebook-2.md'));
    writeFileSync(path.join(share.folder, 'channels', 'x', 'targets', 'Thumbs.db'), '');
    const report = await verifyShare({ share: share.folder, root: null, now });
    expect(report.ok).toBe(false);
    expect(report.channels[0]?.bad).toEqual([
      { file: 'facebook-1.md', code: 'TAMPERED', why: 'long' },
      { file: 'facebook-2.md', code: 'INCOMPLETE', why: 'missing' },
    ]);
    expect(report.channels.map(({ error }) => error?.code)).toEqual(['TAMPERED', undefined]);
    expect(report.channels.find(({ channel }) => channel === x)?.unsigned).toEqual(['Thumbs.db']);
  });

  test('a share that is not there is SHARE_UNREACHABLE, an empty folder INCOMPLETE', async () => {
    const share = await makeShareFolder();
    await expect(verifyShare({ share: `${share.folder}/none`, root: null, now })).rejects.toThrow('SHARE_UNREACHABLE');
    rmSync(path.join(share.folder, 'directory'), { recursive: true });
    expect((await verifyShare({ share: share.folder, root: null, now })).directory.error?.code).toBe('INCOMPLETE');
  });
});
