// Shared folders in the real app: a new edition arrives while somebody reads, several shares, a share that goes and
// comes back, a stick imported by hand. Nothing here restarts the app, and reading never stops.
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { SyncState } from '../../electron/ipc/replies.ts';
import { makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { answerOpenDialog, call, foundTitles, guidePage, openByLink, searchFor } from '../support/screens.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { removeVariants, variantFolder, variantOf } from '../support/variants.ts';

let dir: string;
let running: RunningApp | undefined;
beforeEach(async () => {
  dir = await freshUserDataDir();
});
afterEach(async () => {
  await running?.close();
  running = undefined;
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
afterAll(removeVariants);

const newer = { facebook: ['# Page\n\nOpen it with the zebra form.\n', '# Comments\n\nHide them.\n'], x: ['# Account\n\nSecure it.\n'] };

/** The app carries the first edition; its share is a copy of that. */
async function seedAndShare(): Promise<{ readonly seed: TestShare; readonly share: string }> {
  const seed = await makeShareFolder({ now: new Date() }, variantFolder());
  const share = path.join(variantFolder(), 'NationalGuides');
  cpSync(seed.folder, share, { recursive: true });
  return { seed, share };
}

const publish = (seed: TestShare, share: string, version = nowVersion + 60) =>
  makeShareFolder({ now: new Date(), keys: seed.keys, roots: seed.roots, version, bodies: newer }, share);

async function start(seed: TestShare, shares: readonly string[]): Promise<Page> {
  running = await launchApp({
    userDataDir: dir,
    variant: variantOf('e2e-sync', seed.folder, path.join(seed.folder, 'directory', 'metadata', '1.root.json')),
    policy: { format: 1, mandatory: { shares } },
  });
  return running.page;
}

async function until(page: Page, isSo: (state: SyncState) => boolean): Promise<SyncState> {
  let state = await call(page, 'sync.state', {});
  for (const end = Date.now() + 30_000; !isSo(state); state = await call(page, 'sync.state', {})) {
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(state)}`);
    await page.waitForTimeout(100);
  }
  return state;
}

const log = (): string => readFileSync(path.join(dir, 'logs', 'national-guides.log'), 'utf8');

test('a new edition is picked up without a restart, and the open page keeps its own', async () => {
  const { seed, share } = await seedAndShare();
  const page = await start(seed, [share]);
  const open = await openByLink(page, 'facebook-1');
  const first = await until(page, ({ settled }) => settled.kind === 'current');
  expect(first).toMatchObject({ managed: true, shares: [{ label: 'NationalGuides', path: share, origin: 'policy' }, { origin: 'seed' }] });
  expect(first.channels.map(({ held }) => held)).toEqual([nowVersion, nowVersion]);

  await publish(seed, share);
  await call(page, 'sync.check', {});
  const then = await until(page, ({ channels }) => channels.every(({ held }) => held === nowVersion + 60));
  expect(then.settled.kind).toBe('current');
  expect(await open.innerText()).not.toContain('zebra');
  expect((await call(page, 'library.guide', { id: 'facebook-1' as never })).source).toContain('zebra');
  await searchFor(page, 'zebra');
  await expect.poll(() => foundTitles(page)).toEqual(['Guide 1 of facebook']);
  expect(log()).toContain('share-checked');
  expect(log()).not.toContain('zebra');
});

test('a share that goes is said, reading goes on, and it is found again', async () => {
  const { seed, share } = await seedAndShare();
  const page = await start(seed, [share]);
  await until(page, ({ settled }) => settled.kind === 'current');
  renameSync(share, `${share}-gone`);
  await call(page, 'sync.check', {});
  const gone = await until(page, ({ settled }) => settled.kind === 'unreachable');
  expect(gone.settled.error?.code).toBe('SHARE_UNREACHABLE');
  await openByLink(page, 'x-1');
  await publish(seed, `${share}-gone`);
  renameSync(`${share}-gone`, share);
  await call(page, 'sync.check', {});
  await until(page, ({ settled, channels }) => settled.kind === 'current' && channels[0]?.held === nowVersion + 60);
});

test('the newest edition of several shares wins, and the older one is no trouble', async () => {
  const { seed, share } = await seedAndShare();
  const national = path.join(variantFolder(), 'national');
  cpSync(share, national, { recursive: true });
  await publish(seed, national);
  const page = await start(seed, [share, national]);
  await until(page, ({ channels }) => channels.every(({ held }) => held === nowVersion + 60));
  await call(page, 'sync.check', {});
  const state = await until(page, ({ overall, settled }) => overall.kind === settled.kind && settled.kind === 'current');
  expect(state.shares[1]?.status.kind).toBe('current');
  await guidePage(page, 'facebook-1').or(page.locator('main')).first().waitFor();
});

test('a stick is imported by hand, also when the drive itself is chosen', async () => {
  const { seed, share } = await seedAndShare();
  await publish(seed, share);
  const page = await start(seed, []);
  expect((await call(page, 'sync.state', {})).settled.kind).toBe('none');
  await answerOpenDialog((running as RunningApp).app, path.dirname(share));
  const report = await call(page, 'sync.import-folder', {});
  expect(report).toMatchObject({ error: null, channels: [{ outcome: 'imported', version: nowVersion + 60 }, { outcome: 'imported' }] });
  expect((await call(page, 'library.guide', { id: 'facebook-1' as never })).source).toContain('zebra');
  expect(existsSync(path.join(share, 'directory'))).toBe(true);
});
