// Acting on words of a guide with the mouse, in the real window: the bar over a selection, the card of a note, its field,
// tags and undo; what is typed is on disk within a second and outlives the window.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noteDone, notesCardText, selectionText } from '../../renderer/text/notes-card.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { dragOver } from '../support/mouse-words.ts';
import { clearNotes, makeNotes } from '../support/note-screens.ts';
import { call, clipboard, complaints, guidePage, notices, openByLink, title } from '../support/screens.ts';

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

const bar = () => page.getByRole('toolbar', { name: selectionText.bar });
const card = () => page.getByRole('dialog', { name: /^Note on/ });
const field = () => card().getByRole('textbox', { name: notesCardText.field });
const notesHeld = async () => (await call(page, 'notes.guide', { guide: 'house-rules', edition: 0 })).notes.map(({ note }) => note);
const held = (part: (note: Awaited<ReturnType<typeof notesHeld>>[number]) => unknown) =>
  expect.poll(async () => (await notesHeld()).map(part));

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const boxOf = (selector: string): Promise<Box> =>
  page.locator(selector).evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
const selectionBoxes = (): Promise<readonly Box[]> =>
  page.evaluate(() =>
    [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
  );
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const wordsOnPage = (): Promise<readonly Box[]> =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) =>
      name.startsWith('note-')
        ? [...ranges].flatMap((range) =>
            [...(range as Range).getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
          )
        : [],
    ),
  );
/** Notes that were made before the guide is opened. */
const marked = async (wishes: Parameters<typeof makeNotes>[2]): Promise<void> => {
  await page.keyboard.press('Alt+Home');
  await makeNotes(page, 'house-rules', wishes);
  await openByLink(page, 'house-rules');
  await expect.poll(async () => (await wordsOnPage()).length).toBeGreaterThan(0);
};
const clickWords = async (): Promise<void> => {
  const [box] = await wordsOnPage();
  if (!box) throw new Error('nothing is painted');
  await page.mouse.click(box.left + 12, (box.top + box.bottom) / 2);
};

describe('the bar', () => {
  test('comes when the mouse lets go, never on the words, inside the window, and takes no focus', async () => {
    const before = await page.evaluate(() => document.activeElement?.id);
    await dragOver(page, words);
    await bar().waitFor();
    const own = await boxOf('.selection-bar');
    expect((await selectionBoxes()).some((box) => meet(own, box))).toBe(false);
    expect(own.left >= 0 && own.right <= 1280 && own.top >= 56).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(before);
    expect(await bar().getByRole('button').allInnerTexts()).toEqual(['Highlight', '', 'Note', 'Suggest a change', 'Copy']);
  });

  test('stands under words near the top, goes with them, and is away when they are out of view', async () => {
    await dragOver(page, words);
    await bar().waitFor();
    await page.mouse.wheel(0, (await boxOf('.selection-bar')).bottom - 60);
    await expect.poll(() => page.locator('.selection-bar').getAttribute('data-side')).toBe('below');
    const own = await boxOf('.selection-bar');
    expect((await selectionBoxes()).some((box) => meet(own, box))).toBe(false);
    await page.mouse.wheel(0, 600);
    await expect.poll(() => bar().isVisible()).toBe(false);
    await page.mouse.wheel(0, -600);
    await expect.poll(() => bar().isVisible()).toBe(true);
  });

  test('goes at a click elsewhere, and does not come for words that are not the guide’s', async () => {
    await dragOver(page, words);
    await bar().waitFor();
    await title(page).click();
    await expect.poll(() => bar().count()).toBe(0);
    await title(page).dblclick();
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
    await page.waitForTimeout(500);
    expect(await bar().count()).toBe(0);
  });

  test('highlights in the kind that is chosen, which is the next one’s as well', async () => {
    await dragOver(page, words);
    await bar().getByRole('button', { name: selectionText.chooseKind }).click();
    const list = await boxOf('.kind-list');
    expect((await selectionBoxes()).some((box) => meet(list, box))).toBe(false);
    await page.getByRole('menuitemradio', { name: 'To do' }).click();
    await notices(page).getByText(noteDone.highlighted('do')).waitFor();
    await held(({ highlight, anchor }) => [highlight, anchor.exact]).toEqual([['do', words]]);
    expect((await wordsOnPage()).length).toBeGreaterThan(0);
    await dragOver(page, 'Leave criticism of police alone');
    await bar().getByRole('button', { name: selectionText.highlight, exact: true }).click();
    await held(({ highlight }) => highlight).toEqual(['do', 'do']);
    // The same words once more: another kind, not a second highlight.
    await dragOver(page, words);
    await bar().getByRole('button', { name: selectionText.chooseKind }).click();
    await page.getByRole('menuitemradio', { name: 'Important' }).click();
    await held(({ highlight }) => highlight).toEqual(['important', 'do']);
  });

  test('copies with the source', async () => {
    await dragOver(page, words);
    await bar().getByRole('button', { name: selectionText.copyName }).click();
    await notices(page).getByText(readerText.quoteCopied).waitFor();
    expect((await clipboard(running.app)).text).toMatch(new RegExp(`^“${words}”\\nNational Guides, `));
  });
});

describe('the card', () => {
  test('of a new note is there at once beside the words; what is typed is on disk within a second', async () => {
    await dragOver(page, words);
    await bar().getByRole('button', { name: selectionText.note }).click();
    await page.keyboard.type('Number is on the wall');
    const own = await boxOf('.note-card');
    expect((await wordsOnPage()).some((box) => meet(own, box))).toBe(false);
    await expect.poll(async () => (await notesHeld())[0]?.text, { timeout: 1_000, interval: 50 }).toBe('Number is on the wall');
    await card().getByText(notesCardText.kept, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => card().count()).toBe(0);
  });

  test('opens at a click on the words and leaves the focus where it is; a click into the text closes it', async () => {
    await marked([{ on: words, text: 'Ask **Sam**, see [the rules](guide:security-baseline)\n\n- one', tags: ['duty'] }]);
    await clickWords();
    await card().waitFor();
    expect(await card().evaluate((element) => element.contains(document.activeElement))).toBe(false);
    expect(await card().locator('.note-text').innerHTML()).toContain('<strong>Sam</strong>');
    expect(await card().getByRole('listitem').innerText()).toBe('one');
    await guidePage(page, 'house-rules')
      .locator('.text p')
      .nth(1)
      .click({ position: { x: 300, y: 40 } });
    await expect.poll(() => card().count()).toBe(0);
    await clickWords();
    await card().getByRole('link', { name: 'the rules' }).click();
    await expect.poll(() => title(page).innerText()).toBe('Account security baseline');
    expect(await card().count()).toBe(0);
  });

  test('of hostile words shows them as words', async () => {
    await marked([
      { on: words, text: '<img src=x onerror="document.title=1"> [x](javascript:document.title=2) <script>document.title=3</script>' },
    ]);
    await clickWords();
    await card().waitFor();
    expect(await card().locator('.note-text').locator('img, script, a').count()).toBe(0);
    expect(await page.title()).toMatch(/^House rules/);
  });

  test('changes kind and tags, each with a way back', async () => {
    await marked([
      { on: words, tags: ['duty'] },
      { on: 'Leave criticism of police alone', tags: ['night shift'] },
    ]);
    await clickWords();
    await card().getByText('Local', { exact: true }).click();
    await held(({ highlight }) => highlight).toContainEqual('local');
    await notices(page).getByText(noteDone.recoloured(1, 'local')).waitFor();
    await card().getByRole('combobox', { name: notesCardText.addTag }).click();
    await card().getByRole('option', { name: 'night shift' }).click();
    await expect
      .poll(async () => (await notesHeld()).find(({ highlight }) => highlight === 'local')?.tags)
      .toEqual(['duty', 'night shift']);
    await card()
      .getByRole('button', { name: notesCardText.removeTag('duty') })
      .click();
    await expect.poll(async () => (await notesHeld()).find(({ highlight }) => highlight === 'local')?.tags).toEqual(['night shift']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('#main').focus();
    await page.keyboard.press('Control+Z');
    await notices(page)
      .getByText(noteDone.undone(noteDone.tagged(1)))
      .waitFor();
    await expect
      .poll(async () => (await notesHeld()).find(({ highlight }) => highlight === 'local')?.tags)
      .toEqual(['duty', 'night shift']);
  });

  test('deletes with a way back that brings the words, tags and what was typed last', async () => {
    await marked([{ on: words, text: 'Ask', tags: ['duty'] }]);
    await clickWords();
    await card().getByRole('button', { name: notesCardText.edit }).click();
    await page.keyboard.type(' Sam');
    await card().getByRole('button', { name: notesCardText.delete }).click();
    await notices(page).getByText(noteDone.deleted(1)).waitFor();
    await expect.poll(() => card().count()).toBe(0);
    expect(await notesHeld()).toEqual([]);
    await notices(page)
      .locator('.notice', { hasText: noteDone.deleted(1) })
      .getByRole('button', { name: 'Undo' })
      .click();
    await held(({ text, tags }) => [text, tags]).toEqual([['Ask Sam', ['duty']]]);
    await expect.poll(async () => (await wordsOnPage()).length).toBeGreaterThan(0);
  });

  test('archives, and copies the words with their source and what was written', async () => {
    await marked([{ on: words, text: 'Ask Sam' }]);
    await clickWords();
    await card().getByRole('button', { name: notesCardText.copy }).click();
    await notices(page).getByText(notesCardText.copied).waitFor();
    expect((await clipboard(running.app)).text).toMatch(new RegExp(`^“${words}”[\\s\\S]+#b[a-z2-7]+\\n\\nMy note: Ask Sam\\n$`));
    await card().getByRole('button', { name: notesCardText.archive }).click();
    await held(({ archived }) => archived).toEqual([true]);
    await expect.poll(async () => (await wordsOnPage()).length).toBe(0);
  });

  test('for a suggested change asks what it should say', async () => {
    await dragOver(page, words);
    await bar().getByRole('button', { name: selectionText.suggest }).click();
    expect(await card().getByRole('textbox').getAttribute('aria-label')).toBe(notesCardText.suggestPrompt);
    await page.keyboard.type('phone 101');
    await held(({ highlight, tags, text }) => [highlight, tags, text]).toEqual([['ask', [notesCardText.suggestTag], 'phone 101']]);
  });
});

describe('the field', () => {
  test('formats by buttons and keys, goes on with a list, and its own undo takes it back', async () => {
    await dragOver(page, words);
    await bar().getByRole('button', { name: selectionText.note }).click();
    await page.keyboard.type('ask Sam');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await card().getByRole('button', { name: notesCardText.bold }).click();
    expect(await field().inputValue()).toBe('ask **Sam**');
    await page.keyboard.press('Control+Z');
    expect(await field().inputValue()).toBe('ask Sam');
    await page.keyboard.press('Control+I');
    expect(await field().inputValue()).toBe('ask *Sam*');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await card().getByRole('button', { name: notesCardText.list }).click();
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    expect(await field().inputValue()).toBe('ask *Sam*\n- one\n- two');
    await held(({ text }) => text).toEqual(['ask *Sam*\n- one\n- two']);
  });

  test('stays while another part of the guide is read and copied from, and keeps what is typed when the page is left', async () => {
    await dragOver(page, words);
    await bar().getByRole('button', { name: selectionText.note }).click();
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
    await bar().getByRole('button', { name: selectionText.note }).click();
    await field().waitFor();
    // Straight to the window's own closing, with no time for a save in between.
    await page.keyboard.insertText('the last words');
    await running.close();
    await start();
    await openByLink(page, 'house-rules');
    await held(({ text }) => text).toEqual(['the last words']);
  });
});
