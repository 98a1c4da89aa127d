// Trouble on this PC's own side, and a share that does not answer, in the real app (trust.md 1.4): a full disk, damaged
// state, a share that hangs. The last good edition stays, its pages open at once, and it mends itself.
import { mkdirSync, readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { errorReference } from '../../content/core/base/error.ts';
import { canMount as canMountFaults, faultShare } from '../support/real-share.ts';
import { openByLink } from '../support/screens.ts';
import { canMount, type SmallDisk, smallDisk } from '../support/small-disk.ts';
import { filesAt, firstVersion } from '../support/state-scene.ts';
import { type StateWindow, stateWindow } from '../support/state-window.ts';
import { removeVariants, variantFolder } from '../support/variants.ts';

// Each test starts the app, which takes long on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 });
let window: StateWindow | undefined;
afterEach(async () => {
  expect(window?.complaints ?? []).toEqual([]);
  await window?.close();
  window = undefined;
  removeVariants();
});

test.skipIf(!canMount)('row 25: a disk that is full is said, and the edition that is held stays', async () => {
  let disk: SmallDisk | undefined;
  window = await stateWindow('e2e-share-local', {
    prepare: ({ dir }) => {
      const store = path.join(dir, 'store');
      mkdirSync(store);
      disk = smallDisk('size=1m,mode=0777', store);
    },
  });
  const large = { name: 'facebook-9.md', bytes: Buffer.from('Long words. '.repeat(60_000)) };
  window.share.offer({ files: [...filesAt(firstVersion + 10), large] });
  await window.look();
  await window.says(
    new RegExp(`Not enough space to update \\(${errorReference('NO_SPACE')}\\); you are reading the edition of .*, still valid`),
  );
  expect(window.log()).toContain('NO_SPACE');
  await window.reads(firstVersion);
  const small = window.share.offer();
  await window.look();
  await window.says(/Up to date/);
  await window.reads(small);
  await window.running.close();
  disk?.stop();
});

test('row 23: a store whose state was damaged is whole again by itself, and nothing older is taken in', async () => {
  window = await stateWindow('e2e-share-local');
  const newer = window.share.offer();
  await window.look();
  window.log();
  const { dir, share } = window;
  await window.restart(() => {
    for (const name of readdirSync(path.join(dir, 'store')))
      if (/^store-[ab]\.json$/.test(name)) truncateSync(path.join(dir, 'store', name), 9);
    share.offer({ version: firstVersion });
  });
  await window.reads(newer);
  await window.look();
  await window.reads(newer);
  expect(window.log()).toMatch(/ROLLED_BACK/);
});

test.skipIf(!canMountFaults.faults)('row 3: a share that hangs is given up while pages go on opening, and asked again later', async () => {
  const mount = await faultShare(variantFolder());
  try {
    window = await stateWindow('e2e-share-local', { folder: path.join(mount.source, 'guides'), seen: path.join(mount.seen, 'guides') });
    const { page } = window.running;
    mount.set({ kind: 'delay', op: 'read', match: 'timestamp.json', ms: 14_000 });
    await page.keyboard.press('F5');
    const times: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const started = performance.now();
      await openByLink(page, turn % 2 === 0 ? 'x-1' : 'facebook-1');
      times.push(performance.now() - started);
    }
    console.log(`pages opened beside a share that hangs: ${times.map((time) => Math.round(time)).join(', ')} ms`);
    await window.says(/Share not reachable since/);
    await window.refers('SHARE_UNREACHABLE', 'share');
    expect(window.log()).toContain('sync-process-hung');
    mount.set(null);
    await window.look();
    await window.says(/Up to date/);
  } finally {
    await window?.close();
    await mount.stop();
  }
});
