// Notes on the page of a guide: painted words and marks that disturb nothing and are heard once.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { notesPageText } from '../../renderer/text/notes-page.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { type MarkedGuide, markedGuide, type ShownBlocks, type Wanted, wordsIn } from '../support/marked-guide.ts';
import { clipboard, complaints, goHome, notices, openByLink } from '../support/screens.ts';

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
  guide.shown.blocks
    .filter(({ text }) => text !== '')
    .map(({ id, text }, at) => ({ block: id, from: 0, to: Math.min(text.length, 30), text: at % 2 === 0 ? 'Ask' : '' }));

describe('marks', () => {
  test('are named by kind and by whether something is written, and are heard before the words', async () => {
    const { article } = await guide.openWith([
      guide.words('Screenshot it first', { highlight: 'do' }),
      guide.words('This is not legal advice', { highlight: 'ask', text: 'Is it?' }),
    ]);
    await guide.mark('Highlighted, to do').waitFor();
    await guide.mark('Highlighted, to ask, has note').waitFor();
    const paragraph = article.locator('p', { hasText: 'This is not legal advice' });
    expect(await paragraph.ariaSnapshot()).toMatch(/button "Highlighted, to ask, has note".*Leave criticism/s);
    expect(await guide.painted('note-ask')).toBe('This is not legal advice');
    expect(await guide.painted('note-do')).toBe('Screenshot it first');
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
      await guide.openWith([]);
      for (const factor of factors) without.push(await measure(factor));
      await zoom(1);
      await goHome(page);
      await guide.openWith(onEveryBlock());
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
    await guide.openWith([]);
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
    const { article } = await guide.openWith(onEveryBlock());
    expect([await nodes(), await outline(), await hits()]).toEqual(before);
    const block = wordsIn(guide.shown, 'Show the comment, account name').block;
    await goHome(page);
    await openByLink(page, 'house-rules', block);
    await page.waitForFunction(() => document.querySelector('.note-mark') !== null);
    await page.keyboard.press('Control+Shift+C');
    await notices(page).getByText(readerText.quoteCopied).waitFor();
    expect((await clipboard(app)).text).toContain(guide.shown.blocks.find(({ id }) => id === block)?.text);
    expect(await article.getByRole('checkbox', { name: /Highlighted/ }).count()).toBe(0);
  });

  test('of many notes on one passage share a button that leads through the rest', async () => {
    const from = wordsIn(guide.shown, 'Screenshot it first');
    const { ids } = await guide.openWith([0, 1, 2, 3, 4].map((at) => ({ ...from, to: from.to - at, highlight: 'do' as const })));
    expect(await guide.marks.count()).toBe(3);
    const more = guide.mark(notesPageText.more(3));
    const seen = new Set<string | null>();
    for (let press = 0; press < 3; press += 1) {
      await more.click();
      await guide.card.waitFor();
      seen.add(await running.page.evaluate(() => [...(CSS.highlights.get('note-active') ?? [])].map(String).join()));
      expect(await more.getAttribute('aria-expanded')).toBe('true');
    }
    expect(seen.size).toBe(3);
    expect(ids.length).toBe(5);
  });

  test('stand beside tables and code, not in what scrolls, and stay there when one lands on them', async () => {
    const { page } = running;
    const table = guide.shown.blocks.find(({ kind }) => kind === 'table') as ShownBlocks['blocks'][number];
    await guide.openWith([{ block: table.id, from: 0, to: 3 }]);
    await goHome(page);
    await openByLink(page, 'house-rules', table.id);
    await guide.marks.first().waitFor();
    const [box, text] = [await guide.marks.first().boundingBox(), await page.locator('.text').boundingBox()];
    expect(box?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
    expect(
      await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest('.note-mark') !== null, {
        x: (box?.x ?? 0) + 8,
        y: (box?.y ?? 0) + 12,
      }),
    ).toBe(true);
    expect(await guide.painted('note-important')).toBe(table.text.slice(0, 3));
  });

  test.each(looks)('axe has nothing to say about them in the look "%s"', async (look) => {
    const { page } = running;
    await guide.openWith(onEveryBlock());
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

test('colours of highlights follow the theme', async () => {
  const { page } = running;
  await guide.openWith([guide.words('Screenshot it first')]);
  const tint = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.querySelector('.text p') as Element, '::highlight(note-important)').backgroundColor);
  await wear(page, 'dark');
  expect(await tint()).toBe('rgb(91, 74, 18)');
  await wear(page, 'light');
  expect(await tint()).toBe('rgb(255, 232, 163)');
});
