// Notes on the page of a guide: painted words and marks that disturb nothing, heard once, opened by mouse and keys, printed
// only when asked for.
import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { notesPageText } from '../../renderer/text/notes-page.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { addNotes, blocksOf, type ShownBlocks, type Wanted, wordsIn } from '../support/marked-guide.ts';
import { clearNotes } from '../support/note-screens.ts';
import { call, clipboard, complaints, goHome, notices, openByLink } from '../support/screens.ts';

const guide = 'house-rules';
let running: RunningApp;
let shown: ShownBlocks;
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp();
  said = complaints(running);
  shown = await blocksOf(running.page, guide);
});
afterAll(() => running?.close());
afterEach(async () => {
  const { page } = running;
  for (let layer = 0; layer < 3; layer += 1) await page.keyboard.press('Escape');
  await goHome(page);
  await clearNotes(page);
  expect(said).toEqual([]);
});

/** Opens the guide when its notes are kept, and waits until it shows them. */
async function openWith(notes: readonly Wanted[]) {
  const { page } = running;
  const ids = notes.length === 0 ? [] : await addNotes(page, shown, notes);
  const article = await openByLink(page, guide);
  if (ids.length > 0) await page.waitForFunction(() => document.querySelector('.note-mark') !== null);
  return { article, ids };
}

const words = (text: string, more: Partial<Wanted> = {}): Wanted => ({ ...wordsIn(shown, text), ...more });
const marks = (): Locator => running.page.locator('.note-mark');
const mark = (name: string): Locator => running.page.getByRole('button', { name, exact: true });
const card = (): Locator => running.page.getByRole('dialog', { name: /^Note on/ });
const activeMark = (): Locator => running.page.locator('.note-mark[aria-expanded="true"]');

/** What is painted under a name, as words. */
const painted = (name: string): Promise<string> =>
  running.page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => String(range)).join('|'), name);

/** Boxes of everything in the text that is no mark, to a tenth of a pixel. */
const geometry = (): Promise<string> =>
  running.page.evaluate(() => {
    const all = [...document.querySelectorAll('.text *')].filter((element) => element.closest('.note-marks') === null);
    return all
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.tagName, x, y + scrollY, width, height].map((one) => (typeof one === 'number' ? one.toFixed(1) : one)).join(' ');
      })
      .join('\n');
  });

const onEveryBlock = (): readonly Wanted[] =>
  shown.blocks
    .filter(({ text }) => text !== '')
    .map(({ id, text }, at) => ({ block: id, from: 0, to: Math.min(text.length, 30), text: at % 2 === 0 ? 'Ask' : '' }));

describe('marks', () => {
  test('are named by kind and by whether something is written, and are heard before the words', async () => {
    const { article } = await openWith([
      words('Screenshot it first', { highlight: 'do' }),
      words('This is not legal advice', { highlight: 'ask', text: 'Is it?' }),
    ]);
    await mark('Highlighted, to do').waitFor();
    await mark('Highlighted, to ask, has note').waitFor();
    const paragraph = article.locator('p', { hasText: 'This is not legal advice' });
    expect(await paragraph.ariaSnapshot()).toMatch(/button "Highlighted, to ask, has note".*Leave criticism/s);
    expect(await painted('note-ask')).toBe('This is not legal advice');
    expect(await painted('note-do')).toBe('Screenshot it first');
  });

  test('on every block of a guide move nothing, wide, narrow and large', async () => {
    const { app, page } = running;
    const zoom = (factor: number) =>
      app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), factor);
    const wide = await page.evaluate(() => innerWidth);
    // The design size; a small window; one column; 400 %.
    const factors = [1, 1.5, 2.5, 4];
    const measure = async (factor: number): Promise<string> => {
      await zoom(factor);
      await page.waitForFunction((most) => innerWidth <= most && !document.querySelector('[data-later]'), wide / factor + 10);
      return geometry();
    };
    const without: string[] = [];
    try {
      await openWith([]);
      for (const factor of factors) without.push(await measure(factor));
      await zoom(1);
      await goHome(page);
      await openWith(onEveryBlock());
      for (const [at, factor] of factors.entries()) {
        expect(await measure(factor), `at ${factor}`).toBe(without[at]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        expect(await covered(), `at ${factor}`).toEqual([]);
      }
    } finally {
      await zoom(1);
    }
  });

  test('leave the text as it is: nodes, headings, outline, find and quotation', async () => {
    const { app, page } = running;
    await openWith([]);
    const nodes = (): Promise<string[]> =>
      page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('.text') as Element, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (walker.nextNode())
          if (!walker.currentNode.parentElement?.closest('.note-marks')) found.push((walker.currentNode as Text).data);
        return found;
      });
    const outline = (): Promise<string[]> => page.locator('.outline-link').allInnerTexts();
    const hits = async (): Promise<string> => {
      await page.keyboard.press('Control+F');
      await page.keyboard.type('note');
      const count = page.locator('.findbar-count');
      await expect.poll(() => count.innerText()).toMatch(/\d/);
      const text = await count.innerText();
      await page.keyboard.press('Escape');
      return text;
    };
    const before = [await nodes(), await outline(), await hits()];
    await goHome(page);
    const { article } = await openWith(onEveryBlock());
    expect([await nodes(), await outline(), await hits()]).toEqual(before);
    const block = wordsIn(shown, 'Show the comment, account name').block;
    await goHome(page);
    await openByLink(page, guide, block);
    await page.waitForFunction(() => document.querySelector('.note-mark') !== null);
    await page.keyboard.press('Control+Shift+C');
    await notices(page).getByText(readerText.quoteCopied).waitFor();
    expect((await clipboard(app)).text).toContain(shown.blocks.find(({ id }) => id === block)?.text);
    expect(await article.getByRole('checkbox', { name: /Highlighted/ }).count()).toBe(0);
  });

  test('of many notes on one passage share a button that leads through the rest', async () => {
    const from = wordsIn(shown, 'Screenshot it first');
    const { ids } = await openWith([0, 1, 2, 3, 4].map((at) => ({ ...from, to: from.to - at, highlight: 'do' as const })));
    expect(await marks().count()).toBe(3);
    const more = mark(notesPageText.more(3));
    const seen = new Set<string | null>();
    for (let press = 0; press < 3; press += 1) {
      await more.click();
      await card().waitFor();
      seen.add(await running.page.evaluate(() => [...(CSS.highlights.get('note-active') ?? [])].map(String).join()));
      expect(await more.getAttribute('aria-expanded')).toBe('true');
    }
    expect(seen.size).toBe(3);
    expect(ids.length).toBe(5);
  });

  test('stand beside tables and code, not in what scrolls, and stay there when one lands on them', async () => {
    const { page } = running;
    const table = shown.blocks.find(({ kind }) => kind === 'table') as ShownBlocks['blocks'][number];
    await openWith([{ block: table.id, from: 0, to: 3 }]);
    await goHome(page);
    await openByLink(page, guide, table.id);
    await marks().first().waitFor();
    const [box, text] = [await marks().first().boundingBox(), await page.locator('.text').boundingBox()];
    expect(box?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
    expect(
      await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest('.note-mark') !== null, {
        x: (box?.x ?? 0) + 8,
        y: (box?.y ?? 0) + 12,
      }),
    ).toBe(true);
    expect(await painted('note-important')).toBe(table.text.slice(0, 3));
  });

  test.each(looks)('axe has nothing to say about them in the look "%s"', async (look) => {
    const { page } = running;
    await openWith(onEveryBlock());
    await wear(page, look);
    expect(await violations(page)).toEqual([]);
    await wear(page, 'light');
  });
});

/** Marks that lie over words of the guide. */
const covered = (): Promise<string[]> =>
  running.page.evaluate(() =>
    [...document.querySelectorAll('.note-mark')].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const block = element.closest('[data-block]') ?? element.closest('li');
      const range = document.createRange();
      return [...(block?.querySelectorAll('*') ?? []), ...(block ? [block] : [])]
        .flatMap((one) =>
          [...one.childNodes].filter((node) => node instanceof Text && !node.parentElement?.closest('[data-not-text], .table-scroll')),
        )
        .flatMap((node) => {
          range.selectNodeContents(node);
          return [...range.getClientRects()]
            .filter((rect) => rect.right > box.left + 0.5 && rect.left < box.right && rect.bottom > box.top && rect.top < box.bottom)
            .map(() => node.textContent ?? '');
        });
    }),
  );

describe('with the mouse', () => {
  test('a mark opens its note, and another mark the next one', async () => {
    await openWith([words('Screenshot it first', { text: 'One' }), words('This is not legal advice', { text: 'Two' })]);
    await marks().first().click();
    await card().getByText('One').waitFor();
    expect(await activeMark().count()).toBe(1);
    expect(await painted('note-active')).toBe('Screenshot it first');
    await marks().nth(1).click();
    await card().getByText('Two').waitFor();
    expect(await painted('note-active')).toBe('This is not legal advice');
  });

  test('a click on highlighted words opens it, of two that overlap the shorter one, then the other', async () => {
    const { page } = running;
    await openWith([
      words('Leave criticism of police alone. As at 22 November 2026', { text: 'Long' }),
      words('criticism of police', { highlight: 'ask', text: 'Short' }),
    ]);
    const box = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('note-ask') ?? [])] as Range[];
      const { x, y, width, height } = (range as Range).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(box.x, box.y);
    await expect.poll(() => painted('note-hovered')).toBe('criticism of police');
    await page.mouse.click(box.x, box.y);
    await card().getByText('Short').waitFor();
  });

  test('a click on plain words, on a link, or while words are selected opens nothing', async () => {
    const { page } = running;
    const table = shown.blocks.find(({ kind }) => kind === 'table') as ShownBlocks['blocks'][number];
    const { article } = await openWith([{ block: table.id, from: 0, to: table.text.length }]);
    await article.getByText('Someone is abusing a victim in your comments?').click();
    await page.waitForTimeout(200);
    expect(await card().count()).toBe(0);
    const cell = article.getByRole('cell', { name: 'Spam or a scam link' });
    await cell.dblclick({ position: { x: 12, y: 16 } });
    expect(await page.evaluate(() => String(getSelection()).trim())).not.toBe('');
    await page.waitForTimeout(200);
    expect(await card().count()).toBe(0);
    await article.getByRole('link', { name: 'active cases' }).first().click();
    await page.locator('article[data-guide="contempt"], article.guide:not([data-guide="house-rules"])').waitFor();
    expect(await card().count()).toBe(0);
  });
});

describe('with the keys', () => {
  test('F8 goes through all notes in reading order and round, Shift+F8 back, and each is told', async () => {
    const { page } = running;
    await openWith([
      words('Ministry of Defence Police standards', { highlight: 'ask', text: 'Second' }),
      words('Screenshot it first', { text: 'First' }),
      words('Complainants have anonymity', { highlight: 'local', text: 'Third' }),
    ]);
    const told = page.locator('[role="status"], [aria-live]').filter({ hasText: /^Note \d of \d/ });
    const step = async (keys: string, text: string, spoken: string) => {
      await page.keyboard.press(keys);
      await card().getByText(text, { exact: true }).waitFor();
      await expect.poll(async () => (await told.allInnerTexts()).join().replaceAll('\u200b', '')).toContain(spoken);
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
    await card().waitFor({ state: 'detached' });
    await step('Shift+F8', 'Second', 'Note 2 of 3, to ask');
  });

  test('F8 in a guide without notes says so', async () => {
    await openWith([]);
    await running.page.waitForTimeout(300);
    await running.page.keyboard.press('F8');
    await notices(running.page).getByText(notesPageText.none).waitFor();
  });

  test('a mark is reached by Tab, opened by Enter, and has the focus again when the card is closed', async () => {
    const { page } = running;
    await openWith([words('Screenshot it first', { text: 'One' })]);
    await marks().first().focus();
    expect(await painted('note-hovered')).toBe('Screenshot it first');
    await page.keyboard.press('Enter');
    await card().getByText('One').waitFor();
    await page.keyboard.press('Escape');
    await card().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('note-mark');
  });
});

test('from the list of all notes a note is opened at its words, with its card', async () => {
  const { page } = running;
  const table = shown.blocks.find(({ kind }) => kind === 'table') as ShownBlocks['blocks'][number];
  const at = table.text.lastIndexOf('Consider a block');
  await addNotes(page, shown, [{ block: table.id, from: at, to: at + 16, text: 'Deep in a table' }]);
  await page.keyboard.press('Control+Shift+N');
  await page.locator('.note-link', { hasText: 'Consider a block' }).click();
  await card().getByText('Deep in a table').waitFor();
  await page.waitForTimeout(300);
  expect(await card().count()).toBe(1);
  expect(await painted('note-active')).toBe('Consider a block');
  const top = await page.evaluate(() => ([...(CSS.highlights.get('note-active') ?? [])] as Range[])[0]?.getBoundingClientRect().top ?? 0);
  expect(top).toBeGreaterThan(56);
  expect(top).toBeLessThan(740);
});

test('what find shows lies over the notes', async () => {
  const { page } = running;
  await openWith([words('Screenshot it first')]);
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

test('colours of highlights follow the theme', async () => {
  const { page } = running;
  await openWith([words('Screenshot it first')]);
  const tint = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.querySelector('.text p') as Element, '::highlight(note-important)').backgroundColor);
  await wear(page, 'dark');
  expect(await tint()).toBe('rgb(91, 74, 18)');
  await wear(page, 'light');
  expect(await tint()).toBe('rgb(255, 232, 163)');
});

describe('on paper', () => {
  const run = (words: string) => async () => {
    await running.page.keyboard.press('Control+Shift+P');
    await running.page.keyboard.type(words);
    await running.page.keyboard.press('Enter');
  };
  const toggle = run('Print my notes');
  afterEach(async () => {
    await running.page.emulateMedia({ media: null });
    await call(running.page, 'settings.change', { patch: { printNotes: false } });
  });

  test('nothing of notes is printed unless asked for', async () => {
    const { page } = running;
    await openWith([words('Screenshot it first', { text: 'Ask' })]);
    await page.emulateMedia({ media: 'print' });
    expect(await marks().first().isVisible()).toBe(false);
    expect(await page.locator('.printed-notes').count()).toBe(0);
    const style = await page.evaluate(() => {
      const { backgroundColor, textDecorationColor } = getComputedStyle(
        document.querySelector('.text p') as Element,
        '::highlight(note-important)',
      );
      return [backgroundColor, textDecorationColor];
    });
    expect(style).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  });

  test('asked for, they stand after the guide with their numbers, and the numbers beside the words', async () => {
    const { page } = running;
    await openWith([
      words('Screenshot it first', { text: 'Ask *legal*', tags: ['law'] }),
      words('This is not legal advice', { highlight: 'local' }),
    ]);
    await toggle();
    await notices(page).getByText(notesPageText.printOn).waitFor();
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('.printed-notes');
    await printed.waitFor();
    const text = await printed.innerText();
    expect(text).toMatch(
      /My notes[\s\S]*Important Screenshot it first[\s\S]*Ask legal[\s\S]*Tags: law[\s\S]*Local This is not legal advice/,
    );
    expect(await printed.locator('li').evaluateAll((items) => items.map((item) => (item as HTMLLIElement).value))).toEqual([1, 2]);
    expect(await marks().evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content))).toEqual(['"1"', '"2"']);
    expect(await marks().first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    expect(await printed.isVisible()).toBe(false);
    await toggle();
    await notices(page).getByText(notesPageText.printOff).waitFor();
    expect(await printed.count()).toBe(0);
  });
});
