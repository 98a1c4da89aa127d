// The first start of the app where the shared folder is missing or past its dates: the guides that came with the app
// can be read at once, and the words say what is true and nothing worse.
import { spawnSync } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { editionDay, nearDay } from '../../renderer/text/dates.ts';
import { updatesText } from '../../renderer/text/updates.ts';
import { searchFor } from '../support/screens.ts';
import { firstVersion, inDays } from '../support/state-scene.ts';
import { type StateWindow, stateWindow } from '../support/state-window.ts';
import { removeVariants } from '../support/variants.ts';

// Each test starts the app, which takes long on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 });
let window: StateWindow | undefined;
afterEach(async () => {
  expect(window?.complaints ?? []).toEqual([]);
  await window?.close();
  window = undefined;
  removeVariants();
});

test('with no share at all and nothing that answers: what came with the app is read, searched and said to be valid', async () => {
  const day = nearDay(editionDay(firstVersion), new Date().toISOString());
  window = await stateWindow('e2e-share-first', {
    prepare: ({ share }) => share.away('gone'),
    begins: new RegExp(`Share not reachable since \\d\\d:\\d\\d; you are reading the edition of ${day}, still valid`),
  });
  await searchFor(window.running.page, 'secure');
  await window.refers('SHARE_UNREACHABLE', 'share');
  const main = await window.updates();
  expect(await main.innerText()).toContain(updatesText.neverChecked);
  expect(await main.locator('[data-channel="facebook"]').innerText()).toMatch(/Not reachable[\s\S]*Not found in a shared folder yet/);
  expect(window.log()).toContain('SHARE_UNREACHABLE');
});

test('from a share whose editions are past their dates: they are verified, brought in, and said to be old', async () => {
  let newer = 0;
  window = await stateWindow('e2e-share-first', {
    prepare: ({ share }) => {
      newer = share.offer({ expires: inDays(-5) });
    },
    begins: /Not reviewed since \d+ \w+ \(NG-\d+\): check anything that matters|Not confirmed since \d+ \w+; guidance may be out of date/,
    reads: firstVersion + 10,
  });
  expect(newer).toBe(firstVersion + 10);
  expect(await window.running.page.locator('[data-banner="unconfirmed"]').innerText()).toContain('Not confirmed');
});

test('from a share that is only readable: nothing is written to it, and all is well', async () => {
  let before = '';
  const listed = (folder: string): string => spawnSync('find', [folder, '-printf', '%p %s %T@\n'], { encoding: 'utf8' }).stdout;
  window = await stateWindow('e2e-share-first', {
    prepare: ({ share }) => {
      spawnSync('chmod', ['-R', 'a-w', share.folder]);
      before = listed(share.folder);
    },
  });
  await window.look();
  await window.says(/Up to date/);
  expect(listed(window.share.folder)).toBe(before);
  spawnSync('chmod', ['-R', 'u+w', window.share.folder]);
});
