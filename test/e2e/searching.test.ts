// Searching in the real window: scope, phrases, corrections and their way back, nothing found, hostile queries.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { searchText } from '../../renderer/text/search.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { complaints, foundTitles, goHome, pasteQuery, results, searchArea, searchBox, searchFor } from '../support/screens.ts';

let running: RunningApp;
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp();
  said = complaints(running);
});
afterAll(async () => {
  await running?.close();
});
beforeEach(async () => {
  await goHome(running.page);
  await searchFor(running.page, 'a');
  await panel().getByRole('checkbox', { name: 'All channels' }).check();
  await searchBox(running.page).fill('');
});

const panel = () => searchArea(running.page);

describe('where to look', () => {
  test('is chosen by tick boxes, for one channel or more, and taken back', async () => {
    const { page } = running;
    await searchFor(page, 'access');
    const everywhere = await foundTitles(page);
    await panel().getByRole('checkbox', { name: 'Facebook' }).check();
    await expect.poll(async () => (await foundTitles(page)).every((one) => one.includes('Facebook'))).toBe(true);
    await panel().getByRole('checkbox', { name: 'X', exact: true }).check();
    await expect.poll(async () => (await foundTitles(page)).join()).toMatch(/Facebook.*\bX\b|\bX\b.*Facebook/);
    expect(await panel().getByRole('checkbox', { name: 'All channels' }).isChecked()).toBe(false);
    await panel().getByRole('checkbox', { name: 'All channels' }).check();
    await expect.poll(() => foundTitles(page)).toEqual(everywhere);
  });

  test('is typed as facebook: and shown as something to take off', async () => {
    const { page } = running;
    await searchFor(page, 'facebook: access');
    const titles = await foundTitles(page);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.every((one) => one.includes('Facebook'))).toBe(true);
    await panel().getByRole('button', { name: 'Search everywhere, not only in Facebook' }).click();
    await expect.poll(async () => (await foundTitles(page)).length).toBeGreaterThan(titles.length);
    expect(await searchBox(page).inputValue()).not.toContain('facebook:');
    expect(await searchBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
  });

  test('by a name that no channel has is a word, and says so', async () => {
    await searchFor(running.page, 'friendface: access');
    await panel()
      .getByText(searchText.unknownScope(['friendface']))
      .waitFor();
  });
});

describe('what is typed', () => {
  test('in quotation marks is found as it stands', async () => {
    const { page } = running;
    await searchFor(page, '"a browser that is not signed in"');
    expect((await foundTitles(page))[0]).toBe('House rules, moderation and abuse');
    await page.keyboard.press('Enter');
    await page.locator('.landed').waitFor();
    expect(await page.locator('.landed').innerText()).toContain('browser that is not signed in');
  });

  test('with a slip is corrected, and can be had as typed', async () => {
    const { page } = running;
    await searchFor(page, 'moderaton');
    expect(await page.locator('[data-correction]').innerText()).toMatch(/^Showing results for moderation\. Search instead for “moderaton”/);
    await panel()
      .getByRole('button', { name: searchText.instead('moderaton') })
      .click();
    await panel().getByText(searchText.verbatim('moderaton')).waitFor();
    await panel().getByRole('button', { name: searchText.withCorrection }).click();
    await expect.poll(() => results(page).count()).toBeGreaterThan(0);
  });

  test('as stop words alone is told so', async () => {
    await searchFor(running.page, 'the of and');
    await panel().getByText(searchText.onlyStopWords).waitFor();
    expect(await results(running.page).count()).toBe(0);
  });

  test.each([
    ['10,000 characters', 'moderation abuse '.repeat(590).slice(0, 10_000)],
    ['one word of 10,000', 'x'.repeat(10_000)],
    ['signs', '+-*~^:"(){}[]\\/!?&|<>$%'],
    ['an open quotation and unknown fields', '"half open title:foo body^3 ~9'],
    ['letters of other scripts', 'Ñandú 警察 חירום 🚓 \u202e abc'],
    ['a half sign', 'abuse \ud83d'],
  ])('as %s gets an answer and no fault', async (_, query) => {
    const { page } = running;
    await pasteQuery(page, query);
    expect(await page.locator('[data-error]').count()).toBe(0);
    expect((await results(page).count()) > 0 || (await panel().locator('.panel-rest').count()) > 0).toBe(true);
    await searchFor(page, 'moderation');
    expect((await foundTitles(page))[0]).toBe('House rules, moderation and abuse');
  });
});

test('arrows choose, Ctrl+Enter opens and keeps the list, Esc closes, and the answer is marked', async () => {
  const { page } = running;
  await searchFor(page, 'hide');
  expect(await page.getByRole('listbox', { name: 'Results' }).locator('mark').count()).toBeGreaterThan(2);
  await page.keyboard.press('ArrowDown');
  expect(await results(page).nth(1).getAttribute('aria-selected')).toBe('true');
  expect(await searchBox(page).getAttribute('aria-activedescendant')).toBe(await results(page).nth(1).getAttribute('id'));
  await page.keyboard.press('Control+Enter');
  await page.locator('article.guide').waitFor();
  expect(await results(page).count()).toBeGreaterThan(2);
  expect(await searchBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.locator('[data-panel]').count()).toBe(0);
});

test('nothing found offers to tell the working group, and keeps it', async () => {
  const { page, userDataDir } = running;
  await searchFor(page, 'zygomorphic quoll');
  await panel()
    .getByRole('heading', { name: searchText.nothing('zygomorphic quoll') })
    .waitFor();
  await panel().getByRole('button', { name: searchText.missing }).press('Enter');
  await panel().getByText(searchText.missingKept('zygomorphic quoll')).waitFor();
  const file = path.join(userDataDir, 'gaps.json');
  await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain('zygomorphic quoll');
});

test('nothing of all this made the window complain', () => expect(said).toEqual([]));
