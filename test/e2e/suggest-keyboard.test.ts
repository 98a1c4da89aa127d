// Suggesting a change by keyboard alone, and what outlives a restart and a crash: every word but the last second, and the
// way back.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editPlaceText, suggestPageText, suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { complaints, notices, openByLink, searchFor } from '../support/screens.ts';
import { clearDrafts, editor, panel, placesShown, proposed } from '../support/suggest-window.ts';

const dir = await freshUserDataDir();
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
const start = async (): Promise<void> => {
  running = await launchApp({ userDataDir: dir });
  page = running.page;
  said = complaints(running);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
};
const restart = async (): Promise<void> => {
  await running.close();
  await start();
};
beforeAll(start);
afterAll(async () => {
  await running?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const onDisk = () => expect.poll(() => proposed(page), { timeout: 5_000 });
const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '');

test('from a search to a suggestion that can be sent, and to a place beside it, without a mouse', async () => {
  await searchFor(page, 'duty supervisor to decide');
  await press('Enter');
  await page.locator('.landed').waitFor();
  await press('Control+Alt+3');
  await editor(page).waitFor();
  expect(await name()).toBe(editPlaceText.editing('paragraph'));
  await press('Control+End');
  await page.keyboard.type(' Then tell the team.');
  await onDisk().toContain('record why. Then tell the team.');
  // The piece as a whole: added to, moved, and back.
  await press('Control+Shift+Enter');
  await page.keyboard.type('A paragraph of its own.');
  await onDisk().toContain('tell the team.\n\nA paragraph of its own.\n');
  await press('Alt+Shift+ArrowUp');
  await onDisk().toContain('A paragraph of its own.\n\nNo house rules');
  await press('Control+z');
  await onDisk().toContain('tell the team.\n\nA paragraph of its own.\n');
  await press('Control+y');
  await onDisk().toContain('A paragraph of its own.\n\nNo house rules');
  // F6 to the panel, Tab through it.
  await press('F6');
  expect(await panel(page).evaluate((pane) => pane.contains(document.activeElement))).toBe(true);
  for (let tabs = 0; tabs < 12 && !(await page.evaluate(() => document.activeElement?.matches('.suggest-why'))); tabs += 1)
    await press('Tab');
  await page.keyboard.type('People wait for an answer');
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('People wait for an answer');
  await press('Control+z');
  // Esc closes the piece, then the draft.
  await press('Escape');
  expect(await page.locator('[data-host="edit"]').count()).toBe(0);
  await press('Escape');
  await notices(page).getByText(suggestPageText.closed).waitFor();
  expect(said).toEqual([]);
});

test('the way back goes on after a restart, and leads to the place', async () => {
  await restart();
  await openByLink(page, 'house-rules');
  const wait = page.locator('.suggest-waiting').getByRole('button', { name: suggestPageText.goOn });
  await wait.waitFor();
  await wait.focus();
  await press('Enter');
  await placesShown(page).first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => document.getElementById('main')?.focus());
  await press('Control+z');
  await onDisk().toContain('tell the team.\n\nA paragraph of its own.\n');
  await editor(page).waitFor();
  expect(await page.locator('[data-host="edit"]').evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
  for (let steps = 0; steps < 12; steps += 1) await press('Control+z');
  await notices(page).getByText(suggestPageText.nothingToUndo).waitFor();
  await onDisk().not.toContain('tell the team');
  for (let steps = 0; steps < 3; steps += 1) await press('Control+y');
  await onDisk().toContain('record why. Then tell');
  await press('Escape', 'Escape');
  expect(said).toEqual([]);
});

test('killed while somebody types, it opens again with all but the last second', { timeout: 120_000 }, async () => {
  await clearDrafts(page);
  await openByLink(page, 'house-rules');
  await page
    .locator('.text > p')
    .first()
    .evaluate((block: HTMLElement) => {
      block.tabIndex = -1;
      block.focus();
    });
  await press('Control+Alt+3');
  await editor(page).waitFor();
  await press('Control+End');
  const typed: { readonly at: number; readonly words: string }[] = [];
  let words = '';
  for (let count = 0; count < 60; count += 1) {
    const next = ` n${count}`;
    await page.keyboard.type(next);
    words += next;
    typed.push({ at: performance.now(), words });
    await page.waitForTimeout(30);
  }
  const killed = performance.now();
  process.kill(running.pid, 'SIGKILL');
  await running.close().catch(() => undefined);
  await start();
  const kept = await proposed(page);
  // What the app had a second before it was killed.
  const sure = typed.filter(({ at }) => killed - at > 1_000).at(-1)?.words ?? '';
  expect(sure.length).toBeGreaterThan(20);
  expect(kept).toContain(sure);
  await openByLink(page, 'house-rules');
  await page.locator('.suggest-waiting').getByRole('button', { name: suggestPageText.goOn }).click();
  expect(await placesShown(page).first().innerText()).toContain('n5');
  await panel(page).getByRole('button', { name: suggestPanelText.close, exact: true }).click();
  await panel(page).waitFor({ state: 'detached' });
  expect(said).toEqual([]);
});
