// The field of a note in the real window, in every look and in little room: what is typed is formatted, kept within a
// second, and outlives the page and the window; and notes that a newer app wrote are only read.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Note } from '../../content/core/annotation/model.ts';
import { notesCardText, selectionText } from '../../renderer/text/notes-card.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { dragOver } from '../support/mouse-words.ts';
import { bar, boxOf, card, clickPainted, meet, notesHeld, paintedBoxes } from '../support/note-cards.ts';
import { clearNotes, makeNotes } from '../support/note-screens.ts';
import { complaints, guidePage, notices, openByLink, title } from '../support/screens.ts';

const dir = await freshUserDataDir();
const words = 'phone the control room before you do either';
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
const start = async (): Promise<void> => {
  running = await launchApp({ userDataDir: dir });
  page = running.page;
  said = complaints(running);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
};
beforeAll(start);
afterAll(async () => {
  await running?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
beforeEach(async () => {
  await openByLink(page, 'house-rules');
  await page.waitForFunction(() => document.querySelector('[data-later]') === null);
});
afterEach(async () => {
  for (let layer = 0; layer < 4; layer += 1) await page.keyboard.press('Escape');
  await clearNotes(page);
  await page.keyboard.press('Alt+Home');
  expect(said).toEqual([]);
});

const field = () => card(page).getByRole('textbox', { name: notesCardText.field });
const held = (part: (note: Note) => unknown) => expect.poll(async () => (await notesHeld(page)).map(part));
/** Notes that were made before the guide is opened. */
const marked = async (wishes: Parameters<typeof makeNotes>[2]): Promise<void> => {
  await page.keyboard.press('Alt+Home');
  await makeNotes(page, 'house-rules', wishes);
  await openByLink(page, 'house-rules');
  await expect.poll(async () => (await paintedBoxes(page)).length).toBeGreaterThan(0);
};

describe.each(looks)('in the look "%s"', (look) => {
  beforeAll(() => wear(page, look));
  afterAll(() => wear(page, 'light'));

  test('axe has nothing to say about bar, kinds, card and field', async () => {
    await marked([
      { on: 'Leave criticism of police alone', text: 'Ask **Sam**, see [the rules](guide:security-baseline)', tags: ['duty'] },
    ]);
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.chooseKind }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await clickPainted(page);
    await card(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await card(page).getByRole('button', { name: notesCardText.edit }).click();
    await card(page).getByRole('combobox', { name: notesCardText.addTag }).click();
    await page.waitForTimeout(200);
    expect(await violations(page)).toEqual([]);
  });
});

describe('in a window of little room', () => {
  const resize = (width: number, height: number, zoom: number) =>
    running.app.evaluate(
      ({ BrowserWindow }, [w, h, factor]) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(w ?? 0, h ?? 0);
        window?.webContents.setZoomFactor(factor ?? 1);
      },
      [width, height, zoom],
    );
  afterEach(() => resize(1280, 800, 1));

  test.each([
    ['960 by 600', 960, 600, 1],
    ['400 % zoom', 1280, 800, 4],
  ])('%s: card and bar are inside, off the words, and all of the card can be reached', async (_, width, height, zoom) => {
    await resize(width, height, zoom);
    await page.waitForFunction((wide) => Math.abs(innerWidth - wide) < 40, width / zoom);
    await marked([{ on: words, text: 'Ask **Sam**', tags: ['duty'] }]);
    const inside = await page.evaluate(() => innerWidth);
    await guidePage(page, 'house-rules').getByText(words.slice(0, 12)).first().scrollIntoViewIfNeeded();
    await page.locator('.note-mark').first().click();
    await card(page).waitFor();
    await page.waitForTimeout(100);
    const own = await boxOf(page, '.note-card');
    expect([own.left >= 0, own.right <= inside, own.bottom <= height / zoom], JSON.stringify([own, inside])).toEqual([true, true, true]);
    const [first] = await paintedBoxes(page);
    expect(first && meet(own, first)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await card(page).getByRole('button', { name: notesCardText.edit }).click();
    for (const name of [notesCardText.bold, notesCardText.close, notesCardText.delete]) {
      const button = card(page).getByRole('button', { name });
      await button.scrollIntoViewIfNeeded();
      expect(
        await button.evaluate((element) => {
          const { left, top, width: wide, height: high } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(left + wide / 2, top + high / 2));
        }),
        name,
      ).toBe(true);
    }
  });
});

describe('the field', () => {
  test('formats by buttons and keys, goes on with a list, and its own undo takes it back', async () => {
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.note }).click();
    await page.keyboard.type('ask Sam');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await card(page).getByRole('button', { name: notesCardText.bold }).click();
    expect(await field().inputValue()).toBe('ask **Sam**');
    await page.keyboard.press('Control+Z');
    expect(await field().inputValue()).toBe('ask Sam');
    await page.keyboard.press('Control+I');
    expect(await field().inputValue()).toBe('ask *Sam*');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await card(page).getByRole('button', { name: notesCardText.list }).click();
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    expect(await field().inputValue()).toBe('ask *Sam*\n- one\n- two');
    await held(({ text }) => text).toEqual(['ask *Sam*\n- one\n- two']);
  });

  test('stays while another part of the guide is read and copied from, and keeps what is typed when the page is left', async () => {
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.note }).click();
    await page.keyboard.type('half a sen');
    await guidePage(page, 'house-rules').locator('.text p').nth(1).click();
    expect(await field().inputValue()).toBe('half a sen');
    await field().click();
    await page.keyboard.press('End');
    await page.keyboard.type('tence');
    await page.keyboard.press('Alt+Home');
    await title(page).and(page.getByText('National Guides')).waitFor();
    await held(({ text }) => text).toEqual(['half a sentence']);
  });

  test('keeps what was typed in the moment before the window was closed', async () => {
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.note }).click();
    await field().waitFor();
    // Straight to the window's own closing, with no time for a save in between.
    await page.keyboard.insertText('the last words');
    await running.close();
    await start();
    await openByLink(page, 'house-rules');
    await held(({ text }) => text).toEqual(['the last words']);
  });
});

describe('notes that a newer app wrote', () => {
  test('are shown, and nothing of them can be changed here', async () => {
    await makeNotes(page, 'house-rules', [{ on: words, text: 'From the newer app', tags: ['duty'] }]);
    await running.close();
    const file = path.join(dir, 'notes', 'house-rules.json');
    const page1 = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...page1, 'guides:format': Number(page1['guides:format']) + 1 }));
    await start();
    await openByLink(page, 'house-rules');
    await expect.poll(async () => (await paintedBoxes(page)).length).toBeGreaterThan(0);
    await clickPainted(page);
    await card(page).getByText(notesCardText.newer).waitFor();
    expect(await card(page).getByText('From the newer app').count()).toBe(1);
    expect(await card(page).getByRole('radio').first().isDisabled()).toBe(true);
    expect(
      await card(page)
        .getByRole('button')
        .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label'))),
      // A suggestion leaves the note as it is.
    ).toEqual([notesCardText.close, selectionText.suggest, notesCardText.copy]);
    await page.keyboard.press('Escape');
    await dragOver(page, 'Leave criticism of police alone');
    await bar(page).getByRole('button', { name: selectionText.highlight, exact: true }).click();
    await notices(page).getByText('These notes were written by a newer version').waitFor();
    expect((await notesHeld(page)).length).toBe(1);
    rmSync(file);
  });
});
