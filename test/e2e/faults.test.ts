// What a person sees when something is wrong with the guides themselves: damaged, cut, tampered or unknown packs at
// the first start and at an update, a store that goes while somebody reads, settings that cannot be read. Always a
// sentence, a next step and a reference; never a stack trace; never words of a guide in the log; and what was
// readable stays readable.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ErrorCode, errorReference } from '../../content/core/base/error.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { errorTexts } from '../../renderer/text/errors.ts';
import { shellText } from '../../renderer/text/shell.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { freshUserDataDir, type LaunchOptions, launchApp, type RunningApp, stagedApp } from '../support/electron-app.ts';
import {
  complaints,
  foundTitles,
  goHome,
  guidePage,
  notices,
  openByLink,
  searchBox,
  searchFor,
  title,
  treeLink,
} from '../support/screens.ts';
import { deleteInUse } from '../support/temp.ts';
import { brokenSeed, fileEnding, removeVariants, variantFolder, variantOf } from '../support/variants.ts';

const name = 'e2e-faults';
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

async function start(options: LaunchOptions = {}): Promise<Page> {
  running = await launchApp({ userDataDir: dir, ...options });
  return running.page;
}

/** The whole of what is promised about a fault on screen. */
async function says(page: Page, code: ErrorCode): Promise<void> {
  const fault = page.locator(`main [data-error="${code}"]`).first();
  await fault.waitFor();
  const words = await fault.innerText();
  const { title: what, body, nextStep } = errorTexts[code];
  // About a pack the title follows its name, in lower case.
  expect(words.toLowerCase()).toContain(what.toLowerCase());
  expect(words).toContain(body);
  expect(words).toContain(nextStep);
  expect(words).toContain(shellText.reference(errorReference(code)));
  const all = await page.locator('body').innerText();
  expect(all).not.toMatch(/\bat \S+ \(|\.(?:c?js|tsx?):\d+|\b(?:Type|Range|Reference|Syntax)?Error:|undefined|\[object/);
  expect(all).not.toContain(dir);
}

const log = (): string => {
  const file = path.join(dir, 'logs', 'national-guides.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const targets = (seed: string, channel: string) => path.join(seed, 'channels', channel, 'targets');
const metadata = (seed: string, channel: string) => path.join(seed, 'channels', channel, 'metadata');
const tamper = (file: string, from: string, to: string): void => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

const damages: readonly (readonly [string, readonly ErrorCode[], (seed: string) => void])[] = [
  [
    'a guide was changed after it was signed',
    ['TAMPERED'],
    (seed) => tamper(fileEnding(targets(seed, 'everyday'), '.house-rules.md'), 'Screenshot it', 'Delete it     '),
  ],
  [
    'a guide is cut short',
    ['TAMPERED', 'MALFORMED', 'INCOMPLETE'],
    (seed) => truncateSync(fileEnding(targets(seed, 'everyday'), '.house-rules.md'), 100),
  ],
  ['a guide is missing', ['INCOMPLETE'], (seed) => rmSync(fileEnding(targets(seed, 'everyday'), '.house-rules.md'))],
  [
    'the signed list is cut short',
    ['TAMPERED', 'MALFORMED', 'INCOMPLETE'],
    (seed) => truncateSync(path.join(metadata(seed, 'everyday'), 'timestamp.json'), 60),
  ],
  [
    'the signed list was changed',
    ['TAMPERED'],
    (seed) => tamper(path.join(metadata(seed, 'everyday'), 'timestamp.json'), '"version":', '"version": 1'),
  ],
];

describe('at the first start, when in one pack', () => {
  test.each(damages)('%s, that pack is refused and the others are there', async (_, codes, damage) => {
    const page = await start({ variant: await brokenSeed(name, damage) });
    const shown = (await page.locator('main [data-error]').first().getAttribute('data-error')) as ErrorCode;
    expect(codes).toContain(shown);
    await says(page, shown);
    expect(await (await treeLink(page, 'Everyday use', /House rules/)).count()).toBe(0);
    expect(await (await treeLink(page, 'Facebook', /^Using Facebook Pages/)).count()).toBe(1);
    await openByLink(page, 'facebook-use');
    await searchFor(page, 'contact notice');
    expect((await foundTitles(page)).length).toBeGreaterThan(0);
    expect(log()).toContain(shown);
    expect(log()).not.toMatch(/Screenshot it|House rules/);
  });
});

describe('at the first start', () => {
  test('a pack in a form of the future asks for a newer app, and the other is there', async () => {
    const share = variantFolder();
    const newer = (file: EditionFile): EditionFile => ({
      ...file,
      bytes: Buffer.from(
        Buffer.from(file.bytes)
          .toString()
          .replace(/"format":\s*\d+/, '"format":99'),
      ),
    });
    const { folder } = await makeShareFolder(
      { edit: (channel, files) => files.map((file) => (channel === 'x' && file.name === 'index.json' ? newer(file) : file)) },
      share,
    );
    const page = await start({ variant: variantOf(name, folder) });
    await says(page, 'APP_TOO_OLD');
    await openByLink(page, 'facebook-1');
  });

  test('an app without its guides says so on a page of its own', async () => {
    const page = await start({ variant: await brokenSeed(name, (seed) => rmSync(seed, { recursive: true }) ?? mkdirSync(seed)) });
    await says(page, 'SEED_MISSING');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('anything');
    expect(await searchBox(page).inputValue()).toBe('anything');
    await page.keyboard.press('Escape');
    for (const look of looks) {
      await wear(page, look);
      expect(await violations(page), look).toEqual([]);
    }
  });

  test('guides signed by others than the app trusts are refused as a whole', async () => {
    const { folder } = await makeShareFolder({}, variantFolder());
    const own = await brokenSeed(name, () => undefined);
    const page = await start({ variant: { ...own, seed: folder } });
    await says(page, 'TAMPERED');
    expect(await page.locator('article').count()).toBe(0);
  });
});

test('an update that is damaged changes nothing that was readable', async () => {
  await start({ variant: await brokenSeed(name, () => undefined) });
  await openByLink((running as RunningApp).page, 'house-rules');
  await (running as RunningApp).page.waitForTimeout(800);
  await running?.close();
  const page = await start({
    variant: await brokenSeed(name, (seed) => {
      tamper(path.join(metadata(seed, 'everyday'), 'timestamp.json'), '"version":', '"version": 1');
      tamper(path.join(metadata(seed, 'legal'), 'timestamp.json'), '"sig":"', '"sig":"00');
    }),
  });
  expect(await title(page).innerText()).toBe('House rules, moderation and abuse');
  await page
    .getByRole('region', { name: 'Status' })
    .getByRole('button', { name: /problem/ })
    .click();
  await says(page, 'TAMPERED');
  expect(await (await openByLink(page, 'contempt-active-cases')).innerText()).toContain('Comments under your post');
});

describe('while somebody reads', () => {
  /** Takes away what a mending would come from; the stage is put in order for the next start. */
  async function withoutSeed(): Promise<Page> {
    const variant = await brokenSeed(name, () => undefined);
    const { dir: stage } = await stagedApp(variant);
    const page = await start({ variant });
    rmSync(path.join(stage, '.stamp'), { force: true });
    renameSync(path.join(stage, 'resources', 'seed'), path.join(variantFolder(), 'seed'));
    return page;
  }

  test('a store that is deleted is said, and the open guide can still be read', async () => {
    const page = await withoutSeed();
    await openByLink(page, 'house-rules');
    deleteInUse(path.join(dir, 'store'));
    expect(await guidePage(page, 'house-rules').isVisible()).toBe(true);
    await page.keyboard.press('Control+K');
    await page.keyboard.insertText('guides://guide/facebook-use');
    await page.keyboard.press('Enter');
    await page.locator('main [data-error]').waitFor();
    const code = (await page.locator('main [data-error]').first().getAttribute('data-error')) as ErrorCode;
    expect(code).toBe('STORE_MISSING');
    await says(page, code);
    for (const look of looks) {
      await wear(page, look);
      expect(await violations(page), look).toEqual([]);
    }
    await page.getByRole('main').getByRole('button', { name: shellText.goHome }).click();
    await expect.poll(() => title(page).innerText()).toBe('National Guides');
  });

  test('a guide whose file is damaged on the disk is not shown, and every other is', async () => {
    const page = await withoutSeed();
    const said = complaints({ page });
    const blobs = path.join(dir, 'store', 'blobs');
    let damaged = 0;
    for (const file of readdirSync(blobs, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
      const full = path.join(file.parentPath, file.name);
      const bytes = readFileSync(full);
      for (let at = bytes.indexOf('Screenshot it first'); at >= 0; at = bytes.indexOf('Screenshot it first', at + 1)) {
        bytes[at] = 0x58;
        damaged += 1;
      }
      writeFileSync(full, bytes);
    }
    expect(damaged).toBeGreaterThan(0);
    await page.keyboard.press('Control+K');
    await page.keyboard.insertText('guides://guide/house-rules');
    await page.keyboard.press('Enter');
    await says(page, 'BLOB_DAMAGED');
    expect(await page.locator('body').innerText()).not.toContain('Xcreenshot');
    await openByLink(page, 'contact-notice');
    await goHome(page);
    expect(log()).toContain('BLOB_DAMAGED');
    expect(log()).not.toMatch(/creenshot|House rules/);
    expect(said).toEqual([]);
  });
});

test.each([
  ['nonsense', (file: string) => writeFileSync(file, '\u0000{"format":1,')],
  ['a folder', (file: string) => mkdirSync(file)],
])('settings that are %s are said in a notice, and reading goes on', async (_, spoil) => {
  spoil(path.join(dir, 'settings.json'));
  const page = await start();
  if (_ === 'nonsense') await notices(page).getByText(shellText.settingsRepaired).waitFor();
  await openByLink(page, 'house-rules');
  await page.keyboard.press('Control+=');
  expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('4');
});
