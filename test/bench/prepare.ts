// Makes a user data folder as a person leaves it: the library imported, one guide read. A start after that paints
// this guide, which is what is measured.
import type { Page } from 'playwright';
import type { Variant } from '../../.ci/lib/stage.ts';
import { launchApp } from '../support/electron-app.ts';

/** Shows the guide by its deep link in the list of the window; waits until its text is there. */
export async function showGuide(page: Page, id: string): Promise<void> {
  const link = page.locator(`nav [data-open-guide="${id}"]`).first();
  while ((await link.count()) === 0 && (await openBranch(page)));
  await link.click();
  await page.waitForSelector(`article[data-guide="${id}"]`);
}

export async function readOnce(userDataDir: string, variant: Variant | undefined, wanted: string | null): Promise<string> {
  const options = { userDataDir, ...(variant ? { variant } : {}) };
  const first = await launchApp(options);
  let id: string;
  try {
    id = wanted ?? (await firstListed(first.page));
    await showGuide(first.page, id);
    // The place is kept a moment after the reader has come to rest.
    await first.page.waitForTimeout(2_000);
  } finally {
    await first.close();
  }
  const second = await launchApp(options);
  try {
    await second.page.waitForSelector(`article[data-guide="${id}"]`, { timeout: 10_000 });
  } finally {
    await second.close();
  }
  return id;
}

export async function firstListed(page: Page): Promise<string> {
  const [first] = await listed(page, 1);
  if (first === undefined) throw new Error('the tree lists no guide');
  return first;
}

/** Opens the first branch of the tree that is closed; false where all are open. */
async function openBranch(page: Page): Promise<boolean> {
  const closed = page.locator('nav button[aria-expanded="false"]').first();
  if ((await closed.count()) === 0) return false;
  await closed.click();
  return true;
}

/** Ids of the first guides in the tree, opening its branches until enough are listed. */
export async function listed(page: Page, most: number): Promise<string[]> {
  const links = page.locator('nav [data-open-guide]');
  while ((await links.count()) < most && (await openBranch(page)));
  await links.first().waitFor();
  return page.evaluate(
    (count) =>
      [...document.querySelectorAll('nav [data-open-guide]')].slice(0, count).map((link) => link.getAttribute('data-open-guide') ?? ''),
    most,
  );
}
