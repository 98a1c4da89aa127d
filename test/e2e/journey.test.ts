// The first journey: somebody is abusing a victim in the comments, may I hide it? From the start of the app to the
// quotation in the duty log, with the keys a hurried person presses; and the second start, at the place left.
import { rmSync } from 'node:fs';
import { afterAll, afterEach, expect, test } from 'vitest';
import { readerText } from '../../renderer/text/reader.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { clipboard, complaints, inView, notices, openByLink, results, scrollTop, searchBox, searchFor, title } from '../support/screens.ts';

const dir = await freshUserDataDir();
let running: RunningApp | undefined;
afterEach(async () => {
  await running?.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

async function start(): Promise<RunningApp> {
  running = await launchApp({ userDataDir: dir });
  return running;
}

test('from the start to the paragraph and its quotation in three actions, with slips, and without a dialog', async () => {
  const { app, page } = await start();
  const said = complaints({ page });
  expect(await title(page).innerText()).toBe('National Guides');
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    for (const name of ['showMessageBox', 'showSaveDialog', 'showErrorBox'] as const)
      Object.assign(dialog, { [name]: async () => void asked.push(name) });
  });

  await searchFor(page, 'abusiv coment');
  expect(await page.locator('[data-correction]').innerText()).toContain('Showing results for abusive comment.');
  await expect.poll(() => page.locator('[role=status]').allTextContents()).toContainEqual(expect.stringContaining('Showing results for'));
  const best = results(page).first();
  expect(await best.getAttribute('aria-selected')).toBe('true');
  expect(await best.innerText()).toMatch(/abus.*comment/i);
  expect(
    await page
      .getByRole('group', { name: /^House rules, moderation and abuse/ })
      .getByRole('option')
      .count(),
  ).toBeGreaterThan(0);

  await page.keyboard.press('Enter');
  await page.locator('article[data-guide="house-rules"]').waitFor();
  const landed = page.locator('.landed');
  expect(await landed.evaluate((block) => getComputedStyle(block, '::before').animationName)).toBe('landed');
  expect(await landed.evaluate((block) => block === document.activeElement)).toBe(true);
  expect(await inView(landed)).toBe(true);
  expect(
    await inView(
      page
        .getByRole('note', { name: /Warning/ })
        .or(page.locator('aside.callout'))
        .first(),
    ),
  ).toBe(true);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.getByRole('region', { name: 'Status' }).innerText()).toMatch(/signatures checked[\s\S]*edition of \d+ \w+ \d{4}/);
  const seal = await page.locator('[data-seal]').innerText();
  expect(seal).toMatch(/Everyday use, edition of \d+ \w+ \d{4}/);
  expect(seal).toMatch(/Signature checked at \d\d:\d\d today/);
  expect(seal).toMatch(/Signed (?:by|with) /);

  await page.keyboard.press('Control+Shift+C');
  await notices(page).getByText(readerText.quoteCopied).waitFor();
  const { text, html } = await clipboard(app);
  const [quote = '', source = '', link = ''] = text.split('\n');
  expect(quote).toMatch(/^“.*(?:abus|hide).*”$/i);
  expect(source).toMatch(/^National Guides, Everyday use: House rules, moderation and abuse, .*version 0\.1 \(draft\), edition of /);
  expect(link).toMatch(/^guides:\/\/guide\/house-rules#b[a-z2-7]{7,15}$/);
  expect(html).toContain('<blockquote>');
  expect(await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([]);
  expect(said).toEqual([]);

  // The place is kept half a second after the hand rests.
  await expect.poll(async () => (await page.evaluate(() => scrollY)) > 300).toBe(true);
  await page.waitForTimeout(700);
});

test('the next start opens the guide last read, where it was left, with the box ready', async () => {
  const { page } = await start();
  expect(await title(page).innerText()).toBe('House rules, moderation and abuse');
  expect(await scrollTop(page)).toBeGreaterThan(300);
  expect(await inView(page.getByRole('heading', { name: /Someone is abusing a victim/ }))).toBe(true);
  await page.keyboard.press('Alt+Home');
  const resume = page.getByRole('region', { name: 'Continue reading' });
  expect(await resume.getByRole('link', { name: /^House rules, moderation and abuse/ }).count()).toBe(1);
  await resume.getByRole('link', { name: /^House rules/ }).click();
  await notices(page).getByText(readerText.resumed).waitFor();
  expect(await scrollTop(page)).toBeGreaterThan(300);
  // It speaks of the guide, and would cover another page for seconds.
  await page.keyboard.press('Alt+Home');
  await title(page).and(page.getByText('National Guides')).waitFor();
  await expect.poll(() => notices(page).getByText(readerText.resumed).count(), { timeout: 1_000 }).toBe(0);
});

test('Enter before the answer has come opens it all the same, and no key is lost', async () => {
  const { page } = await start();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('major incidents');
  await page.keyboard.press('Enter');
  await page.locator('article[data-guide="major-incidents"]').waitFor();
  expect(await searchBox(page).inputValue()).toBe('major incidents');
  const again = await openByLink(page, 'x-use');
  expect(await again.isVisible()).toBe(true);
});
