// What a person sees of shared folders in the real app: the status line, the page about updates, a folder imported by
// hand, and a newer edition that is offered and never put under their eyes.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMemory, shareId } from '../../content/node/sync-memory.ts';
import { editionDay, longDay } from '../../renderer/text/dates.ts';
import { shellText } from '../../renderer/text/shell.ts';
import { syncText } from '../../renderer/text/sync.ts';
import { updatesText } from '../../renderer/text/updates.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { type LiveShare, liveShare, newTargets, tamper } from '../support/live-share.ts';
import { answerOpenDialog, clipboard, complaints, notices, openByLink, scrollTop } from '../support/screens.ts';
import { firstEdition, rememberTrouble, zebraEdition } from '../support/sync-scene.ts';
import { tabWalk } from '../support/tab-walk.ts';
import { removeVariants, variantFolder } from '../support/variants.ts';

let live: LiveShare;
let share: string;
let dir: string;
let running: RunningApp | undefined;
let page: Page;
let said: readonly string[] = [];
beforeAll(async () => {
  live = await liveShare('e2e-sync-window', firstEdition);
});
beforeEach(async () => {
  dir = await freshUserDataDir();
  share = path.join(variantFolder(), 'NationalGuides');
  cpSync(live.variant.seed, share, { recursive: true });
});
afterEach(async () => {
  expect(said).toEqual([]);
  await stop();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
afterAll(removeVariants);

async function stop(): Promise<void> {
  await running?.close();
  running = undefined;
}

async function start(policy: unknown = { format: 1, mandatory: { shares: [share] } }): Promise<void> {
  running = await launchApp({ userDataDir: dir, variant: live.variant, policy });
  ({ page } = running);
  said = complaints(running);
}

const status = (): Locator => page.getByRole('region', { name: shellText.status });
const says = (words: RegExp): Promise<unknown> => expect.poll(() => status().innerText(), { timeout: 30_000 }).toMatch(words);
const updates = async (): Promise<Locator> => {
  await page.keyboard.press('Control+Shift+U');
  await page.getByRole('heading', { level: 1, name: updatesText.title }).waitFor();
  await page.getByRole('heading', { level: 2, name: updatesText.shares }).waitFor();
  return page.getByRole('main');
};
/** Publishes to the live share once, and makes the test's own share that edition. */
let published = false;
async function publishNewer(into = share): Promise<void> {
  if (!published) await live.publish(zebraEdition);
  published = true;
  cpSync(live.folder, into, { recursive: true });
}

const today = (): string => longDay(editionDay(Date.now() / 1000));

test('without a share nothing alarms, and the page says what to do', async () => {
  await start({ format: 1, mandatory: {} });
  await says(/^4? ?\d guides in 2 packs, signatures checked/);
  await status().getByRole('link').click();
  const main = page.getByRole('main');
  await page.getByRole('heading', { level: 1, name: updatesText.title }).waitFor();
  for (const words of [updatesText.none, updatesText.noneNext, updatesText.seed, updatesText.forItShares])
    await main.getByText(words).waitFor();
  expect(await main.getByRole('button', { name: updatesText.check }).count()).toBe(0);
  expect(await page.locator('main .fault').count()).toBe(0);
});

test('a share that IT set is said, looked at by itself and by F5, and cannot be removed', async () => {
  await start();
  await says(/Up to date at \d\d:\d\d/);
  const main = await updates();
  const row = main.locator(`[data-share="${shareId(share)}"]`);
  expect(await row.innerText()).toMatch(new RegExp(`NationalGuides[\\s\\S]*Up to date[\\s\\S]*${updatesText.byPolicy}`));
  expect(await row.innerText()).toContain(share);
  expect(await main.getByRole('button', { name: updatesText.addShare }).count()).toBe(0);
  await main.getByText(updatesText.managed).waitFor();
  await main.getByText(/^It is looked at again at/).waitFor();
  expect(await main.locator('[data-channel="facebook"]').innerText()).toMatch(/The facebook channel[\s\S]*Up to date[\s\S]*Edition of/);

  renameSync(share, `${share}-gone`);
  await page.keyboard.press('F5');
  await says(/Share not reachable since \d\d:\d\d; you are reading the edition of \d+ \w+, still valid/);
  await main.locator('.fault').getByText('Reference NG-1001').waitFor();
  expect(await row.innerText()).toContain('Not reachable');
  await openByLink(page, 'x-one');
  renameSync(`${share}-gone`, share);
  await page.keyboard.press('F5');
  await says(/Up to date at/);
});

test('a newer edition is offered above the open guide, and nothing moves until it is asked for', async () => {
  await start();
  await says(/Up to date/);
  const guide = await openByLink(page, 'long-one');
  const place = guide.getByText('What is to be done in part 29 of this guide.');
  await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(700);
  const top = () => place.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const [before, scrolled] = [await top(), await scrollTop(page)];
  await publishNewer();
  await page.keyboard.press('F5');
  const offer = page.locator('[data-newer="changed"]');
  await offer.waitFor({ timeout: 30_000 });
  expect([await top(), await scrollTop(page)]).toEqual([before, scrolled]);
  expect(await guide.innerText()).not.toContain('zebra');
  expect(await offer.innerText()).toMatch(/^A newer edition of this guide is here \(signed \d+ \w+\)\.\s+Show it$/);
  await notices(page).getByRole('button', { name: syncText.showNew }).click();
  await guide.getByText('by zebras in part 30').waitFor();
  // Two new blocks stand above, and the line that is read is where it was.
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
  expect(await scrollTop(page)).toBeGreaterThan(scrolled);
  expect(await offer.count()).toBe(0);
});

test('a guide that stayed the same is said to be, and other pages show the new edition at once', async () => {
  await start();
  await says(/Up to date/);
  await openByLink(page, 'short-one');
  await publishNewer();
  await page.keyboard.press('F5');
  await page.locator('[data-newer="same"]').waitFor({ timeout: 30_000 });
  expect(await notices(page).getByText('newer edition').count()).toBe(0);
  await page.locator('[data-newer]').getByRole('button', { name: syncText.showNew }).click();
  await expect.poll(() => page.locator('[data-newer]').count()).toBe(0);
  await (await openByLink(page, 'long-one')).getByText('by zebras in part 30').waitFor();
});

test('a copy that is not whole is counted, and what is read stays', async () => {
  await publishNewer();
  rmSync(newTargets(live.variant.seed, share, 'facebook').find((name) => name.endsWith('long-one.md')) as string);
  await start();
  await says(/Copy incomplete: \d+ of \d+ files/);
  expect(await (await openByLink(page, 'long-one')).innerText()).not.toContain('zebra');
  expect(await (await updates()).locator('[data-channel="facebook"]').innerText()).toMatch(/Copy incomplete[\s\S]*Reference NG-1004/);
});

describe('a share that was tampered with', () => {
  beforeEach(async () => {
    await publishNewer();
    tamper(share, 'facebook');
    await start();
    await expect
      .poll(() => readMemory(path.join(dir, 'store')).shares[0]?.channels.some(({ trouble }) => trouble), { timeout: 30_000 })
      .toBe(true);
    // Once is no alarm: it may be a copy that is under way.
    expect(await status().innerText()).not.toContain('Refused');
    await stop();
    await rememberTrouble(path.join(dir, 'store'), 'TAMPERED');
    await start();
    await says(/Refused \(NG-1011\): ask IT/);
  });

  test('is refused with a code, in every look, at 400 % and by keyboard', async () => {
    expect(await (await openByLink(page, 'long-one')).innerText()).not.toContain('zebra');
    const main = await updates();
    expect(await main.locator('[data-channel="facebook"]').innerText()).toMatch(/Refused[\s\S]*Reference NG-1011/);
    for (const look of looks) {
      await wear(page, look);
      await page.waitForTimeout(200);
      expect(await violations(page), look).toEqual([]);
    }
    await wear(page, 'light');
    const { missed, unseen } = await tabWalk(page, 'main');
    expect([missed, unseen]).toEqual([[], []]);
    await running?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(4));
    await page.waitForFunction(() => innerWidth <= 330);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });

  test('is told to IT by one button, without a word of guides', async () => {
    await (await updates()).getByRole('button', { name: updatesText.copySummary }).click();
    await notices(page).getByText(updatesText.summaryCopied).waitFor();
    const { text } = await clipboard((running as RunningApp).app);
    expect(text).toMatch(/State: refused since .*NG-1011 TAMPERED/);
    expect(text).toContain(share);
    expect(text).not.toMatch(/part 30|Guide long-one/);
  });
});

test('a folder is imported by keyboard, and what was refused is said with its reason', async () => {
  await start({ format: 1, mandatory: {} });
  const stick = path.join(variantFolder(), 'STICK');
  await publishNewer(stick);
  tamper(stick, 'x');
  await answerOpenDialog((running as RunningApp).app, stick);
  const main = await updates();
  await main.getByRole('button', { name: updatesText.importFolder }).focus();
  await page.keyboard.press('Enter');
  const report = main.getByRole('region', { name: updatesText.result('STICK') });
  await report.waitFor({ timeout: 30_000 });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('updates-report');
  expect(await report.locator('[data-outcome="imported"]').innerText()).toMatch(/The facebook channel[\s\S]*brought in/);
  expect(await report.locator('[data-outcome="failed"]').innerText()).toMatch(/was refused[\s\S]*Reference NG-1011/);
  await expect.poll(() => main.locator('[data-channel="facebook"]').innerText()).toContain(`Edition of ${today()}`);
  expect(await violations(page)).toEqual([]);
  await report.getByRole('button', { name: updatesText.resultClose }).click();
  expect(await report.count()).toBe(0);
  await (await openByLink(page, 'long-one')).getByText('by zebras in part 30').waitFor();

  const empty = path.join(variantFolder(), 'EMPTY');
  mkdirSync(empty);
  await answerOpenDialog((running as RunningApp).app, empty);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('import from');
  await page.keyboard.press('Enter');
  const nothing = main.getByRole('region', { name: updatesText.result('EMPTY') });
  await nothing.waitFor({ timeout: 30_000 });
  expect(await nothing.innerText()).toContain(updatesText.resultNothing);
});

test('a person adds a folder and takes it away again, and is asked first', async () => {
  await start({ format: 1, mandatory: {} });
  const main = await updates();
  await answerOpenDialog((running as RunningApp).app, share);
  await main.getByRole('button', { name: updatesText.addShare }).click();
  await says(/Up to date at/);
  await main.getByRole('button', { name: updatesText.removeOf('NationalGuides') }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(updatesText.removeYes);
  await main.getByRole('button', { name: updatesText.removeNo }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(updatesText.remove);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await main.getByText(updatesText.none).waitFor();
  expect(readFileSync(path.join(dir, 'settings.json'), 'utf8')).not.toContain(share);
});
