// Text and colours: each choice shows at once, on the text itself, and is there after a restart; what a force's IT
// has fixed says so and stays.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, expect, test } from 'vitest';
import { settingsText } from '../../renderer/text/settings.ts';
import { freshUserDataDir, type LaunchOptions, launchApp, type RunningApp } from '../support/electron-app.ts';
import { openByLink } from '../support/screens.ts';

const dir = await freshUserDataDir();
let running: RunningApp | undefined;
afterEach(async () => {
  await running?.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

async function start(options: LaunchOptions = {}): Promise<Page> {
  running = await launchApp({ userDataDir: dir, ...options });
  return running.page;
}

const panel = (page: Page) => page.getByRole('dialog', { name: settingsText.title });
const choose = (page: Page, group: string, option: string) =>
  panel(page).getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();

/** The looks of the running text. */
const text = (page: Page) =>
  page
    .locator('.text p')
    .first()
    .evaluate((paragraph) => {
      const { fontSize, lineHeight, fontFamily, color } = getComputedStyle(paragraph);
      const [size, line] = [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)];
      return { size, leading: line / size, fontFamily, color, width: paragraph.getBoundingClientRect().width };
    });

test('every choice shows at once and is kept', async () => {
  const page = await start();
  await openByLink(page, 'house-rules');
  const usual = await text(page);
  await page.keyboard.press('Control+,');
  await choose(page, settingsText.theme, 'Dark');
  await expect.poll(async () => (await text(page)).color).not.toBe(usual.color);
  await panel(page)
    .getByRole('radio', { name: settingsText.sizeOf(6) })
    .press('Space');
  await expect.poll(async () => (await text(page)).size).toBeGreaterThan(usual.size * 1.3);
  await choose(page, settingsText.spacing, 'Open');
  await expect.poll(async () => (await text(page)).leading).toBeGreaterThan(usual.leading);
  await choose(page, settingsText.font, 'The system’s own');
  await expect.poll(async () => (await text(page)).fontFamily).not.toBe(usual.fontFamily);
  await page.keyboard.press('Control+0');
  await expect.poll(async () => (await text(page)).size).toBeCloseTo(usual.size, 0);
  const wide = (await text(page)).width;
  await choose(page, settingsText.width, 'Narrow');
  await expect.poll(async () => (await text(page)).width).toBeLessThan(wide);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+=');
  const chosen = await text(page);
  await page.waitForTimeout(800);
  await running?.close();

  const again = await start();
  await again.locator('article.guide').waitFor();
  expect(await text(again)).toEqual(chosen);
  await again.keyboard.press('Control+,');
  await panel(again).getByRole('button', { name: settingsText.reset }).click();
  await expect.poll(async () => (await text(again)).color).toBe(usual.color);
  expect((await text(again)).size).toBe(usual.size);
});

test('the arrow keys choose within a group, and the sizes go by keys outside too', async () => {
  const page = await start();
  await openByLink(page, 'house-rules');
  const usual = await text(page);
  await page.keyboard.press('Control+=');
  expect((await text(page)).size).toBeGreaterThan(usual.size);
  await page.keyboard.press('Control+-');
  expect((await text(page)).size).toBe(usual.size);
  await page.keyboard.press('Control+,');
  await panel(page).getByRole('radiogroup', { name: settingsText.theme }).getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  await panel(page).getByRole('button', { name: settingsText.reset }).click();
});

test('what the force’s IT has fixed says so, is off, and keys do not change it', async () => {
  const page = await start({ policy: { format: 1, mandatory: { theme: 'sepia', textSize: 4 }, defaults: {} } });
  await openByLink(page, 'house-rules');
  await page.keyboard.press('Control+,');
  expect(await panel(page).getByText(settingsText.managed).count()).toBe(2);
  for (const option of await panel(page).getByRole('radiogroup', { name: settingsText.theme }).getByRole('radio').all())
    expect(await option.isDisabled()).toBe(true);
  expect(await panel(page).getByRole('radiogroup', { name: settingsText.width }).getByRole('radio').first().isDisabled()).toBe(false);
  await page.keyboard.press('Escape');
  const before = await text(page);
  await page.keyboard.press('Control+=');
  expect(await text(page)).toEqual(before);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('sepia');
});
