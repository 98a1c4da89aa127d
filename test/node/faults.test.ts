import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppFault } from '../../content/core/base/error.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { errnoOf, shareFault, storeFault } from '../../content/node/faults.ts';
import { importShare } from '../../content/node/import-share.ts';
import { readState } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { canMount as canFuse } from '../support/real-share.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
import { canMount, smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp.ts';
import { writableShare } from '../support/writable-share.ts';

const system = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', 'NO_SPACE'],
  ['EDQUOT', 'NO_SPACE'],
  ['EACCES', 'STORE_DENIED'],
  ['EPERM', 'STORE_DENIED'],
  ['EROFS', 'STORE_DENIED'],
  ['EBUSY', 'STORE_DENIED'],
  ['EMFILE', 'STORE_DENIED'],
  ['ENAMETOOLONG', 'STORE_DENIED'],
  ['ESTALE', 'STORE_DENIED'],
  ['ENOTCONN', 'STORE_DENIED'],
  ['ETIMEDOUT', 'STORE_DENIED'],
  ['EINTR', 'STORE_DENIED'],
  ['ENOENT', 'STORE_MISSING'],
  ['EIO', 'STORE_DAMAGED'],
])('%s of the store is %s', (errno, code) => expect(storeFault(system(errno)).code).toBe(code));

test.each([
  ['EACCES', 'SHARE_DENIED'],
  ['EIO', 'SHARE_UNREACHABLE'],
  ['ESTALE', 'SHARE_UNREACHABLE'],
  ['ETIMEDOUT', 'SHARE_UNREACHABLE'],
])('%s of the share is %s', (errno, code) => expect(shareFault(system(errno)).code).toBe(code));

test.skipIf(process.platform === 'win32')('an error that Node has no name for is named as the system names it', () => {
  // A quota that is used up, a network folder that was made anew: Node knows neither.
  for (const name of ['EDQUOT', 'ESTALE'] as const) {
    const number = constants.errno[name];
    const thrown = Object.assign(new Error(name), { code: `Unknown system error -${number}`, errno: -number });
    expect(errnoOf(thrown)).toBe(name);
  }
  expect(errnoOf(Object.assign(new Error('odd'), { code: 'Unknown system error -999999', errno: -999_999 }))).toBe(
    'Unknown system error -999999',
  );
});

describe.skipIf(!canFuse.faults)('a network folder of the system (needs fuse3 and python3-fusepy)', { timeout: 30_000 }, () => {
  // Node has one word for such an error at a write, and another elsewhere.
  test.each([
    ['EDQUOT', 'create', 'NO_SPACE'],
    ['EDQUOT', 'write', 'NO_SPACE'],
    ['ESTALE', 'create', 'STORE_DENIED'],
    ['ESTALE', 'write', 'STORE_DENIED'],
  ] as const)('that says %s at %s is told as %s', async (kind, op, code) => {
    const share = await writableShare(tempFolder());
    onTestFinished(() => share.stop());
    share.set({ op, kind });
    const thrown = await writeAtomic(path.join(share.seen, 'file'), 'words').catch((caught: unknown) => caught);
    expect(storeFault(thrown).toAppError()).toEqual({ code, data: { errno: kind } });
  });
});

test('a fault that has a code already keeps it', () => {
  const fault = new AppFault('TAMPERED');
  expect([shareFault(fault), storeFault(fault)]).toEqual([fault, fault]);
});

test('what is no system error has no errno', () =>
  expect([errnoOf(new Error('x')), errnoOf('x'), errnoOf(undefined)]).toEqual(['', '', '']));

describe('a real disk', () => {
  const plain = ['# Page\n\nOpen it.\n', '# Comments\n\nHide them.\n', '# Account\n\nSecure it.\n'];
  const bodies = { facebook: [`# Page\n\n${'long '.repeat(30_000)}\n`], x: ['# Account\n\nSecure it.\n'] };
  const blobs = (store: string) => readdirSync(path.join(store, 'blobs')).sort();
  const files = (store: string) => readdirSync(store, { recursive: true }).map(String).sort();

  test.skipIf(!canMount)('that is too full is NO_SPACE before anything is copied, and what was held stays', async () => {
    const store = path.join(smallDisk('size=256k').folder, 'store');
    const share = await makeShareFolder();
    await bring(share, store);
    const before = blobs(store);
    await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: nowVersion + 60 }, share.folder);
    expect((await bring(share, store)).error?.code).toBe('NO_SPACE');
    expect([await readable(store), blobs(store)]).toEqual([plain, before]);
  });

  test.skipIf(!canMount)('that has room for each channel but not for all takes none of them, and nothing temporary stays', async () => {
    const disk = smallDisk('size=900k');
    const store = path.join(disk.folder, 'store');
    const share = await makeShareFolder();
    await bring(share, store);
    const [before, state] = [blobs(store), readState(store)];
    const large = (word: string) => [`# ${word}\n\n${'long '.repeat(50_000)}\n`];
    const both = { facebook: large('One'), x: large('Two') };
    await makeShareFolder({ bodies: both, keys: share.keys, roots: share.roots, version: nowVersion + 60 }, share.folder);
    const report = await bring(share, store);
    expect([report.error?.code, codes(report)]).toEqual(['NO_SPACE', { facebook: 'NO_SPACE' }]);
    expect(Number(report.error?.data.needed)).toBeGreaterThan(2 * 2 * 250_000);
    expect([await readable(store), blobs(store), readState(store).channels]).toEqual([plain, before, state.channels]);
    disk.remount('size=4m');
    expect(codes(await bring(share, store))).toEqual({ facebook: 'imported', x: 'imported' });
  });

  test.skipIf(!canMount)('that fills up while it is written to gives back what the copy took', async () => {
    const disk = smallDisk('size=2m');
    const store = path.join(disk.folder, 'store');
    const share = await makeShareFolder();
    await bring(share, store);
    const before = blobs(store);
    await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: nowVersion + 60 }, share.folder);
    let filled = false;
    const fill = () => {
      if (filled) return;
      filled = true;
      spawnSync('dd', ['if=/dev/zero', `of=${path.join(disk.folder, 'other')}`, 'bs=4k'], { stdio: 'ignore' });
    };
    const report = await importShare({ store, share: share.folder, pinnedRoot: share.pinnedRoot, now, onProgress: fill });
    expect(report.error?.code).toBe('NO_SPACE');
    expect([await readable(store), blobs(store)]).toEqual([plain, before]);
    rmSync(path.join(disk.folder, 'other'));
    expect(codes(await bring(share, store))).toEqual({ facebook: 'imported', x: 'imported' });
  });

  test.skipIf(!canMount)('that has no room for one more file is NO_SPACE too, and nothing half-written stays', async () => {
    const disk = smallDisk('size=4m,nr_inodes=40');
    const store = path.join(disk.folder, 'store');
    const share = await makeShareFolder();
    await bring(share, store);
    await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: nowVersion + 60 }, share.folder);
    disk.remount(`nr_inodes=${files(store).length + 2}`);
    expect((await bring(share, store)).error?.code).toBe('NO_SPACE');
    expect(await readable(store)).toEqual(plain);
    expect(files(store).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    disk.remount('nr_inodes=100');
    expect(codes(await bring(share, store))).toEqual({ facebook: 'imported', x: 'imported' });
  });

  test.skipIf(!canMount)('that is read-only is STORE_DENIED, and reading goes on', async () => {
    const disk = smallDisk('size=4m');
    const store = path.join(disk.folder, 'store');
    const share = await makeShareFolder();
    await bring(share, store);
    disk.remount('ro');
    expect(codes(await bring(share, store))).toEqual({ facebook: 'current', x: 'current' });
    await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: nowVersion + 60 }, share.folder);
    expect((await bring(share, store)).error?.code).toBe('STORE_DENIED');
    expect(await readable(store)).toEqual(plain);
  });
});
