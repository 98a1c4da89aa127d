// My suggestions and what belongs to it, for pictures and for axe: empty, with rows, one of them, a guide that is missing.
import type { Page } from 'playwright';
import { suggestText } from '../../renderer/text/suggest.ts';
import { missingGuideText, suggestListText, suggestOneText } from '../../renderer/text/suggest-list.ts';
import { suggester } from './suggester.ts';

export async function showSuggestions(page: Page, count: number): Promise<void> {
  const person = count > 0 ? await suggester(page) : null;
  for (let number = 0; number < count; number += 1)
    await person?.draft(`Line ${number} that is **new** in this guide.`, `Reason ${number}, by the procedure.`);
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('heading', { level: 1, name: suggestText.title }).waitFor();
  if (count === 0) await page.getByText(suggestListText.empty).waitFor();
  else
    await page
      .locator('.suggest-row-title')
      .nth(count - 1)
      .waitFor();
}

/** Two ticked rows, and the bar of what can be done with them. */
export async function showChosen(page: Page): Promise<void> {
  await showSuggestions(page, 3);
  for (const at of [0, 1]) await page.locator('.suggest-row-item input').nth(at).press('Space');
  await page.getByText(suggestListText.chosen(2)).waitFor();
}

export async function showOne(page: Page): Promise<void> {
  await showSuggestions(page, 1);
  await page.locator('.suggest-row-title').first().press('Enter');
  await page.getByRole('heading', { name: suggestOneText.history }).waitFor();
}

export async function askForMissing(page: Page): Promise<void> {
  await showSuggestions(page, 0);
  await page.getByRole('button', { name: suggestListText.missing }).press('Enter');
  await page.getByRole('dialog', { name: missingGuideText.title }).waitFor();
  // A dialog that still rises is not to be seen yet.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

export async function showNewGuide(page: Page): Promise<void> {
  await askForMissing(page);
  await page.keyboard.type('Closing an account');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: suggestOneText.newGuide }).locator('.cm-content').waitFor();
}
