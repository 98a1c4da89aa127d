// Paper: a PDF that is really written, with the whole guide and its stamp on every sheet; a cancelled or failed save;
// and what the print style leaves out.
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyText } from '../../renderer/text/copies.ts';
import { errorTexts } from '../../renderer/text/errors.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { launchApp, openFolder, type RunningApp } from '../support/electron-app.ts';
import { answerSaveDialog, notices, openByLink } from '../support/screens.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByLink(running.page, 'house-rules');
});
afterAll(async () => {
  await running?.close();
});

const savePdf = async () => {
  await running.page.getByRole('button', { name: copyText.button }).click();
  await running.page.getByRole('menuitem', { name: /^PDF/ }).click();
};

test('a PDF holds the guide on several tagged sheets, with bookmarks and the edition', async () => {
  const file = path.join(openFolder(mkdtempSync(path.join(running.userDataDir, 'out-'))), 'House rules.pdf');
  await answerSaveDialog(running.app, file);
  await savePdf();
  await notices(running.page).getByText(readerText.pdfSaved('House rules.pdf')).waitFor();
  const pdf = readFileSync(file).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
  expect(pages).toBeGreaterThan(2);
  expect(pages).toBeLessThan(12);
  expect(pdf).toMatch(/\/MarkInfo|\/StructTreeRoot/);
  expect(pdf).toContain('/Outlines');
  // A sheet carries text of its own in an embedded font: an empty page would be a few hundred bytes.
  expect(drawnText(file)).toBeGreaterThan(pages * 20);
  expect(statSync(file).size).toBeGreaterThan(30_000);
});

test('a save that is called off does nothing and complains of nothing', async () => {
  await answerSaveDialog(running.app, null);
  await savePdf();
  await running.page.waitForTimeout(500);
  expect(await running.page.locator('[data-error]').count()).toBe(0);
});

test('a save that fails says what to do, with its reference', async () => {
  await answerSaveDialog(running.app, path.join(running.userDataDir, 'not there', 'Guide.pdf'));
  await savePdf();
  const said = running.page.getByText(errorTexts.SAVE_FAILED.title);
  await said.first().waitFor();
  expect(await notices(running.page).or(running.page.locator('[data-error]')).allInnerTexts()).toContainEqual(
    expect.stringContaining('NG-1205'),
  );
  expect(existsSync(path.join(running.userDataDir, 'not there'))).toBe(false);
});

test('printing leaves out bars and panes and puts the stamp on the sheet', async () => {
  const { page } = running;
  await page.emulateMedia({ media: 'print' });
  for (const name of ['.bar', '.sidebar', '.outline', '.status', '.guide-tools', '.guide-checklist'])
    expect(await page.locator(name).isVisible(), name).toBe(false);
  const stamp = await page.locator('.stamp').innerText();
  expect(stamp).toMatch(/House rules, moderation and abuse.*[Vv]ersion 0\.1 \(draft\).*edition of \d+ \w+ \d{4}/s);
  expect(stamp).toMatch(/owner: Everyday use working group/);
  expect(stamp).toMatch(/Printed \d+ \w+ \d{4}/);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toMatch(/255, 255, 255|0, 0, 0, 0/);
  await page.emulateMedia({ media: null });
});

test('a picture far below what was read is on paper all the same', async () => {
  const { app, page } = running;
  const shown = await openByLink(page, 'social-media-strategy');
  const picture = shown.locator('img').last();
  const isThere = () => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
  // Otherwise nothing would be tried here.
  expect(await isThere()).toBe(false);
  const file = path.join(openFolder(mkdtempSync(path.join(running.userDataDir, 'out-'))), 'Strategy.pdf');
  await answerSaveDialog(app, file);
  await savePdf();
  await notices(page).getByText(readerText.pdfSaved('Strategy.pdf')).waitFor();
  expect(await isThere()).toBe(true);
  await openByLink(page, 'house-rules');
});

test('Ctrl+P asks the system to print this page', async () => {
  const { app, page } = running;
  await app.evaluate(({ webContents }) => {
    Object.assign(globalThis, { printed: 0 });
    for (const contents of webContents.getAllWebContents())
      contents.print = ((_options: unknown, done?: (ok: boolean, reason: string) => void) => {
        (globalThis as unknown as { printed: number }).printed += 1;
        done?.(true, '');
      }) as typeof contents.print;
  });
  await page.keyboard.press('Control+P');
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1);
});

/** How many pieces of text the sheets draw (the operators Tj and TJ in their streams). */
function drawnText(file: string): number {
  const bytes = readFileSync(file);
  let drawn = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + (bytes[at + 6] === 13 ? 8 : 7);
    const end = bytes.indexOf('endstream', start);
    try {
      drawn += (
        inflateSync(bytes.subarray(start, end))
          .toString('latin1')
          .match(/T[jJ]\b/g) ?? []
      ).length;
    } catch {
      // An image or a font, not a deflated page.
    }
  }
  return drawn;
}
