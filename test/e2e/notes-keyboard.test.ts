// Annotating by keyboard alone, in the real window: words are selected from a find hit, a search result or the block in
// view, highlighted, written on, tagged and taken back, and the focus is always somewhere sensible.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noteDone, notesCardText, selectionText } from '../../renderer/text/notes-card.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { call, complaints, guidePage, notices, openByLink } from '../support/screens.ts';

const dir = await freshUserDataDir();
let running: RunningApp;
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp({ userDataDir: dir });
  said = complaints(running);
});
afterAll(async () => {
  await running?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
beforeEach(async () => {
  await openByLink(running.page, 'house-rules');
  await running.page.waitForFunction(() => document.querySelector('[data-later]') === null);
});
afterEach(async () => {
  for (let layer = 0; layer < 5; layer += 1) await running.page.keyboard.press('Escape');
  const { notes } = await call(running.page, 'notes.guide', { guide: 'house-rules', edition: 0 });
  if (notes.length > 0)
    await call(running.page, 'notes.edit', {
      guide: 'house-rules',
      edition: 0,
      edits: notes.map(({ note }) => ({ kind: 'delete', id: note.id })),
    });
  await running.page.keyboard.press('Alt+Home');
  expect(said).toEqual([]);
});

const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');
const notesHeld = async (page: Page) =>
  (await call(page, 'notes.guide', { guide: 'house-rules', edition: 0 })).notes.map(({ note }) => note);
const held = (page: Page) =>
  expect.poll(async () => (await notesHeld(page)).map(({ highlight, text, anchor }) => [highlight, text, anchor.exact]));
const bar = (page: Page) => page.getByRole('toolbar', { name: selectionText.bar });
const card = (page: Page) => page.getByRole('dialog', { name: /^Note on/ });
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '');

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+F');
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await expect.poll(() => selected(page)).toBe(words);
}

test('the match that Find leaves selected is highlighted by one key', async () => {
  const { page } = running;
  await find(page, 'phone the control room');
  await bar(page).waitFor();
  await page.keyboard.press('Control+Alt+Digit1');
  await notices(page).getByText(noteDone.highlighted('important')).waitFor();
  await held(page).toEqual([['important', '', 'phone the control room']]);
  expect(await bar(page).count()).toBe(0);
  expect(await focused(page)).toBe('main');
});

test('Shift and the arrow keys extend it by letters, with Ctrl by words, and back', async () => {
  const { page } = running;
  await find(page, 'phone the');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await selected(page)).toBe('phone the c');
  await page.keyboard.press('Control+Shift+ArrowRight');
  expect((await selected(page)).trim()).toBe('phone the control');
  await page.keyboard.press('Shift+End');
  expect(await selected(page)).toMatch(/^phone the control room before/);
  await page.keyboard.press('Shift+Home');
  expect((await selected(page)).trim().endsWith('phone')).toBe(false);
});

test('with nothing selected the first word in view is, and the arrow keys lead on from it', async () => {
  const { page } = running;
  await page.keyboard.press('Shift+ArrowRight');
  expect(await selected(page)).toBe('Someone');
  await page.keyboard.press('ArrowRight');
  expect(await selected(page)).toBe('is');
  await page.keyboard.press('ArrowDown');
  const below = await selected(page);
  expect(below).toMatch(/^\S+$/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  expect(await selected(page)).toBe('Someone');
  await page.keyboard.press('Control+ArrowDown');
  expect(await selected(page)).toBe('Leave');
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect.poll(() => selected(page)).toMatch(/^Leave criticism[\s\S]*legal services\.\s*$/);
  await page.keyboard.press('Control+Shift+ArrowDown');
  expect(await selected(page)).toContain('Hide, delete, report or block');
  await bar(page).waitFor();
  await page.keyboard.press('Escape');
  expect(await bar(page).count()).toBe(0);
  expect(await selected(page)).not.toBe('');
  await page.keyboard.press('Escape');
  expect(await selected(page)).toBe('');
  const top = await page.evaluate(() => scrollY);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
});

test('a block that one has landed on is what is meant, from its first word', async () => {
  const { page } = running;
  const block = await guidePage(page, 'house-rules').locator('[data-block]').nth(9).getAttribute('id');
  await openByLink(page, 'house-rules', block ?? '');
  await page.keyboard.press('Shift+ArrowRight');
  const first = await selected(page);
  expect((await guidePage(page, 'house-rules').locator(`#${block}`).innerText()).replace(/^\W+/, '').startsWith(first)).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await openByLink(page, 'house-rules', block ?? '');
  await page.keyboard.press('Control+Alt+Digit1');
  await expect.poll(async () => (await notesHeld(page)).map(({ anchor }) => anchor.block)).toEqual([block]);
});

test('F6 leads into the bar, the arrow keys along it, Esc back to the text', async () => {
  const { page } = running;
  await find(page, 'control room');
  await bar(page).waitFor();
  await page.keyboard.press('F6');
  const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  expect(await name()).toBe(selectionText.highlight);
  expect(await selected(page)).toBe('control room');
  await page.keyboard.press('ArrowRight');
  expect(await name()).toBe(selectionText.chooseKind);
  await page.keyboard.press('Enter');
  const item = (at: number) => page.getByRole('menu', { name: selectionText.kinds }).locator('[role^="menuitem"]').nth(at);
  for (const at of [0, 1, 2]) {
    if (at > 0) await page.keyboard.press('ArrowDown');
    await expect.poll(() => item(at).evaluate((element) => element === document.activeElement)).toBe(true);
  }
  await page.keyboard.press('Enter');
  await held(page).toEqual([['ask', '', 'control room']]);
  expect(await focused(page)).toBe('main');
  await find(page, 'published house');
  await bar(page).waitFor();
  await page.keyboard.press('F6');
  await page.keyboard.press('End');
  expect(await name()).toBe(selectionText.copyName);
  await page.keyboard.press('Escape');
  expect([await bar(page).count(), await focused(page)]).toEqual([0, 'main']);
});

test('a note is written, formatted, tagged and closed, and the focus comes back', async () => {
  const { page } = running;
  await find(page, 'Screenshot it first');
  await page.keyboard.press('Control+Alt+Digit2');
  // Typed at once: the card is there with the key.
  await page.keyboard.type('Ask Sam');
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => card(page).count()).toBe(0);
  expect(await focused(page)).toBe('main');
  await held(page).toEqual([[expect.any(String), 'Ask **Sam**', 'Screenshot it first']]);
  // The mark in the margin is how one comes back to it.
  await page.locator('.note-mark').first().focus();
  await page.keyboard.press('Enter');
  await card(page).waitFor();
  expect(await card(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await card(page).locator('strong').innerText()).toBe('Sam');
  await card(page).getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowDown');
  const next = await card(page).getByRole('radio', { checked: true }).getAttribute('value');
  await held(page).toEqual([[next, 'Ask **Sam**', 'Screenshot it first']]);
  await card(page).getByRole('combobox', { name: notesCardText.addTag }).focus();
  await page.keyboard.type('night shift');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await notesHeld(page))[0]?.tags).toEqual(['night shift']);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.classList.contains('note-mark'))).toBe(true);
});

test('Ctrl+Z takes back one change after the other and says which', async () => {
  const { page } = running;
  await find(page, 'control room');
  await page.keyboard.press('Control+Alt+Digit2');
  await page.keyboard.type('Number on the wall');
  await page.keyboard.press('Control+Enter');
  await held(page).toEqual([[expect.any(String), 'Number on the wall', 'control room']]);
  await page.keyboard.press('Control+Z');
  await notices(page).getByText(noteDone.undone(noteDone.rewritten)).waitFor();
  await held(page).toEqual([[expect.any(String), '', 'control room']]);
  await page.keyboard.press('Control+Z');
  await notices(page).getByText(noteDone.undone(noteDone.noted)).waitFor();
  await held(page).toEqual([]);
});

test('keys that write letters with AltGr never highlight', async () => {
  const { page } = running;
  await find(page, 'control room');
  const press = (modifierAltGraph: boolean) =>
    page.evaluate((altGraph) => {
      const keys = { key: '¹', code: 'Digit1', ctrlKey: true, altKey: true, modifierAltGraph: altGraph, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys));
    }, modifierAltGraph);
  await press(true);
  // Time for a note that must not come; the same keys without AltGr then show that it would have.
  await page.waitForTimeout(300);
  expect(await notesHeld(page)).toEqual([]);
  await press(false);
  await expect.poll(async () => (await notesHeld(page)).length).toBe(1);
});
