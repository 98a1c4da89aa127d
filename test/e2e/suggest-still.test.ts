// Nothing moves but what is changed: boxes of the guide before, while and after a piece is edited; and what axe says of every
// state, in every look and at 400 % zoom.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editPlaceText, suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { complaints, openByLink } from '../support/screens.ts';
import { acts, clearDrafts, closeAll, editor, panel, placesShown, suggestOnBlock } from '../support/suggest-window.ts';

const dir = await freshUserDataDir();
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
const size = (width: number, height: number): Promise<void> =>
  running.app.evaluate(({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high), [
    width,
    height,
  ] as const);
beforeAll(async () => {
  running = await launchApp({ userDataDir: dir });
  page = running.page;
  said = complaints(running);
  await size(1280, 800);
});
afterAll(async () => {
  await running?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
beforeEach(async () => {
  await openByLink(page, 'house-rules');
  await page.waitForFunction(() => document.querySelector('[data-later]') === null);
});
afterEach(async () => {
  await closeAll(page);
  await clearDrafts(page);
  await page.keyboard.press('Alt+Home');
  expect(said).toEqual([]);
});

/** Top and bottom of everything in the text that can be seen somewhere on the page, on the screen. */
const boxes = (): Promise<Record<string, readonly [number, number]>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.guide-head > *, .text > [id], .text > * [data-block]')].flatMap((element, at) => {
        const { top, bottom, height } = element.getBoundingClientRect();
        return height > 0 ? [[element.id || `head ${at}`, [Math.round(top * 2) / 2, Math.round(bottom * 2) / 2]]] : [];
      }),
    ),
  );
const editBox = () => page.locator('[data-host="edit"]').evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);

describe.each([
  ['> p', 3],
  ['h2', 1],
  ['h3', 0],
  ['> ul', 0],
  ['> ol', 0],
  ['.table-scroll', 0],
  ['aside', 0],
] as const)('%s %i', (selector, nth) => {
  test('opens without moving anything, and closes the same', async () => {
    const scroll = await page.evaluate(
      ([wanted, at]) => {
        document.querySelectorAll<HTMLElement>(`.text ${wanted}`)[at]?.scrollIntoView({ block: 'center' });
        return scrollY;
      },
      [selector, nth] as const,
    );
    const before = await boxes();
    await suggestOnBlock(page, selector, nth);
    const [open, { top, bottom }] = [await boxes(), await editBox()];
    for (const [id, [from, to]] of Object.entries(open)) {
      const [was, end] = before[id] as readonly [number, number];
      if (end <= top + 1) expect([id, from, to]).toEqual([id, was, end]);
      // The letters of a heading may stand a hair apart in the editor.
      else if (was >= bottom - 4) expect(Math.abs(from - was)).toBeLessThanOrEqual(3);
    }
    await page.keyboard.press('Escape');
    expect(await boxes()).toEqual(before);
    expect(await page.evaluate(() => scrollY)).toBe(scroll);
  });
});

test('a longer text moves only what is below it, by as much', async () => {
  await suggestOnBlock(page, '> p', 3);
  const [before, was] = [await boxes(), await editBox()];
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And more words than there were before, which make the paragraph longer by a line or two.');
  const [after, now] = [await boxes(), await editBox()];
  const by = now.height - was.height;
  expect(by).toBeGreaterThan(10);
  expect(now.top).toBe(was.top);
  for (const [id, [from]] of Object.entries(after)) {
    const [old = 0] = before[id] ?? [];
    expect(Math.abs(from - old - (old > was.bottom - 1 ? by : 0))).toBeLessThanOrEqual(1);
  }
});

test('a second place is opened while the first closes above it, and stays where it is', async () => {
  await suggestOnBlock(page, '> p', 1);
  await page.keyboard.type('Words that make the first one longer by a line, so that all below it stands lower than it did before. ');
  await page
    .locator('.text > p[id]')
    .nth(2)
    .evaluate((block) => block.scrollIntoView({ block: 'center' }));
  const top = await page
    .locator('.text > p[id]')
    .nth(2)
    .evaluate((block: HTMLElement) => {
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
      return block.getBoundingClientRect().top;
    });
  await page.keyboard.press('Control+Alt+3');
  await placesShown(page).first().waitFor();
  expect(Math.abs((await editBox()).top - top)).toBeLessThanOrEqual(1);
});

/** A draft with every kind of place, one of them open, and the panel with everything in it. */
async function everything(): Promise<void> {
  await suggestOnBlock(page, '> p', 0);
  await page.keyboard.type('Changed. ');
  await acts(page).getByRole('button', { name: editPlaceText.below }).click();
  await page.keyboard.type('Added by somebody.');
  await suggestOnBlock(page, '> p', 3);
  await acts(page).getByRole('button', { name: editPlaceText.remove }).click();
  await suggestOnBlock(page, '> aside', 0);
  await acts(page).getByRole('button', { name: editPlaceText.up }).click();
  await page.keyboard.press('Escape');
  await panel(page).getByRole('button', { name: suggestPanelText.addLink }).click();
  await page.keyboard.type('https://www.gov.uk');
  await page.keyboard.press('Enter');
  await panel(page).getByRole('button', { name: suggestPanelText.addText }).click();
  await suggestOnBlock(page, 'h2', 0);
  await expect
    .poll(() =>
      page.evaluate(() => new Set([...document.querySelectorAll<HTMLElement>('[data-host]')].map(({ dataset }) => dataset.host)).size),
    )
    .toBe(6);
}

describe.each(looks)('in the look "%s"', (look) => {
  beforeAll(() => wear(page, look));
  afterAll(() => wear(page, 'light'));

  test('axe has nothing to say of any state', async () => {
    await everything();
    expect(await violations(page)).toEqual([]);
    await panel(page).getByRole('radio', { name: suggestPanelText.viewNames.final }).check();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: editPlaceText.editHead }).click();
    await page.getByRole('textbox', { name: editPlaceText.title }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await closeAll(page);
    await page.locator('.suggest-waiting').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe.each([
  ['at 400 % zoom', 320, 200],
  ['in the smallest window', 960, 600],
] as const)('%s', (_, width, height) => {
  beforeAll(() => size(width, height));
  afterAll(() => size(1280, 800));

  test('nothing has to be scrolled sideways, and all is within reach', async () => {
    await everything();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await editor(page).focus();
    await page.keyboard.press('F6');
    expect(await panel(page).evaluate((pane) => pane.contains(document.activeElement))).toBe(true);
    for (const button of [suggestPanelText.send, suggestPanelText.delete]) {
      await panel(page).getByRole('button', { name: button, exact: true }).scrollIntoViewIfNeeded();
      expect(await panel(page).getByRole('button', { name: button, exact: true }).isVisible()).toBe(true);
    }
  });
});
