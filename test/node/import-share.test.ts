import { chmodSync, readdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importShare } from '../../content/node/import-share.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { readState } from '../../content/node/store-state.ts';
import { facebook, makeKeys, makeShareFolder, x } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const later = nowVersion + 60;

describe('an honest share', () => {
  test('is imported whole, and a second time there is nothing to do', async () => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    const steps: string[] = [];
    const first = await importShare({
      store,
      share: share.folder,
      pinnedRoot: share.pinnedRoot,
      now,
      onProgress: (done, of) => steps.push(`${done}/${of}`),
    });
    expect([first.error, first.changed, codes(first)]).toEqual([null, true, { facebook: 'imported', x: 'imported' }]);
    expect(steps.at(-1)).toBe('7/7');
    expect(await readable(store)).toEqual(['# Page\n\nOpen it.\n', '# Comments\n\nHide them.\n', '# Account\n\nSecure it.\n']);
    const second = await bring(share, store);
    expect([second.changed, codes(second)]).toEqual([false, { facebook: 'current', x: 'current' }]);
  });

  test('brings only what changed the next time', async () => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    await bring(share, store);
    const bodies = { facebook: ['# Page\n\nOpen it now.\n', '# Comments\n\nHide them.\n'], x: ['# Account\n\nSecure it.\n'] };
    await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: later }, share.folder);
    const report = await bring(share, store);
    expect(report.channels.map(({ channel, outcome, files }) => [channel, outcome, files])).toEqual([
      ['facebook', 'imported', 2],
      ['x', 'imported', 0],
    ]);
    expect((await readable(store))[0]).toBe('# Page\n\nOpen it now.\n');
  });

  test('that is older than what is held is refused, and the newer stays', async () => {
    const [old, store] = [await makeShareFolder(), tempFolder()];
    const newer = await makeShareFolder({
      keys: old.keys,
      roots: old.roots,
      version: later,
      bodies: { facebook: ['# New\n'], x: ['# New too\n'] },
    });
    await bring(newer, store);
    const report = await bring(old, store);
    expect([report.directory.error?.code, codes(report)]).toEqual(['ROLLED_BACK', { facebook: 'ROLLED_BACK', x: 'ROLLED_BACK' }]);
    expect(await readable(store)).toEqual(['# New\n', '# New too\n']);
  });

  test('that is past its date is imported with a warning', async () => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    const report = await bring(share, store, new Date('2030-01-01T00:00:00Z'));
    expect(report.channels.map(({ outcome, warnings }) => [outcome, warnings.map(({ code }) => code).join()])).toEqual([
      ['imported', 'ROOT_STALE,STALE,REVIEW_OVERDUE'],
      ['imported', 'ROOT_STALE,STALE,REVIEW_OVERDUE'],
    ]);
  });

  test('with a channel withdrawn keeps it readable and says so', async () => {
    const [share, store] = [await makeShareFolder({ retired: { x: '2026-11-01' } }), tempFolder()];
    await bring(share, store);
    expect((await openLocalStore(store)).held().map(({ retired }) => retired)).toEqual([null, '2026-11-01']);
  });

  test('of other stewards replaces the trust only with the app’s own pinned root', async () => {
    const [one, two, store] = [await makeShareFolder(), await makeShareFolder({ version: later, keys: makeKeys() }), tempFolder()];
    await bring(one, store);
    expect((await bring({ ...two, pinnedRoot: one.pinnedRoot }, store)).directory.error?.code).toBe('TAMPERED');
    expect(codes(await bring(two, store))).toEqual({ facebook: 'imported', x: 'imported' });
    // The versions of the first are still the floor: an app set back cannot bring back older guidance.
    expect(codes(await bring(one, store))).toEqual({});
    expect((await bring(one, store)).error?.code).toBe('ROLLED_BACK');
  });

  test('may hold files that nobody signed', async () => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    for (const name of ['Thumbs.db', '~$index.json', 'timestamp.sync-conflict-20261122.json', '__proto__'])
      writeFileSync(path.join(share.folder, 'channels', 'facebook', 'metadata', name), 'x');
    writeFileSync(path.join(share.folder, 'channels', 'facebook', 'targets', 'extra.md'), '# Evil\n');
    expect(codes(await bring(share, store))).toEqual({ facebook: 'imported', x: 'imported' });
  });
});

describe('a share that heals', () => {
  test('brings the rest without copying again what was good', async () => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    const missing = share.blob(facebook, 'facebook-2.md');
    renameSync(missing, `${missing}.late`);
    const half = await bring(share, store);
    expect(half.channels[0]?.error?.data).toMatchObject({ have: 3, of: 4 });
    renameSync(`${missing}.late`, missing);
    const whole = await bring(share, store);
    expect(whole.channels.map(({ outcome, files }) => [outcome, files])).toEqual([
      ['imported', 1],
      ['current', 0],
    ]);
    expect(await readable(store)).toHaveLength(3);
  });
});

describe('the store', () => {
  test('that is not writable is STORE_DENIED', async () => {
    const parent = tempFolder();
    writeFileSync(path.join(parent, 'file'), '');
    const share = await makeShareFolder();
    if (process.getuid?.() !== 0) {
      chmodSync(parent, 0o500);
      expect((await bring(share, path.join(parent, 'store'))).error?.code).toBe('STORE_DENIED');
    }
    expect((await bring(share, path.join(parent, 'file', 'store'))).error?.code).toBe('STORE_MISSING');
  });

  test('with a damaged state is made again from the share', async () => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    await bring(share, store);
    for (const name of ['store-a.json', 'store-b.json']) truncateSync(path.join(store, name), 80);
    expect((await openLocalStore(store)).problems().map(({ code }) => code)).toEqual(['STORE_DAMAGED']);
    const report = await bring(share, store);
    expect(codes(report)).toEqual({ facebook: 'current', x: 'current' });
    expect([report.changed, report.repaired]).toEqual([true, ['store-a.json', 'store-b.json']]);
    expect(await readable(store)).toHaveLength(3);
  });

  test('keeps its floors when the signed files are lost', async () => {
    const [old, store] = [await makeShareFolder(), tempFolder()];
    const newer = await makeShareFolder({ keys: old.keys, roots: old.roots, version: later });
    await bring(newer, store);
    rmSync(path.join(store, 'metadata'), { recursive: true });
    expect((await bring(old, store)).error?.code).toBe('ROLLED_BACK');
    expect(codes(await bring(newer, store))).toEqual({ facebook: 'imported', x: 'imported' });
  });

  test('holds no leftovers of a stopped import or of earlier editions', async () => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    await bring(share, store);
    writeFileSync(path.join(store, 'blobs', '.facebook.0123456789ab.tmp'), 'x');
    await makeShareFolder(
      { bodies: { facebook: ['# All\n', '# New\n'], x: ['# Here\n'] }, keys: share.keys, roots: share.roots, version: later },
      share.folder,
    );
    await bring(share, store);
    const held = readState(store).channels.flatMap((channel) => [channel, ...channel.earlier]);
    const segments = new Set(held.flatMap((one) => one.segments));
    expect(readdirSync(path.join(store, 'blobs')).sort()).toEqual([...segments].sort());
    // The directory's, and of two channels the edition held and the one before.
    expect(readdirSync(path.join(store, 'metadata'))).toHaveLength(5);
    expect(readdirSync(path.join(store, 'derived')).length).toBeLessThanOrEqual(8);
  });

  test('a share that is not there is SHARE_UNREACHABLE', async () => {
    const share = await makeShareFolder();
    expect((await bring({ ...share, folder: path.join(share.folder, 'gone') }, tempFolder())).error?.code).toBe('SHARE_UNREACHABLE');
    expect((await bring({ ...share, folder: share.metadata(x, 'timestamp.json') }, tempFolder())).error?.code).toBe('SHARE_UNREACHABLE');
    expect(statSync(share.folder).isDirectory()).toBe(true);
  });
});
