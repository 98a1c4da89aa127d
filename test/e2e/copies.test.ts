// "Save a copy" in the real window, by keyboard: a Word file with its drawings and a table as CSV are really written and read back;
// the menu opens from the command and from its button, closes as menus do, and passes the accessibility check.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { copyText } from '../../renderer/text/copies.ts';
import { errorTexts } from '../../renderer/text/errors.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { readCsv } from '../support/csv.ts';
import { launchApp, openFolder, type RunningApp } from '../support/electron-app.ts';
import { answerSaveDialog, complaints, notices, openByLink } from '../support/screens.ts';

let running: RunningApp;
let out = '';
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp();
  said = complaints(running);
  out = openFolder(mkdtempSync(path.join(running.userDataDir, 'out-')));
  await openByLink(running.page, 'house-rules');
});
afterAll(() => running?.close());
afterEach(() => expect(said).toEqual([]));

const menu = () => running.page.getByRole('menu', { name: copyText.button });
const focused = () => running.page.evaluate(() => document.activeElement?.textContent ?? '');

async function command(words: string): Promise<void> {
  await running.page.keyboard.press('Control+Shift+P');
  await running.page.keyboard.type(words);
  await running.page.keyboard.press('Enter');
}

/** Opens the menu by the command and goes to an item by its letters. */
async function choose(letter: string, name: string): Promise<void> {
  await command('Save a copy');
  await menu().waitFor();
  await expect.poll(focused).toContain('Word');
  for (let step = 0; step < 20 && !(await focused()).startsWith(name); step += 1) await running.page.keyboard.press(letter);
  expect(await focused()).toContain(name);
  await running.page.keyboard.press('Enter');
}

async function saved(letter: string, name: string, file: string): Promise<Uint8Array> {
  await answerSaveDialog(running.app, path.join(out, file));
  await choose(letter, name);
  await notices(running.page).getByText(copyText.saved(file)).waitFor();
  return readFileSync(path.join(out, file));
}

test('a Word file with drawings is saved by keyboard, with a bitmap beside each drawing', async () => {
  await openByLink(running.page, 'choose-or-leave-a-channel');
  const parts = unzipSync(await saved('w', 'Word', 'Choose.docx'));
  const names = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(names.filter((name) => name.endsWith('.svg')).length).toBeGreaterThan(0);
  const bitmaps = names.filter((name) => name.endsWith('.png')).map((name) => parts[name] ?? new Uint8Array());
  // A painted drawing of that size is some kilobytes; an empty sheet would be less than one.
  for (const bitmap of bitmaps) expect(bitmap.length).toBeGreaterThan(4_000);
  expect(bitmaps.length).toBeGreaterThan(0);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(xml).not.toContain('[Picture:');
  expect(xml).toContain('Nobody has approved this guide yet');
});

test('a table is saved as CSV by keyboard', async () => {
  await openByLink(running.page, 'house-rules');
  const rows = readCsv(await saved('w', 'What to do with what you see', 'Table.csv'));
  expect(rows[0]).toEqual(['You see', 'Do this']);
  expect(rows.length).toBeGreaterThan(4);
});

test('a web page, plain text and Markdown are written as files of their kind', async () => {
  const html = strFromU8(await saved('w', 'Web page', 'House.html'));
  expect(html).toContain('<h1>House rules, moderation and abuse</h1>');
  expect(strFromU8(await saved('p', 'Plain text', 'House.txt'))).toContain('guides://guide/house-rules');
  expect(strFromU8(await saved('m', 'Markdown', 'House.md')).startsWith('---\n')).toBe(true);
});

test('a save that fails says what to do, and one that is called off says nothing', async () => {
  await answerSaveDialog(running.app, path.join(out, 'not there', 'House.docx'));
  await choose('w', 'Word');
  await running.page.getByText(errorTexts.SAVE_FAILED.title).first().waitFor();
  expect(existsSync(path.join(out, 'not there'))).toBe(false);
  const before = await notices(running.page).allInnerTexts();
  await answerSaveDialog(running.app, null);
  await choose('w', 'Word');
  await running.page.waitForTimeout(500);
  expect(await notices(running.page).allInnerTexts()).toEqual(before);
});

test('the menu opens from its button, is walked by arrows, and Esc gives the focus back', async () => {
  const { page } = running;
  const button = page.getByRole('button', { name: copyText.button });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toContain('Word');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('PDF');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).not.toContain('Word');
  await page.keyboard.press('Escape');
  expect(await menu().count()).toBe(0);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the open menu passes the accessibility check in every look', async () => {
  const { page } = running;
  for (const look of looks) {
    await wear(page, look);
    await command('Save a copy');
    await menu().waitFor();
    expect(await violations(page), look).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await wear(page, 'light');
});

test('the open menu is whole and over everything in every width of window', async () => {
  const { app, page } = running;
  const resize = async (width: number, zoom = 1): Promise<void> => {
    await app.evaluate(
      ({ BrowserWindow }, [wide = 0, by = 1]) => {
        const [shown] = BrowserWindow.getAllWindows();
        shown?.setContentSize(wide, 800);
        shown?.webContents.setZoomFactor(by);
      },
      [width, zoom],
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(Math.ceil(width / zoom));
  };
  const sizes = [[1_280], [1_100], [960], [800], [640], [480], [1_280, 4]] as const;
  for (const [width, zoom] of sizes) {
    await resize(width, zoom);
    await command('Save a copy');
    await menu().waitFor();
    const seen = () =>
      menu().evaluate((list) => {
        const { left, right } = list.getBoundingClientRect();
        const rows = [...list.querySelectorAll('[role="menuitem"]')].slice(0, 5);
        const isOnTop = rows.every((row) => {
          row.scrollIntoView({ block: 'nearest' });
          const box = row.getBoundingClientRect();
          return row.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
        });
        return { isIn: left >= 0 && right <= document.documentElement.clientWidth, isOnTop };
      });
    // A window that was made smaller puts its panes away a moment later.
    await expect.poll(seen, { message: `${width} at ${zoom ?? 1}` }).toEqual({ isIn: true, isOnTop: true });
    await page.keyboard.press('Escape');
  }
  await resize(1_280);
});
