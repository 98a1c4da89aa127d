// Suggesting a change with the mouse in the real window: every kind of block in its place, the panel beside it, what is
// changed elsewhere, and what closing keeps.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { selectionText } from '../../renderer/text/notes-card.ts';
import { editPlaceText, suggestPageText, suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { dragOver } from '../support/mouse-words.ts';
import { bar, notesHeld } from '../support/note-cards.ts';
import { complaints, notices, openByLink } from '../support/screens.ts';
import {
  acts,
  clearDrafts,
  closeAll,
  draftsHeld,
  editor,
  panel,
  placesShown,
  proposed,
  suggestOnBlock,
  suggestOnWords,
} from '../support/suggest-window.ts';

const dir = await freshUserDataDir();
const words = 'phone the control room before you do either';
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp({ userDataDir: dir });
  page = running.page;
  said = complaints(running);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
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
const onDisk = () => expect.poll(() => proposed(page), { timeout: 3_000 });

describe('words that are selected', () => {
  test('open their paragraph in its place, with those words selected in it', async () => {
    await dragOver(page, words);
    const before = await page.evaluate(() =>
      getSelection()?.getRangeAt(0).startContainer.parentElement?.closest('p')?.getBoundingClientRect().toJSON(),
    );
    await bar(page).getByRole('button', { name: selectionText.suggest }).click();
    await editor(page).waitFor();
    const after = await page.locator('[data-host="edit"]').evaluate((element) => element.getBoundingClientRect().toJSON());
    expect([after.top, after.left, after.width, after.height]).toEqual([before?.top, before?.left, before?.width, before?.height]);
    expect(await editor(page).getAttribute('aria-label')).toBe(editPlaceText.editing('paragraph'));
    await page.keyboard.type('call 101 now');
    await onDisk().toContain('If anyone may be in danger, call 101 now.');
    expect(await notesHeld(page)).toEqual([]);
  });

  test('change one paragraph of the file and nothing else', async () => {
    await suggestOnWords(page, words);
    await page.keyboard.type('call 101');
    await onDisk().toContain('call 101');
    const [draft] = await draftsHeld(page);
    const base = draft?.suggestion.base?.source ?? '';
    expect(await proposed(page)).toBe(base.replace(words, 'call 101'));
  });
});

describe.each([
  ['heading', 'h2', 0],
  ['list', 'ul', 0],
  ['list', 'ol', 0],
  ['table', '.table-scroll', 0],
  ['callout', 'aside', 0],
  ['footnote', 'li.footnote', 1],
] as const)('a %s (%s)', (name, selector, nth) => {
  test('is changed in its place, shown as changed, opened again and put back', async () => {
    await suggestOnBlock(page, selector, nth);
    expect(await editor(page).getAttribute('aria-label')).toBe(editPlaceText.editing(name));
    await page.keyboard.type(' zebra');
    await onDisk().toContain('zebra');
    await page.keyboard.press('Escape');
    const place = placesShown(page).first();
    expect(await place.getAttribute('aria-label')).toBe(editPlaceText.place.changed(name));
    expect(await place.innerText()).toContain('zebra');
    await place.getByRole('button', { name: editPlaceText.editName(name) }).click();
    await editor(page).waitFor();
    await page.keyboard.press('Escape');
    await placesShown(page).first().getByRole('button', { name: editPlaceText.putBack }).click();
    await expect.poll(() => placesShown(page).count()).toBe(0);
    await onDisk().not.toContain('zebra');
    expect(await page.locator('[data-suggested], .suggest-host').count()).toBe(0);
  });
});

describe('a piece as a whole', () => {
  test('is added to, removed, put back, moved and joined, each undone by one press', async () => {
    await suggestOnWords(page, words);
    const base = (await draftsHeld(page))[0]?.suggestion.base?.source ?? '';
    const undone = async (): Promise<void> => {
      await page.keyboard.press('Control+Z');
      await onDisk().toBe(base);
    };
    await acts(page).getByRole('button', { name: editPlaceText.below }).click();
    await page.keyboard.type('Zebra');
    await onDisk().toContain(`${words}.\n\nZebra\n\n`);
    await page.keyboard.press('Escape');
    expect(await placesShown(page).first().getAttribute('aria-label')).toBe(editPlaceText.place.added);
    await placesShown(page).first().getByRole('button', { name: editPlaceText.putBack }).click();
    await onDisk().toBe(base);

    await suggestOnBlock(page, '> p', 1);
    await acts(page).getByRole('button', { name: editPlaceText.down }).click();
    await onDisk().not.toBe(base);
    expect(await page.locator('.suggest-place[data-host="moved-away"]').count()).toBe(1);
    await undone();
    await acts(page).getByRole('button', { name: editPlaceText.remove }).click();
    await onDisk().not.toBe(base);
    expect(await placesShown(page).first().getAttribute('aria-label')).toBe(editPlaceText.place.removed('paragraph'));
    await placesShown(page).first().getByRole('button', { name: editPlaceText.putBack }).click();
    await onDisk().toBe(base);

    await suggestOnBlock(page, '> p', 0);
    await acts(page).getByRole('button', { name: editPlaceText.join }).click();
    await onDisk().toContain(`${words}. Leave criticism`);
    await undone();
  });
});

describe('the three views', () => {
  test('show struck and inserted words, the final text, and the text as it is', async () => {
    await suggestOnWords(page, words);
    await page.keyboard.type('call 101 now');
    await page.keyboard.press('Escape');
    const place = placesShown(page).first();
    expect(await place.locator('del').allInnerTexts()).not.toEqual([]);
    await panel(page).getByRole('radio', { name: suggestPanelText.viewNames.final }).check();
    expect(await place.innerText()).toMatch(/call 101 now/);
    expect(await place.innerText()).not.toContain('control room');
    await panel(page).getByRole('radio', { name: suggestPanelText.viewNames.original }).check();
    expect(await place.innerText()).toContain(words);
    expect(await place.innerText()).not.toContain('101');
    await panel(page).getByRole('radio', { name: suggestPanelText.viewNames.all }).check();
  });
});

describe('a draft that is closed', () => {
  test('is kept, said to be, and waits in the head of its guide', async () => {
    await suggestOnWords(page, words);
    await page.keyboard.type('call 101');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await notices(page).getByText(suggestPageText.closed).waitFor();
    expect(await page.locator('.suggest-host, [data-suggested]').count()).toBe(0);
    await page.locator('.suggest-waiting').getByRole('button', { name: suggestPageText.goOn }).click();
    expect(await placesShown(page).first().innerText()).toContain('call 101');
  });

  test('is opened for the same words, with a way to start another', async () => {
    await suggestOnWords(page, words);
    await page.keyboard.type('call 101');
    await closeAll(page);
    await page.locator('.suggest-waiting').waitFor();
    // What each draft touches is looked up right after.
    await page.waitForTimeout(300);
    await suggestOnWords(page, 'Screenshot it first, then hide it');
    await notices(page)
      .getByText(/^Your draft from \d\d:\d\d is here$/)
      .waitFor();
    expect(await editor(page).innerText()).toContain('call 101');
    await notices(page).getByRole('button', { name: suggestPageText.another }).click();
    await expect.poll(async () => (await draftsHeld(page)).length).toBe(2);
    expect(await editor(page).innerText()).not.toContain('call 101');
  });

  test('by going elsewhere is kept as well', async () => {
    await suggestOnWords(page, words);
    await page.keyboard.type('call 101');
    await openByLink(page, 'security-baseline');
    await notices(page).getByText(suggestPageText.closed).waitFor();
    expect(await panel(page).count()).toBe(0);
    await onDisk().toContain('call 101');
    await openByLink(page, 'house-rules');
  });
});

test('title and summary are changed in the head of the guide', async () => {
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Suggest a change to this guide');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: editPlaceText.title }).fill('House rules and abuse');
  await page.getByRole('textbox', { name: editPlaceText.summary }).fill('What to hide: and when.');
  await onDisk().toContain('title: House rules and abuse\n');
  await onDisk().toContain('summary: "What to hide: and when."\n');
  await page.getByRole('button', { name: editPlaceText.done }).click();
  expect(await page.locator('.suggest-place[data-field="title"] del').innerText()).toContain('moderation');
});

test('find looks through what stands there now, and paper gets the guide as it is', async () => {
  await suggestOnWords(page, words);
  await page.keyboard.type('call zebra');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F');
  await page.keyboard.type('zebra');
  await page
    .locator('.findbar-count')
    .getByText(/^1 of 1/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.suggest-host').first().isVisible()).toBe(false);
  expect(await page.locator('[data-suggested]').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
});
