// Reading in the real window: moving between guides and back, the outline, links, saving, ticks, finding. One app
// for all, each test starting at Home with the keys a person has.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { homeText } from '../../renderer/text/home.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { clipboard, goHome, guidePage, inView, notices, openByLink, scrollTop, searchBox, title, treeLink } from '../support/screens.ts';

const dir = await freshUserDataDir();
let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ userDataDir: dir });
});
afterAll(async () => {
  await running?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
beforeEach(() => goHome(running.page));

const tree = () => running.page.getByRole('navigation', { name: 'Channels and subjects' });
const outline = () => running.page.getByRole('navigation', { name: 'On this page' });
const titleIs = (text: string) => expect.poll(() => title(running.page).innerText()).toBe(text);

describe('moving', () => {
  test('through the tree shows the guide, its crumbs and itself in the tree', async () => {
    const { page } = running;
    await (await treeLink(page, 'X', /^Using X$/)).click();
    await titleIs('Using X');
    expect(await tree().locator('[aria-current=page]').innerText()).toBe('Using X');
    expect(await page.getByRole('navigation', { name: 'Where you are' }).innerText()).toMatch(/Home[\s\S]*X/);
    expect(await page.title()).toBe('Using X – National Guides');
  });

  test('to a channel lists its guides; the tree closes and opens', async () => {
    await tree()
      .getByRole('link', { name: /^Facebook 2 guides/ })
      .click();
    await titleIs('Facebook');
    const toggle = tree().getByRole('button', { name: 'Hide the guides of Facebook' });
    await toggle.click();
    expect(await tree().getByRole('link', { name: 'Using Facebook Pages' }).count()).toBe(0);
    await tree().getByRole('button', { name: 'Show the guides of Facebook' }).press('Enter');
    expect(await tree().getByRole('link', { name: 'Using Facebook Pages' }).count()).toBe(1);
  });

  test('back and forward by keys goes where one was, to the line', async () => {
    const { page } = running;
    await openByLink(page, 'house-rules');
    await outline().getByRole('link', { name: 'Staff welfare' }).click();
    await expect.poll(() => scrollTop(page)).toBeGreaterThan(1500);
    const link = guidePage(page, 'house-rules').getByRole('link', { name: 'Contempt of court and active cases' }).first();
    await link.scrollIntoViewIfNeeded();
    const was = await scrollTop(page);
    await link.click();
    await titleIs('Contempt of court and active cases');
    await page.keyboard.press('Alt+ArrowLeft');
    await titleIs('House rules, moderation and abuse');
    await expect.poll(async () => Math.abs((await scrollTop(page)) - was)).toBeLessThan(2);
    await page.keyboard.press('Alt+ArrowRight');
    await titleIs('Contempt of court and active cases');
  });

  test('by a link to a block lands on it; by one to a place that is gone says so', async () => {
    const { page } = running;
    const guide = await openByLink(page, 'security-baseline');
    const block = await guide.locator('[data-block]').nth(12).getAttribute('id');
    await goHome(page);
    await openByLink(page, 'security-baseline', block ?? '');
    expect(await page.locator('.landed').getAttribute('id')).toBe(block);
    expect(await inView(page.locator('.landed'))).toBe(true);
    await openByLink(page, 'security-baseline', 'bzzzzzzz');
    await notices(page).getByText(readerText.placeGone).waitFor();
  });

  test('the outline follows the text, and a footnote leads there and back', async () => {
    const { page } = running;
    const guide = await openByLink(page, 'house-rules');
    await guide.getByRole('heading', { name: 'Word lists' }).evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => outline().locator('[aria-current=location]').innerText()).toMatch(/Word lists|Staff welfare/);
    await guide.locator('sup a').first().click();
    expect(await inView(guide.locator('.landed'))).toBe(true);
    await page.keyboard.press('Alt+ArrowLeft');
    await titleIs('House rules, moderation and abuse');
  });

  test('a link outside shows where it leads and opens nothing', async () => {
    const { app, page } = running;
    await app.evaluate(({ dialog }) => {
      Object.assign(globalThis, { shown: '' });
      Object.assign(dialog, {
        showMessageBox: async (_: unknown, { message, detail }: { message: string; detail: string }) => {
          Object.assign(globalThis, { shown: `${message} ${detail}` });
          return { response: 0 };
        },
      });
    });
    const guide = await openByLink(page, 'house-rules');
    await guide.getByRole('link', { name: 'Social media community standards (leaves National Guides)' }).click();
    await notices(page).getByText(readerText.outsideCopied).waitFor();
    expect(await app.evaluate(() => (globalThis as unknown as { shown: string }).shown)).toContain('mod.police.uk');
    expect((await clipboard(app)).text).toContain('https://mod.police.uk/');
    expect(page.url()).toMatch(/^guides:/);
  });
});

describe('keeping', () => {
  test('a guide for later puts it on Home and in the list, and takes it off with a way back', async () => {
    const { page } = running;
    await openByLink(page, 'x-setup');
    await page.keyboard.press('Control+D');
    await notices(page).getByText(homeText.savedKept('Setting up a force X account')).waitFor();
    await goHome(page);
    await page.getByRole('region', { name: 'Saved for later' }).getByRole('link', { name: 'Setting up a force X account' }).waitFor();
    await tree()
      .getByRole('link', { name: /^Saved/ })
      .click();
    await page.getByRole('button', { name: 'Remove from saved' }).click();
    await notices(page).getByText(homeText.savedRemoved('Setting up a force X account')).waitFor();
    await notices(page).getByRole('button', { name: 'Undo' }).last().click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Setting up a force X account/ })
      .waitFor();
  });

  test('ticks over a restart, and clears them with a way back', async () => {
    const first = await openByLink(running.page, 'house-rules');
    const boxes = first.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(2).focus();
    await running.page.keyboard.press('Space');
    await first.getByText(readerText.checklist(2, 8)).waitFor();
    await openByLink(running.page, 'contact-notice');
    // What is only glimpsed is not remembered; half a second is.
    await running.page.waitForTimeout(800);
    await running.close();

    running = await launchApp({ userDataDir: dir });
    const { page } = running;
    await titleIs('How to contact police: the notice every account needs');
    const again = await openByLink(page, 'house-rules');
    const ticked = () => again.getByRole('checkbox').evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
    expect((await ticked()).slice(0, 4)).toEqual([true, false, true, false]);
    await again.getByRole('button', { name: readerText.clearTicks }).click();
    expect((await ticked()).some(Boolean)).toBe(false);
    await notices(page).getByText(readerText.ticksCleared(2)).waitFor();
    await notices(page).getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(async () => (await ticked()).filter(Boolean).length).toBe(2);
  });
});

describe('finding in the page', () => {
  test('counts, steps both ways, wraps, and Esc leaves the match selected', async () => {
    const { page } = running;
    await openByLink(page, 'house-rules');
    await page.keyboard.press('Control+F');
    const bar = page.getByRole('search', { name: 'Find in this guide' });
    await page.keyboard.type('screenshot');
    const count = () => bar.getByRole('status').innerText();
    await expect.poll(count).toMatch(/^\d+ of \d+$/);
    const [at = 0, of = 0] = (await count()).split(' of ').map(Number);
    expect(of).toBeGreaterThan(5);
    await page.keyboard.press('Enter');
    expect(await count()).toBe(`${(at % of) + 1} of ${of}`);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    expect(await count()).toBe(`${((at - 2 + of) % of) + 1} of ${of}`);
    await page.keyboard.press('Escape');
    expect(await bar.count()).toBe(0);
    expect((await page.evaluate(() => getSelection()?.toString()))?.toLowerCase()).toBe('screenshot');
  });

  test('says when there is nothing, and closes before anything else does', async () => {
    const { page } = running;
    await openByLink(page, 'house-rules');
    await page.keyboard.press('Control+F');
    const bar = page.getByRole('search', { name: 'Find in this guide' });
    await bar.getByRole('textbox').fill('geofence');
    await bar.getByText(readerText.findNone).waitFor();
    expect(await bar.getByRole('button', { name: 'Next match' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await bar.count()).toBe(0);
    await page.keyboard.press('Control+K');
    expect(await searchBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
  });
});
