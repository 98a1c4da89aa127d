// By keyboard alone: every control can be reached, the focus can be seen, panes, palette, shortcut sheet, and Esc
// closing the innermost thing first.
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandTexts, paletteText, sheetText } from '../../renderer/text/commands.ts';
import { settingsText } from '../../renderer/text/settings.ts';
import { shellText } from '../../renderer/text/shell.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { goHome, openByLink, searchBox, searchFor, title } from '../support/screens.ts';
import { tabWalk } from '../support/tab-walk.ts';

let running: RunningApp;
let page: Page;
beforeAll(async () => {
  running = await launchApp();
  page = running.page;
});
afterAll(async () => {
  await running?.close();
});
beforeEach(() => goHome(page));

const dialog = (name: string) => page.getByRole('dialog', { name });
const pane = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane ?? null);

describe('every control is reached by Tab and shows its focus', () => {
  test.each([
    ['Home', async () => goHome(page)],
    ['a guide', async () => void (await openByLink(page, 'contact-notice'))],
    ['a channel', async () => page.getByRole('link', { name: /^Facebook 2 guides/ }).click()],
  ])('on %s', async (_, go) => {
    await go();
    const { missed, unseen } = await tabWalk(page);
    expect(missed).toEqual([]);
    expect(unseen).toEqual([]);
  });

  test('in the text options, without leaving them', async () => {
    await page.keyboard.press('Control+,');
    await dialog(settingsText.title).waitFor();
    const { missed, unseen } = await tabWalk(page, '[role=dialog]');
    expect(missed).toEqual([]);
    expect(unseen).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('in the results of a search', async () => {
    await searchFor(page, 'abusiv coment');
    const { missed, unseen } = await tabWalk(page, 'search');
    expect(missed).toEqual([]);
    expect(unseen).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

test('the first Tab in a new window offers to skip to the text', async () => {
  const fresh = await launchApp();
  try {
    await fresh.page.keyboard.press('Tab');
    expect(await fresh.page.evaluate(() => document.activeElement?.textContent)).toBe(shellText.skip);
    await fresh.page.keyboard.press('Enter');
    expect(await fresh.page.evaluate(() => document.activeElement?.id)).toBe('main');
  } finally {
    await fresh.close();
  }
});

test('F6 goes round the panes, Shift+F6 the other way', async () => {
  await openByLink(page, 'house-rules');
  const round: (string | null)[] = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('F6');
    round.push(await pane());
  }
  expect([...round].sort()).toEqual(['bar', 'main', 'outline', 'sidebar', 'status']);
  await page.keyboard.press('Shift+F6');
  expect(await pane()).toBe(round[3]);
});

describe('the palette', () => {
  test('runs a command by a part of its name, and opens a guide by its title', async () => {
    await page.keyboard.press('Control+Shift+P');
    await dialog(paletteText.title).waitFor();
    await page.keyboard.type('shortc');
    await page.keyboard.press('Enter');
    await dialog(sheetText.title).waitFor();
    await page.keyboard.press('Control+Shift+P');
    await dialog(paletteText.title).waitFor();
    await page.keyboard.type('major inc');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page).innerText()).toBe('Major incidents');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('hands what it does not know to the search', async () => {
    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.type('screenshot first');
    await page.keyboard.press('Enter');
    await expect.poll(() => searchBox(page).inputValue()).toBe('screenshot first');
    await expect.poll(() => searchBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
  });
});

describe('the shortcut sheet', () => {
  test('closes by Esc in the moment before the focus has come into it', async () => {
    await page.keyboard.press('F1');
    await dialog(sheetText.title).waitFor();
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    });
    await dialog(sheetText.title).waitFor({ state: 'detached' });
  });

  test.each(['F1', '?'])('opens by %s and lists the keys', async (key) => {
    await page.keyboard.press(key);
    const sheet = dialog(sheetText.title);
    await sheet.waitFor();
    for (const command of sheetText.groups.flatMap(({ commands }) => commands))
      expect(await sheet.locator('dd').getByText(commandTexts[command].name, { exact: true }).count(), command).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  test('does not open by ? where somebody types', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('may I hide it?');
    expect(await searchBox(page).inputValue()).toBe('may I hide it?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
  });
});

test('Esc closes the innermost first, and the focus goes back to where it was', async () => {
  await openByLink(page, 'house-rules');
  await page.keyboard.press('Control+F');
  const find = page.getByRole('search', { name: 'Find in this guide' });
  await find.waitFor();
  await searchFor(page, 'hide');
  await page.keyboard.press('F1');
  await dialog(sheetText.title).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.locator('[data-panel]').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('[data-panel]').count()).toBe(0);
  expect(await find.count()).toBe(1);
  // Leaves the search box, then closes the bar.
  await page.keyboard.press('Escape');
  await expect.poll(pane).toBe('main');
  await page.keyboard.press('Escape');
  await expect.poll(() => find.count()).toBe(0);

  const button = page.getByRole('button', { name: 'Text and colours' });
  await button.focus();
  await page.keyboard.press('Enter');
  await dialog(settingsText.title).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});
