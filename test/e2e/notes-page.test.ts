// The page of all notes in the real app: found, narrowed, changed many at once, by mouse and by keyboard alone; the list
// beside a guide; and what is said when there are none.
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notesListText as words } from '../../renderer/text/notes-list.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { clearNotes, makeNotes, wordsIn } from '../support/note-screens.ts';
import { call, complaints, goHome, guidePage, notices, openByLink, title } from '../support/screens.ts';

let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
let guides: readonly string[] = [];
let quotes: readonly (readonly string[])[] = [];
beforeAll(async () => {
  running = await launchApp();
  ({ page } = running);
  said = complaints(running);
  guides = (await call(page, 'library.list', {})).guides.map(({ id }) => id).slice(0, 2);
  quotes = await Promise.all(guides.map((guide) => wordsIn(page, guide, 4)));
});
afterAll(() => running?.close());
beforeEach(async () => {
  await clearNotes(page);
  await makeNotes(page, guides[0] as string, [
    { on: quoteAt(0, 2), text: 'Third **of** the guide', highlight: 'ask', tags: ['legal'] },
    { on: quoteAt(0, 0), text: 'First, with café', tags: ['shift'] },
    { on: quoteAt(0, 1), highlight: 'do' },
  ]);
  await makeNotes(page, guides[1] as string, [{ on: quoteAt(1, 0), text: 'Elsewhere', highlight: 'local' }], 10);
  await openNotes();
  await expect.poll(() => rows().count()).toBe(4);
});
afterEach(async () => {
  await page
    .getByRole('button', { name: words.clear })
    .first()
    .click({ timeout: 500 })
    .catch(() => undefined);
  await goHome(page);
  expect(said).toEqual([]);
});

const quoteAt = (guide: number, at: number): string => quotes[guide]?.[at] as string;
const rows = (): Locator => page.locator('.note-row');
const quotesShown = (): Promise<readonly string[]> => page.locator('.kind-quote').allInnerTexts();
const ticks = (): Locator => page.locator('.note-tick');
const search = (): Locator => page.getByRole('searchbox', { name: words.search });
async function openNotes(): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await title(page).getByText('My notes').waitFor();
}
const notesOf = async (guide: number) =>
  (await call(page, 'notes.guide', { guide: guides[guide] as never, edition: 0 })).notes.map(({ note }) => note);
const undo = (): Promise<void> => notices(page).getByRole('button', { name: 'Undo' }).last().click();

test('notes stand under their guides in reading order, and say what they are', async () => {
  expect((await quotesShown()).slice().sort()).toEqual([...[0, 1, 2].map((at) => quoteAt(0, at)), quoteAt(1, 0)].sort());
  const first = page
    .getByRole('list')
    .filter({ has: page.locator('.note-row') })
    .first();
  const group = page.locator('.note-group').filter({ hasText: quoteAt(0, 0) });
  expect(await group.locator('.kind-quote').allInnerTexts()).toEqual([0, 1, 2].map((at) => quoteAt(0, at)));
  expect(await first.getByRole('listitem').count()).toBeGreaterThan(0);
  const third = rows().filter({ hasText: quoteAt(0, 2) });
  expect(await third.innerText()).toMatch(/Third of the guide[\s\S]*To ask[\s\S]*legal/);
  expect(await page.locator('.note-row strong').allInnerTexts()).toEqual(['of']);
});

test('a search finds words, quotes, tags and guides, and says how many', async () => {
  await search().fill('CAFE shift');
  await expect.poll(quotesShown).toEqual([quoteAt(0, 0)]);
  await expect.poll(() => page.locator('.notes-count').innerText()).toBe('1 of 4 notes');
  await expect.poll(() => page.locator('[role="status"]').allInnerTexts()).toContainEqual(expect.stringContaining('1 of 4 notes'));
  await search().fill('zygomorphic');
  await page.getByText(words.none).waitFor();
  await page.locator('.notes-none').getByRole('button', { name: words.clear }).click();
  await expect.poll(() => rows().count()).toBe(4);
});

test('filters narrow by kind, tag and words; archived notes are put away until asked for', async () => {
  await page.getByRole('combobox', { name: words.kind }).selectOption({ label: 'To do' });
  await expect.poll(quotesShown).toEqual([quoteAt(0, 1)]);
  await page.getByRole('button', { name: words.clear }).click();
  await page.getByRole('combobox', { name: words.tag, exact: true }).selectOption({ label: 'legal' });
  await expect.poll(quotesShown).toEqual([quoteAt(0, 2)]);
  await page.getByRole('button', { name: new RegExp(`^${words.archive}`) }).click();
  await page.getByText('1 archived note does.').waitFor();
  await page.getByRole('button', { name: words.showArchived }).click();
  await expect.poll(quotesShown).toEqual([quoteAt(0, 2)]);
  await undo();
  await page.getByRole('button', { name: words.clear }).first().click();
  await expect.poll(() => rows().count()).toBe(4);
});

describe('many at once', () => {
  test('kind and tags of notes on several guides change together, and one Undo takes it back', async () => {
    await ticks().nth(0).click();
    await ticks()
      .nth(3)
      .click({ modifiers: ['Shift'] });
    await page.getByText(words.selected(4)).waitFor();
    await page.getByRole('button', { name: words.changeTags }).click();
    await page.getByRole('textbox', { name: words.tagAdd }).fill('weekly');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => [...(await notesOf(0)), ...(await notesOf(1))].filter(({ tags }) => tags.includes('weekly')).length)
      .toBe(4);
    await undo();
    await expect
      .poll(async () => [...(await notesOf(0)), ...(await notesOf(1))].filter(({ tags }) => tags.includes('weekly')).length)
      .toBe(0);
    expect((await notesOf(0)).map(({ tags }) => tags)).toEqual([['shift'], [], ['legal']]);
    await page.getByRole('button', { name: words.changeKind, exact: true }).click();
    await page
      .locator('.disclosed')
      .getByRole('button', { name: /^Local/ })
      .click();
    await expect
      .poll(async () => [...(await notesOf(0)), ...(await notesOf(1))].every(({ highlight }) => highlight === 'local'))
      .toBe(true);
    await undo();
    await expect.poll(async () => (await notesOf(0)).map(({ highlight }) => highlight)).toEqual(['important', 'do', 'ask']);
    await page.getByRole('button', { name: words.clearSelection }).click();
  });

  test('what is ticked but not shown is left alone', async () => {
    await page.getByRole('checkbox', { name: words.selectAll(4) }).check();
    await search().fill('elsewhere');
    await page.getByText(words.selectedHidden(3)).waitFor();
    await page.locator('.notes-acts').getByRole('button', { name: words.delete }).click();
    await expect.poll(async () => (await notesOf(1)).length).toBe(0);
    expect(await notesOf(0)).toHaveLength(3);
    await undo();
    await expect.poll(async () => (await notesOf(1)).length).toBe(1);
    await page.getByRole('button', { name: words.clearSelection }).click();
  });
});

describe('by keyboard alone', () => {
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest('.note-row')?.querySelector('.kind-quote')?.textContent ?? '');
  const walk = async (): Promise<readonly string[]> => [...(await quotesShown())];

  test('arrows go from note to note, Space selects, Delete deletes and leaves the focus in the list', async () => {
    const order = await walk();
    await rows().first().locator('.note-link').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe(order[1]);
    await page.keyboard.press('Space');
    await page.getByText(words.selected(1)).waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(words.selected(2)).waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(() => rows().count()).toBe(2);
    await expect.poll(focused).toBe(order[3]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows().count()).toBe(4);
    await page.keyboard.press('Home');
    await expect.poll(focused).toBe(order[0]);
  });

  test('Enter opens the note in its guide; back again the list is as it was left', async () => {
    await search().fill(quoteAt(0, 2).slice(0, 20));
    await expect.poll(() => rows().count()).toBe(1);
    await rows().first().locator('.note-link').focus();
    await page.keyboard.press('Enter');
    await guidePage(page, guides[0] as string).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowLeft');
    await title(page).getByText('My notes').waitFor();
    await expect.poll(focused).toBe(quoteAt(0, 2));
    expect(await search().inputValue()).toBe(quoteAt(0, 2).slice(0, 20));
  });

  test('F2 opens the words of a note where they stand; they are kept, and Undo takes them back', async () => {
    const row = rows().filter({ hasText: 'Elsewhere' });
    await row.locator('.note-link').focus();
    await page.keyboard.press('F2');
    const field = page.locator('.row-editor textarea');
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type(' and **here**');
    await page.keyboard.press('Control+Enter');
    await field.waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe(quoteAt(1, 0));
    await expect.poll(() => rows().filter({ hasText: 'Elsewhere and here' }).count()).toBe(1);
    await undo();
    await expect.poll(async () => (await notesOf(1))[0]?.text).toBe('Elsewhere');
    await row.getByRole('button', { name: new RegExp(`^${words.edit}`) }).click();
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe(quoteAt(1, 0));
  });

  test('one row at a time is in the order of Tab, with all that can be done to it', async () => {
    await rows().nth(1).locator('.note-link').focus();
    expect(await page.locator('.note-row [tabindex="0"]').count()).toBe(5);
    expect(await rows().nth(1).locator('[tabindex="0"]').count()).toBe(5);
  });
});

test('beside a guide stand its notes, the one that is read marked, and a way to all of them', async () => {
  await openByLink(page, guides[0] as string);
  const list = page.getByRole('region', { name: words.hereCount(3) });
  await list.waitFor();
  expect(await list.getByRole('listitem').count()).toBe(3);
  await list.getByRole('link', { name: /Third of the guide/ }).click();
  await expect.poll(() => list.locator('[aria-current]').allInnerTexts()).toEqual([expect.stringContaining('Third of the guide')]);
  await page.keyboard.press('Escape');
  await list.getByRole('link', { name: words.hereAll }).click();
  await expect.poll(() => rows().count()).toBe(3);
});

test('without notes the page says how one is made', async () => {
  await clearNotes(page);
  await page.getByRole('heading', { level: 2, name: words.empty }).waitFor();
  expect(await violations(page)).toEqual([]);
});

describe.each(looks)('in the look "%s"', (look) => {
  afterAll(() => wear(page, 'light'));
  test('axe has nothing to say about the list and what can be done with many', async () => {
    await wear(page, look);
    expect(await violations(page)).toEqual([]);
    await ticks().nth(0).click();
    await page.getByRole('button', { name: words.changeTags }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.clearSelection }).click();
  });
});
