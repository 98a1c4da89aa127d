// From the words of a guide to the notes on them: by mouse, by keys, from the list of all notes; and with find open.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { notesPageText } from '../../renderer/text/notes-page.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { addNotes, type MarkedGuide, markedGuide, type ShownBlocks } from '../support/marked-guide.ts';
import { complaints, notices } from '../support/screens.ts';

let running: RunningApp;
let guide: MarkedGuide;
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp();
  said = complaints(running);
  guide = await markedGuide(running.page, 'house-rules');
});
afterAll(() => running?.close());
afterEach(async () => {
  await guide.clear();
  expect(said).toEqual([]);
});

describe('with the mouse', () => {
  test('a mark opens its note, and another mark the next one', async () => {
    await guide.openWith([guide.words('Screenshot it first', { text: 'One' }), guide.words('This is not legal advice', { text: 'Two' })]);
    await guide.marks.first().click();
    await guide.card.getByText('One').waitFor();
    expect(await running.page.locator('.note-mark[aria-expanded="true"]').count()).toBe(1);
    expect(await guide.painted('note-active')).toBe('Screenshot it first');
    await guide.marks.nth(1).click();
    await guide.card.getByText('Two').waitFor();
    expect(await guide.painted('note-active')).toBe('This is not legal advice');
  });

  test('a click on highlighted words opens it, of two that overlap the shorter one, then the other', async () => {
    const { page } = running;
    await guide.openWith([
      guide.words('Leave criticism of police alone. As at 22 November 2026', { text: 'Long' }),
      guide.words('criticism of police', { highlight: 'ask', text: 'Short' }),
    ]);
    const box = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('note-ask') ?? [])] as Range[];
      const { x, y, width, height } = (range as Range).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(box.x, box.y);
    await expect.poll(() => guide.painted('note-hovered')).toBe('criticism of police');
    await page.mouse.click(box.x, box.y);
    await guide.card.getByText('Short').waitFor();
  });

  test('a click on plain words, on a link, or while words are selected opens nothing', async () => {
    const { page } = running;
    const table = guide.shown.blocks.find(({ kind }) => kind === 'table') as ShownBlocks['blocks'][number];
    const { article } = await guide.openWith([{ block: table.id, from: 0, to: table.text.length }]);
    await article.getByText('Someone is abusing a victim in your comments?').click();
    await page.waitForTimeout(200);
    expect(await guide.card.count()).toBe(0);
    const cell = article.getByRole('cell', { name: 'Spam or a scam link' });
    await cell.dblclick({ position: { x: 12, y: 16 } });
    expect(await page.evaluate(() => String(getSelection()).trim())).not.toBe('');
    await page.waitForTimeout(200);
    expect(await guide.card.count()).toBe(0);
    await article.getByRole('link', { name: 'active cases' }).first().click();
    await page.locator('article[data-guide="contempt"], article.guide:not([data-guide="house-rules"])').waitFor();
    expect(await guide.card.count()).toBe(0);
  });
});

describe('with the keys', () => {
  test('F8 goes through all notes in reading order and round, Shift+F8 back, and each is told', async () => {
    const { page } = running;
    await guide.openWith([
      guide.words('Ministry of Defence Police standards', { highlight: 'ask', text: 'Second' }),
      guide.words('Screenshot it first', { text: 'First' }),
      guide.words('Complainants have anonymity', { highlight: 'local', text: 'Third' }),
    ]);
    // Every message, since others may be told right after it.
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(globalThis, { told });
      const look = (): void => {
        for (const place of document.querySelectorAll('[role="status"], [aria-live]'))
          told.push((place.textContent ?? '').replaceAll('\u200b', ''));
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const told = (): Promise<string | undefined> =>
      page.evaluate(() => (globalThis as unknown as { told: string[] }).told.filter((text) => /^Note \d of \d/.test(text)).at(-1));
    const step = async (keys: string, text: string, spoken: string) => {
      await page.keyboard.press(keys);
      await guide.card.getByText(text, { exact: true }).waitFor();
      await expect.poll(told).toBe(spoken);
      const inView = await page.evaluate(() => {
        const [range] = [...(CSS.highlights.get('note-active') ?? [])] as Range[];
        const box = range?.getBoundingClientRect();
        return box !== undefined && box.top > 50 && box.bottom < innerHeight - 20;
      });
      expect(inView, text).toBe(true);
    };
    await step('F8', 'First', 'Note 1 of 3, important');
    await step('F8', 'Second', 'Note 2 of 3, to ask');
    await step('F8', 'Third', 'Note 3 of 3, local');
    await step('F8', 'First', 'Note 1 of 3, important');
    await step('Shift+F8', 'Third', 'Note 3 of 3, local');
    // With its card closed, the next one is still the one after it.
    await page.keyboard.press('Escape');
    await guide.card.waitFor({ state: 'detached' });
    await step('Shift+F8', 'Second', 'Note 2 of 3, to ask');
  });

  test('F8 in a guide without notes says so', async () => {
    await guide.openWith([]);
    await running.page.waitForTimeout(300);
    await running.page.keyboard.press('F8');
    await notices(running.page).getByText(notesPageText.none).waitFor();
  });

  test('a mark is reached by Tab, opened by Enter, and has the focus again when the card is closed', async () => {
    const { page } = running;
    await guide.openWith([guide.words('Screenshot it first', { text: 'One' })]);
    await guide.marks.first().focus();
    expect(await guide.painted('note-hovered')).toBe('Screenshot it first');
    await page.keyboard.press('Enter');
    await guide.card.getByText('One').waitFor();
    await page.keyboard.press('Escape');
    await guide.card.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('note-mark');
  });
});

test('from the list of all notes a note is opened at its words, with its card', async () => {
  const { page } = running;
  const table = guide.shown.blocks.find(({ kind }) => kind === 'table') as ShownBlocks['blocks'][number];
  const at = table.text.lastIndexOf('Consider a block');
  await addNotes(page, guide.shown, [{ block: table.id, from: at, to: at + 16, text: 'Deep in a table' }]);
  await page.keyboard.press('Control+Shift+N');
  await page.locator('.note-link', { hasText: 'Consider a block' }).click();
  await guide.card.getByText('Deep in a table').waitFor();
  await page.waitForTimeout(300);
  expect(await guide.card.count()).toBe(1);
  expect(await guide.painted('note-active')).toBe('Consider a block');
  const top = await page.evaluate(() => ([...(CSS.highlights.get('note-active') ?? [])] as Range[])[0]?.getBoundingClientRect().top ?? 0);
  expect(top).toBeGreaterThan(56);
  expect(top).toBeLessThan(740);
});

test('what find shows lies over the notes', async () => {
  const { page } = running;
  await guide.openWith([guide.words('Screenshot it first')]);
  await page.keyboard.press('Control+F');
  await page.keyboard.type('screenshot');
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('found-now'))).toBe(true);
  const above = await page.evaluate(() => {
    const rank = (name: string) => CSS.highlights.get(name)?.priority ?? Number.NaN;
    const notes = [...CSS.highlights.keys()].filter((name) => name.startsWith('note-')).map(rank);
    return notes.length === 6 && Math.max(...notes) < Math.min(rank('found'), rank('found-now'));
  });
  expect(above).toBe(true);
});
