// What a person sees of their notes when a new edition of a guide arrives in the real app: a notice, what was reworded or
// moved, and the tray of those without a place, which are placed again by a proposal, by their own choice, or not at all.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Note } from '../../content/core/annotation/model.ts';
import { notesListText as words } from '../../renderer/text/notes-list.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { freshUserDataDir, launchApp, type RunningApp } from '../support/electron-app.ts';
import { type LiveShare, liveShare } from '../support/live-share.ts';
import { makeNotes } from '../support/note-screens.ts';
import { call, complaints, guidePage, notices, openByLink } from '../support/screens.ts';
import { guideMd, packYml } from '../support/sources.ts';
import { removeVariants, variantFolder } from '../support/variants.ts';

const faxed = 'Send every complaint to the web desk by fax before the end of the late shift.';
const form = 'The web desk takes complaints through a form on the intranet, never by fax.';
const evidence = 'Keep a screenshot with its address and its time before you hide anything at all.';
const reworded = 'Keep a dated screenshot with its address and its time before you hide anything at all.';
const rest = (from: number): string =>
  Array.from(
    { length: 12 },
    (_, at) => `## Part ${from + at}\n\nWhat is to be done in part ${from + at} of this guide is said here in full.\n`,
  ).join('\n');
const body = (sentences: readonly string[]): string => `## Duties\n\n${sentences.join('\n\n')}\n\n${rest(1)}`;
const file = 'facebook/duties.md';
const before = {
  'facebook/pack.yml': packYml('facebook', ['duties']),
  [file]: guideMd('duties', 'facebook', body([faxed, evidence, 'Answer within a shift, whoever asks.'])),
};
const after = { [file]: guideMd('duties', 'facebook', body([reworded, 'Answer within a shift, whoever asks.', form])) };

let live: LiveShare;
let dir: string;
let share: string;
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
beforeAll(async () => {
  live = await liveShare('e2e-notes-tray', before);
  share = path.join(variantFolder(), 'NationalGuides');
  cpSync(live.variant.seed, share, { recursive: true });
  await live.publish(after);
});
afterAll(removeVariants);

/** A person with three notes, who then gets the new edition. */
beforeEach(async () => {
  dir = await freshUserDataDir();
  const mine = path.join(variantFolder(), 'NationalGuides');
  cpSync(share, mine, { recursive: true });
  running = await launchApp({ userDataDir: dir, variant: live.variant, policy: { format: 1, mandatory: { shares: [mine] } } });
  ({ page } = running);
  said = complaints(running);
  await makeNotes(page, 'duties', [
    { on: faxed, text: 'Our number changed', highlight: 'local' },
    { on: evidence, text: 'Ask for **training**', highlight: 'ask' },
    { on: 'Answer within a shift' },
  ]);
  await openByLink(page, 'duties');
  cpSync(live.folder, mine, { recursive: true });
  await page.keyboard.press('F5');
  await notices(page).getByText('Your 3 notes:').waitFor({ timeout: 40_000 });
}, 120_000);
afterEach(async () => {
  expect(said).toEqual([]);
  await running?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const notesNow = async (): Promise<readonly Note[]> =>
  (await call(page, 'notes.guide', { guide: 'duties' as never, edition: 0 })).notes.map(({ note }) => note);
const fates = async () => Object.fromEntries((await notesNow()).map(({ text, fate, before: old }) => [text, [fate, old !== null]]));
const part = (name: RegExp): Locator => page.getByRole('region', { name });
const waiting = (): Locator => part(/needs? a new place$/);
async function look(): Promise<void> {
  await notices(page).getByRole('button', { name: words.look }).click();
  await waiting().waitFor();
}

test('a notice says what became of the notes; the page that is open keeps its edition until it is asked', {
  timeout: 120_000,
}, async () => {
  expect(await notices(page).innerText()).toMatch(/Your 3 notes: .*1 reworded.*1 needs a new place\./);
  expect(await guidePage(page, 'duties').innerText()).toContain(faxed);
  expect(
    await page
      .getByRole('link', { name: /My notes/ })
      .first()
      .innerText(),
  ).toMatch(/My notes\s*2/);
  await look();
  expect(await waiting().innerText()).toMatch(/Our number changed/);
  expect(
    await part(/on words that were changed$/)
      .locator('ins')
      .allInnerTexts(),
  ).toEqual([expect.stringContaining('dated')]);
});

test('a note finds a new place by a proposal, can be undone, and what was reworded is seen', { timeout: 120_000 }, async () => {
  await look();
  const place = waiting().locator('.place').filter({ hasText: form });
  await place.getByRole('button', { name: words.placeHere }).click();
  await waiting().waitFor({ state: 'hidden' });
  expect((await fates())['Our number changed']).toEqual(['unchanged', false]);
  expect((await notesNow()).find(({ text }) => text === 'Our number changed')?.anchor.exact).toBe(form);
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await waiting().waitFor();
  expect((await fates())['Our number changed']).toEqual(['gone', true]);
  await part(/on words that were changed$/)
    .getByRole('button', { name: words.seen, exact: true })
    .click();
  await expect.poll(async () => (await fates())['Ask for **training**']).toEqual(['unchanged', false]);
});

test('a note is kept without a place, and can be given one later', { timeout: 120_000 }, async () => {
  await page.keyboard.press('Control+Shift+N');
  await waiting().getByRole('button', { name: words.keep }).focus();
  await page.keyboard.press('Enter');
  await waiting().waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.getByRole('link', { name: new RegExp(`^${words.viewWaiting}`) }).click();
  const kept = part(/kept without a place$/);
  await kept.waitFor();
  expect((await fates())['Our number changed']).toEqual(['gone', false]);
  await kept.getByRole('button', { name: words.findPlace }).click();
  await kept.locator('.place').filter({ hasText: form }).getByRole('button', { name: words.placeHere }).click();
  await expect.poll(async () => (await fates())['Our number changed']).toEqual(['unchanged', false]);
});

test('the words can be chosen by hand in the guide, and Esc goes back to the tray', { timeout: 120_000 }, async () => {
  await look();
  const choose = (): Promise<void> => waiting().getByRole('button', { name: words.choosePlace }).click();
  await choose();
  const bar = page.getByRole('region', { name: words.placing });
  await bar.waitFor();
  const guide = guidePage(page, 'duties');
  expect(await guide.innerText()).toContain(form);
  await bar.getByRole('button', { name: words.placeHere }).click();
  await notices(page).getByText(words.placingNothing).waitFor();
  await page.keyboard.press('Escape');
  await waiting().waitFor();
  await choose();
  await bar.waitFor();
  const goal = guide.getByText('What is to be done in part 7 of this guide');
  await goal.scrollIntoViewIfNeeded();
  await goal.click({ clickCount: 3 });
  await bar.getByRole('button', { name: words.placeHere }).click();
  await bar.waitFor({ state: 'hidden' });
  const note = (await notesNow()).find(({ text }) => text === 'Our number changed');
  expect([note?.fate, note?.anchor.exact]).toEqual(['unchanged', expect.stringContaining('part 7')]);
});

describe('every look', () => {
  test('axe has nothing to say about the tray and the bar of placing', { timeout: 120_000 }, async () => {
    await look();
    for (const each of looks) {
      await wear(page, each);
      expect(await violations(page)).toEqual([]);
    }
    await wear(page, 'light');
    await waiting().getByRole('button', { name: words.choosePlace }).click();
    await page.getByRole('region', { name: words.placing }).waitFor();
    await page.waitForTimeout(300);
    for (const each of looks) {
      await wear(page, each);
      expect(await violations(page)).toEqual([]);
    }
    await wear(page, 'light');
    expect(await page.getByRole('region', { name: /^Notes \(\d\)$/ }).innerText()).toContain(words.hereWaiting(2));
  });

  test('at 400 % zoom nothing of the tray is cut off sideways, and the words can still be chosen', { timeout: 120_000 }, async () => {
    await look();
    const zoom = (factor: number): Promise<void> =>
      running.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), factor);
    await zoom(4);
    await page.waitForFunction(() => innerWidth <= 330);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await waiting().getByRole('button', { name: words.choosePlace }).click();
    const bar = page.getByRole('region', { name: words.placing });
    await bar.waitFor();
    // It leaves most of the little room to the text.
    expect(await bar.evaluate((element) => element.getBoundingClientRect().height / innerHeight)).toBeLessThan(0.5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await zoom(1);
  });
});
