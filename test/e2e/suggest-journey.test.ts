// A force's web manager suggests a change on a train (journey J3): typed without any network, the laptop dies, the words are
// there again, a phone number is caught, the drop-box refuses, and a file with a text for the e-mail goes instead. Once
// with the mouse, once with the keyboard alone.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBundle } from '../../content/node/suggestion-bundle.ts';
import { suggestLeaveText as text } from '../../renderer/text/suggest-leave.ts';
import { suggestPageText, suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { freshUserDataDir, launchApp, openFolder, type RunningApp, stagedApp } from '../support/electron-app.ts';
import { answerSaveDialog, clipboard, complaints, openByLink, searchFor } from '../support/screens.ts';
import { clearDrafts, editor, panel, placesShown, proposed, suggestOnWords, why } from '../support/suggest-window.ts';

let dir: string;
let home: string;
let out: string;
let share: string;
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];

async function start(): Promise<void> {
  running = await launchApp({ userDataDir: dir, policy: { format: 1, mandatory: { shares: [share] } } });
  page = running.page;
  said = complaints(running);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
}
beforeAll(async () => {
  dir = await freshUserDataDir();
  home = mkdtempSync(path.join(tmpdir(), 'guides-journey-'));
  chmodSync(home, 0o755);
  share = openFolder(path.join(home, 'share'));
  const everyday = path.join(openFolder(path.join(share, 'inbox')), 'everyday');
  openFolder(everyday);
  // A drop-box that this person may not write to.
  chmodSync(everyday, 0o555);
  out = openFolder(mkdtempSync(path.join((await stagedApp()).home, 'e2e-out-')));
  await start();
}, 180_000);
afterAll(async () => {
  await running?.close();
  for (const folder of [home, out, dir]) if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

interface Hands {
  begin(): Promise<void>;
  /** Types at the end of the block that is edited. */
  fill(field: Locator, words: string): Promise<void>;
  press(control: Locator): Promise<void>;
  goOn(): Promise<void>;
}

/** Tab until it has the focus. */
async function tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await control.waitFor();
  for (let stop = 0; stop < 150; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${control}`);
}

const mouse: Hands = {
  async begin() {
    await openByLink(page, 'house-rules');
    await suggestOnWords(page, 'duty supervisor to decide');
  },
  fill: (field, words) => field.fill(words),
  press: (control) => control.click(),
  async goOn() {
    await openByLink(page, 'house-rules');
    await page.locator('.suggest-waiting').getByRole('button', { name: suggestPageText.goOn }).click();
  },
};
const keys: Hands = {
  async begin() {
    await searchFor(page, 'duty supervisor to decide');
    await page.keyboard.press('Enter');
    await page.locator('.landed').waitFor();
    await page.keyboard.press('Control+Alt+3');
  },
  async fill(field, words) {
    await tabTo(field);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(words);
  },
  async press(control) {
    await tabTo(control);
    await page.keyboard.press('Enter');
  },
  async goOn() {
    await searchFor(page, 'duty supervisor to decide');
    await page.keyboard.press('Enter');
    await page.locator('.landed').waitFor();
    // It stands above the place that the search leads to.
    await tabTo(page.locator('.suggest-waiting').getByRole('button', { name: suggestPageText.goOn }), 'Shift+Tab');
    await page.keyboard.press('Enter');
  },
};

test.each([
  ['with the mouse', mouse, 'mouse.ngsuggest'],
  ['with the keyboard alone', keys, 'keys.ngsuggest'],
] as const)('from a paragraph to a file for the working group, %s', { timeout: 120_000 }, async (_, hands, name) => {
  await hands.begin();
  await editor(page).waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Since 1 March the law says so.');
  const [force, role] = [suggestPanelText.force, suggestPanelText.role].map((label) =>
    panel(page).getByRole('textbox', { name: new RegExp(`^${label}`) }),
  ) as [Locator, Locator];
  await hands.fill(why(page), 'The law changed. Ask Jo on 07911 123456.');
  if (await force.isVisible()) {
    await hands.fill(force, 'Kent Police');
    await hands.fill(role, 'Web manager');
  }
  await expect.poll(() => proposed(page), { timeout: 5_000 }).toContain('the law says so.');
  await page.waitForTimeout(1_000);

  // The laptop dies.
  process.kill(running.pid, 'SIGKILL');
  await running.close().catch(() => undefined);
  await start();
  await hands.goOn();
  await placesShown(page).first().waitFor();
  expect(await why(page).inputValue()).toBe('The law changed. Ask Jo on 07911 123456.');
  expect(await proposed(page)).toContain('the law says so.');

  const dialog = page.getByRole('dialog');
  const button = (label: string): Locator => dialog.getByRole('button', { name: label, exact: true });
  await hands.press(panel(page).getByRole('button', { name: suggestPanelText.send, exact: true }));
  await dialog.getByText('This looks like a mobile number').first().waitFor();
  expect(await button(text.send(1)).getAttribute('aria-disabled')).toBe('true');
  await hands.press(button(text.removeName('07911 123456')));
  await dialog
    .getByText(text.personalLead(0))
    .or(button(text.send(1)).and(page.locator('[aria-disabled="false"]')))
    .first()
    .waitFor();
  await expect.poll(() => button(text.send(1)).getAttribute('aria-disabled')).toBe('false');
  await hands.press(button(text.send(1)));
  await dialog.getByText('You may not write to the drop-box').waitFor();
  const file = path.join(out, name);
  await answerSaveDialog(running.app, file);
  await hands.press(button(text.save(1)));
  await dialog.getByText(text.saved(name)).waitFor();
  const bundle = await openBundle(readFileSync(file));
  expect(bundle.ok && bundle.value.suggestion).toMatchObject({
    why: 'The law changed. Ask Jo on.',
    author: { force: 'Kent Police', role: 'Web manager' },
  });
  expect((await clipboard(running.app)).text).toContain('the law says so.');
  await hands.press(button(text.closeDone).first());
  await dialog.waitFor({ state: 'detached' });
  await clearDrafts(page);
  expect(said).toEqual([]);
});
