// Acting on words of a guide with the mouse, in the real window: the bar over a selection, and the card of a note with its
// kinds, tags, copying, deleting and the way back.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Note } from '../../content/core/annotation/model.ts';
import { noteDone, notesCardText, selectionText } from '../../renderer/text/notes-card.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { dragOver } from '../support/mouse-words.ts';
import { bar, boxOf, card, clickPainted, meet, notesHeld, paintedBoxes, selectionBoxes } from '../support/note-cards.ts';
import { clearNotes, makeNotes } from '../support/note-screens.ts';
import { clipboard, complaints, guidePage, notices, openByLink, title } from '../support/screens.ts';

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

const held = (part: (note: Note) => unknown) => expect.poll(async () => (await notesHeld(page)).map(part));
/** Notes that were made before the guide is opened. */
const marked = async (wishes: Parameters<typeof makeNotes>[2]): Promise<void> => {
  await page.keyboard.press('Alt+Home');
  await makeNotes(page, 'house-rules', wishes);
  await openByLink(page, 'house-rules');
  await expect.poll(async () => (await paintedBoxes(page)).length).toBeGreaterThan(0);
};

describe('the bar', () => {
  test('comes when the mouse lets go, never on the words, inside the window, and takes no focus', async () => {
    const before = await page.evaluate(() => document.activeElement?.id);
    await dragOver(page, words);
    await bar(page).waitFor();
    const own = await boxOf(page, '.selection-bar');
    expect((await selectionBoxes(page)).some((box) => meet(own, box))).toBe(false);
    expect(own.left >= 0 && own.right <= 1280 && own.top >= 56).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(before);
    expect(await bar(page).getByRole('button').allInnerTexts()).toEqual(['Highlight', '', 'Note', 'Suggest a change', 'Copy']);
  });

  test('stands under words near the top, goes with them, and is away when they are out of view', async () => {
    await dragOver(page, words);
    await bar(page).waitFor();
    await page.mouse.wheel(0, (await boxOf(page, '.selection-bar')).bottom - 60);
    await expect.poll(() => page.locator('.selection-bar').getAttribute('data-side')).toBe('below');
    const own = await boxOf(page, '.selection-bar');
    expect((await selectionBoxes(page)).some((box) => meet(own, box))).toBe(false);
    await page.mouse.wheel(0, 600);
    await expect.poll(() => bar(page).isVisible()).toBe(false);
    await page.mouse.wheel(0, -600);
    await expect.poll(() => bar(page).isVisible()).toBe(true);
  });

  test('goes at a click elsewhere, and does not come for words that are not the guide’s', async () => {
    await dragOver(page, words);
    await bar(page).waitFor();
    await title(page).click();
    await expect.poll(() => bar(page).count()).toBe(0);
    await title(page).dblclick();
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
    await page.waitForTimeout(500);
    expect(await bar(page).count()).toBe(0);
  });

  test('highlights in the kind that is chosen, which is the next one’s as well', async () => {
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.chooseKind }).click();
    const list = await boxOf(page, '.kind-list');
    expect((await selectionBoxes(page)).some((box) => meet(list, box))).toBe(false);
    await page.getByRole('menuitemradio', { name: 'To do' }).click();
    await notices(page).getByText(noteDone.highlighted('do')).waitFor();
    await held(({ highlight, anchor }) => [highlight, anchor.exact]).toEqual([['do', words]]);
    expect((await paintedBoxes(page)).length).toBeGreaterThan(0);
    await dragOver(page, 'Leave criticism of police alone');
    await bar(page).getByRole('button', { name: selectionText.highlight, exact: true }).click();
    await held(({ highlight }) => highlight).toEqual(['do', 'do']);
    // The same words once more: another kind, not a second highlight.
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.chooseKind }).click();
    await page.getByRole('menuitemradio', { name: 'Important' }).click();
    await held(({ highlight }) => highlight).toEqual(['important', 'do']);
  });

  test('copies with the source', async () => {
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.copyName }).click();
    await notices(page).getByText(readerText.quoteCopied).waitFor();
    expect((await clipboard(running.app)).text).toMatch(new RegExp(`^“${words}”\\nNational Guides, `));
  });
});

describe('the card', () => {
  test('of a new note is there at once beside the words; what is typed is on disk within a second', async () => {
    await dragOver(page, words);
    await bar(page).getByRole('button', { name: selectionText.note }).click();
    await page.keyboard.type('Number is on the wall');
    const own = await boxOf(page, '.note-card');
    expect((await paintedBoxes(page)).some((box) => meet(own, box))).toBe(false);
    await expect.poll(async () => (await notesHeld(page))[0]?.text, { timeout: 1_000, interval: 50 }).toBe('Number is on the wall');
    await card(page).getByText(notesCardText.kept, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page).count()).toBe(0);
  });

  test('opens at a click on the words and leaves the focus where it is; a click into the text closes it', async () => {
    await marked([{ on: words, text: 'Ask **Sam**, see [the rules](guide:security-baseline)\n\n- one', tags: ['duty'] }]);
    await clickPainted(page);
    await card(page).waitFor();
    expect(await card(page).evaluate((element) => element.contains(document.activeElement))).toBe(false);
    expect(await card(page).locator('.note-text').innerHTML()).toContain('<strong>Sam</strong>');
    expect(await card(page).getByRole('listitem').innerText()).toBe('one');
    await guidePage(page, 'house-rules')
      .locator('.text p')
      .nth(1)
      .click({ position: { x: 300, y: 40 } });
    await expect.poll(() => card(page).count()).toBe(0);
    await clickPainted(page);
    await card(page).getByRole('link', { name: 'the rules' }).click();
    await expect.poll(() => title(page).innerText()).toBe('Account security baseline');
    expect(await card(page).count()).toBe(0);
  });

  test('of hostile words shows them as words', async () => {
    await marked([
      { on: words, text: '<img src=x onerror="document.title=1"> [x](javascript:document.title=2) <script>document.title=3</script>' },
    ]);
    await clickPainted(page);
    await card(page).waitFor();
    expect(await card(page).locator('.note-text').locator('img, script, a').count()).toBe(0);
    expect(await page.title()).toMatch(/^House rules/);
  });

  test('changes kind and tags, each with a way back', async () => {
    await marked([
      { on: words, tags: ['duty'] },
      { on: 'Leave criticism of police alone', tags: ['night shift'] },
    ]);
    await clickPainted(page);
    await card(page).getByText('Local', { exact: true }).click();
    await held(({ highlight }) => highlight).toContainEqual('local');
    await notices(page).getByText(noteDone.recoloured(1, 'local')).waitFor();
    await card(page).getByRole('combobox', { name: notesCardText.addTag }).click();
    await card(page).getByRole('option', { name: 'night shift' }).click();
    await expect
      .poll(async () => (await notesHeld(page)).find(({ highlight }) => highlight === 'local')?.tags)
      .toEqual(['duty', 'night shift']);
    await card(page)
      .getByRole('button', { name: notesCardText.removeTag('duty') })
      .click();
    await expect.poll(async () => (await notesHeld(page)).find(({ highlight }) => highlight === 'local')?.tags).toEqual(['night shift']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('#main').focus();
    await page.keyboard.press('Control+Z');
    await notices(page)
      .getByText(noteDone.undone(noteDone.tagged(1)))
      .waitFor();
    await expect
      .poll(async () => (await notesHeld(page)).find(({ highlight }) => highlight === 'local')?.tags)
      .toEqual(['duty', 'night shift']);
  });

  test('deletes with a way back that brings the words, tags and what was typed last', async () => {
    await marked([{ on: words, text: 'Ask', tags: ['duty'] }]);
    await clickPainted(page);
    await card(page).getByRole('button', { name: notesCardText.edit }).click();
    await page.keyboard.type(' Sam');
    await card(page).getByRole('button', { name: notesCardText.delete }).click();
    await notices(page).getByText(noteDone.deleted(1)).waitFor();
    await expect.poll(() => card(page).count()).toBe(0);
    expect(await notesHeld(page)).toEqual([]);
    await notices(page)
      .locator('.notice', { hasText: noteDone.deleted(1) })
      .getByRole('button', { name: 'Undo' })
      .click();
    await held(({ text, tags }) => [text, tags]).toEqual([['Ask Sam', ['duty']]]);
    await expect.poll(async () => (await paintedBoxes(page)).length).toBeGreaterThan(0);
  });

  test('archives, and copies the words with their source and what was written', async () => {
    await marked([{ on: words, text: 'Ask Sam' }]);
    await clickPainted(page);
    await card(page).getByRole('button', { name: notesCardText.copy }).click();
    await notices(page).getByText(notesCardText.copied).waitFor();
    expect((await clipboard(running.app)).text).toMatch(new RegExp(`^“${words}”[\\s\\S]+#b[a-z2-7]+\\n\\nMy note: Ask Sam\\n$`));
    await card(page).getByRole('button', { name: notesCardText.archive }).click();
    await held(({ archived }) => archived).toEqual([true]);
    await expect.poll(async () => (await paintedBoxes(page)).length).toBe(0);
  });

  test('leads to a suggested change of its words, with what it says as the reason', async () => {
    await marked([{ on: words, text: 'They are told 101' }]);
    await clickPainted(page);
    await card(page).getByRole('button', { name: selectionText.suggest }).click();
    await page.locator('[data-host="edit"] .cm-content').waitFor();
    expect(await page.locator('.suggest-why').inputValue()).toBe('They are told 101');
    expect(await card(page).count()).toBe(0);
  });
});
