// The panel of a suggestion in the real window: kind, why, evidence, who it comes from, comment or question, and deleting it.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { suggestPageText, suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { answerOpenDialog, complaints, notices, openByLink } from '../support/screens.ts';
import { clearDrafts, closeAll, draftsHeld, panel, proposed, suggestOnWords, why } from '../support/suggest-window.ts';

const dir = await freshUserDataDir();
const words = 'phone the control room before you do either';
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp({ userDataDir: dir });
  page = running.page;
  said = complaints(running);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
});
afterAll(async () => {
  await running?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
beforeEach(async () => {
  await openByLink(page, 'house-rules');
  await page.waitForFunction(() => document.querySelector('[data-later]') === null);
});
afterEach(async () => {
  await closeAll(page);
  await clearDrafts(page);
  await page.keyboard.press('Alt+Home');
  expect(said).toEqual([]);
});
const onDisk = () => expect.poll(() => proposed(page), { timeout: 3_000 });

describe('the panel', () => {
  test('keeps what it is told, and asks once who one is', async () => {
    await suggestOnWords(page, words);
    await page.keyboard.type('call 101');
    await why(page).fill('People are told 101');
    await panel(page).getByRole('combobox', { name: suggestPanelText.kind }).selectOption('factual-error');
    await panel(page).getByRole('combobox', { name: suggestPanelText.urgency }).selectOption('soon');
    await panel(page).getByRole('textbox', { name: suggestPanelText.force }).fill('Kent Police');
    await panel(page).getByRole('textbox', { name: suggestPanelText.role }).fill('Web manager');
    await panel(page).getByRole('button', { name: suggestPanelText.save }).click();
    await panel(page).getByText('Web manager, Kent Police').waitFor();
    await expect
      .poll(async () => (await draftsHeld(page))[0]?.suggestion)
      .toMatchObject({
        why: 'People are told 101',
        kind: 'factual-error',
        urgency: 'soon',
        author: { name: null, force: 'Kent Police', role: 'Web manager' },
      });
    await panel(page)
      .getByText(/^Saved at \d\d:\d\d$/)
      .waitFor();
    expect(await panel(page).getByRole('button', { name: suggestPanelText.send }).getAttribute('aria-disabled')).toBe('false');
    await closeAll(page);
    await suggestOnWords(page, 'Leave criticism of police alone');
    await panel(page).getByText('Web manager, Kent Police').waitFor();
  });

  test('takes words, links and files as evidence, and gives them back', async () => {
    await suggestOnWords(page, words);
    await panel(page).getByRole('button', { name: suggestPanelText.addText }).click();
    await page.keyboard.type('Said by the control room');
    await panel(page).getByRole('button', { name: suggestPanelText.add }).click();
    await panel(page).getByRole('button', { name: suggestPanelText.addLink }).click();
    await page.keyboard.type('nonsense');
    await page.keyboard.press('Enter');
    await panel(page).getByText(suggestPanelText.linkWrong).waitFor();
    await panel(page).getByRole('textbox', { name: suggestPanelText.linkLabel }).fill('https://www.gov.uk/101');
    await page.keyboard.press('Enter');
    const file = path.join(dir, 'screenshot.txt');
    writeFileSync(file, 'a screenshot', { mode: 0o644 });
    await answerOpenDialog(running.app, file);
    await panel(page).getByRole('button', { name: suggestPanelText.addFile }).click();
    await panel(page).getByText('screenshot.txt').waitFor();
    await expect
      .poll(async () => (await draftsHeld(page))[0]?.suggestion.evidence.map(({ kind }) => kind))
      .toEqual(['text', 'link', 'file']);
    await panel(page)
      .getByRole('button', { name: suggestPanelText.removeEvidence('Said by the control room') })
      .click();
    await expect.poll(async () => (await draftsHeld(page))[0]?.suggestion.evidence.map(({ kind }) => kind)).toEqual(['link', 'file']);
  });

  test('makes a comment or a question of it while no word is changed', async () => {
    await suggestOnWords(page, words);
    await panel(page).getByRole('radio', { name: suggestPanelText.whats.question }).check();
    await panel(page)
      .getByRole('textbox', { name: /^Your question/ })
      .fill('Is it still 101?');
    await expect
      .poll(async () => (await draftsHeld(page))[0]?.suggestion)
      .toMatchObject({ proposal: { kind: 'question' }, why: 'Is it still 101?' });
    expect(await page.locator('[data-host="edit"]').count()).toBe(0);
  });

  test('deletes, with a way back', async () => {
    await suggestOnWords(page, words);
    await page.keyboard.type('call 101');
    await panel(page).getByRole('button', { name: suggestPanelText.delete, exact: true }).click();
    await notices(page).getByText(suggestPageText.removed(1)).waitFor();
    await expect.poll(async () => (await draftsHeld(page)).length).toBe(0);
    await notices(page).getByRole('button', { name: 'Undo' }).click();
    await onDisk().toContain('call 101');
  });
});
