// Notes on paper and in a PDF: nothing of them unless asked for; then all of them, with numbers.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { notesPageText } from '../../renderer/text/notes-page.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { type MarkedGuide, markedGuide, type Wanted } from '../support/marked-guide.ts';
import { call, complaints, notices } from '../support/screens.ts';

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
    await guide.openWith([guide.words('Screenshot it first', { text: 'Ask' })]);
    await page.emulateMedia({ media: 'print' });
    expect(await guide.marks.first().isVisible()).toBe(false);
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
    await guide.openWith([
      guide.words('Screenshot it first', { text: 'Ask *legal*', tags: ['law'] }),
      guide.words('This is not legal advice', { highlight: 'local' }),
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
    expect(await guide.marks.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content))).toEqual(['"1"', '"2"']);
    expect(await guide.marks.first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    expect(await printed.isVisible()).toBe(false);
    await toggle();
    await notices(page).getByText(notesPageText.printOff).waitFor();
    expect(await printed.count()).toBe(0);
  });

  test('of more notes than are painted at a time, all are on paper', async () => {
    const { app, page } = running;
    const everywhere = guide.shown.blocks
      .filter(({ text }) => text.length >= 30)
      .flatMap(({ id }): Wanted[] => [0, 10].map((from) => ({ block: id, from, to: from + 8 })));
    expect(everywhere.length).toBeGreaterThan(120);
    await guide.openWith(everywhere);
    const count = (): Promise<number> => page.evaluate(() => CSS.highlights.get('note-important')?.size ?? 0);
    const inView = await count();
    expect(inView).toBeLessThan(everywhere.length);
    await page.evaluate(() => {
      const seen = { printed: 0 };
      Object.assign(globalThis, seen);
      addEventListener('beforeprint', () => Object.assign(globalThis, { printed: CSS.highlights.get('note-important')?.size }), {
        once: true,
      });
    });
    await app.evaluate(async ({ BrowserWindow }) => void (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})));
    expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBeGreaterThanOrEqual(everywhere.length);
    await expect.poll(count).toBe(inView);
  });
});
