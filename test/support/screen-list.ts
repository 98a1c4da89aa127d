// Every screen of the app and how a person gets there: for pictures. Each starts at Home and is left by `leave`.
import type { Page } from 'playwright';
import { highlightNames } from '../../content/core/annotation/model.ts';
import { clearSuggestions, showLeaving } from './leave-screens.ts';
import { clearNotes, makeNotes, wordsIn } from './note-screens.ts';
import { goHome, openByLink, searchFor, title } from './screens.ts';
import { askForMissing, showChosen, showNewGuide, showOne, showSuggestions } from './suggest-screens.ts';
import { closeAll, suggestOnBlock } from './suggest-window.ts';

export interface Screen {
  readonly name: string;
  readonly go: (page: Page) => Promise<unknown>;
}

const dialog = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await page.getByRole('dialog').waitFor();
};

export const screens: readonly Screen[] = [
  { name: 'home', go: goHome },
  { name: 'channel', go: (page) => byTree(page, /^Facebook 2 guides/) },
  { name: 'saved', go: (page) => byTree(page, /^Saved/) },
  { name: 'guide', go: (page) => openByLink(page, 'house-rules') },
  { name: 'guide-tables', go: (page) => openPart(page, 'house-rules', 'What to do with what you see') },
  { name: 'guide-checklist', go: (page) => openPart(page, 'house-rules', 'Checklist') },
  { name: 'guide-copy', go: copyMenu },
  { name: 'guide-end', go: (page) => openPart(page, 'house-rules', 'Sources') },
  { name: 'search', go: (page) => searchFor(page, 'hide a comment') },
  { name: 'search-resting', go: (page) => page.keyboard.press('Control+K') },
  { name: 'search-corrected', go: (page) => searchFor(page, 'abusiv coment') },
  { name: 'search-scoped', go: (page) => searchFor(page, 'facebook: access') },
  { name: 'search-nothing', go: (page) => searchFor(page, 'zygomorphic quoll') },
  { name: 'landed', go: landed },
  { name: 'find', go: found },
  { name: 'text-options', go: dialog('Control+,') },
  { name: 'palette', go: dialog('Control+Shift+P') },
  { name: 'shortcuts', go: dialog('F1') },
  { name: 'about', go: about },
  { name: 'updates', go: updates },
  { name: 'notes-none', go: (page) => notes(page, 0) },
  { name: 'notes', go: (page) => notes(page, 4) },
  { name: 'notes-many', go: manyNotes },
  { name: 'notes-nothing', go: noNotesMatch },
  { name: 'notes-beside', go: notesBeside },
  { name: 'suggest-editing', go: (page) => suggesting(page, true) },
  { name: 'suggest-changed', go: (page) => suggesting(page, false) },
  { name: 'suggest-head', go: suggestHead },
  { name: 'suggest-waiting', go: suggestWaiting },
  { name: 'suggestions-none', go: (page) => showSuggestions(page, 0) },
  { name: 'suggestions', go: showChosen },
  { name: 'suggestion', go: showOne },
  { name: 'suggest-missing', go: askForMissing },
  { name: 'suggestion-new', go: showNewGuide },
  { name: 'suggest-leave', go: (page) => showLeaving(page, 'Since 1 March it is so.') },
  { name: 'suggest-leave-personal', go: (page) => showLeaving(page, 'Ask Jo on 07911 123456.') },
];

/** Back to Home with nothing over it, as the next screen finds it. */
export async function leave(page: Page): Promise<void> {
  for (let layer = 0; layer < 4; layer += 1) await page.keyboard.press('Escape');
  await clearNotes(page);
  await clearSuggestions(page);
  await page.locator('#search-input').fill('');
  await page.keyboard.press('Escape');
  await goHome(page);
  await title(page).and(page.getByText('National Guides')).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

/** In a narrow window the tree is a drawer, which a key brings in. */
async function byTree(page: Page, name: RegExp): Promise<void> {
  const tree = page.getByRole('navigation', { name: 'Channels and subjects' });
  if (!(await tree.isVisible())) await page.keyboard.press('Control+Shift+L');
  await tree.getByRole('link', { name }).focus();
  await page.keyboard.press('Enter');
  await page.locator('main h1').filter({ hasNotText: 'National Guides' }).waitFor();
}

async function openPart(page: Page, guide: string, heading: string): Promise<void> {
  const shown = await openByLink(page, guide);
  await shown.getByRole('heading', { name: heading, exact: true }).evaluate((element) => element.scrollIntoView());
}

async function copyMenu(page: Page): Promise<void> {
  await openByLink(page, 'house-rules');
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Save a copy');
  await page.keyboard.press('Enter');
  await page.getByRole('menu', { name: 'Save a copy' }).waitFor();
}

async function landed(page: Page): Promise<void> {
  await searchFor(page, 'abusiv coment');
  await page.keyboard.press('Enter');
  await page.locator('.landed').waitFor();
}

async function found(page: Page): Promise<void> {
  await openByLink(page, 'house-rules');
  await page.keyboard.press('Control+F');
  await page.keyboard.type('screenshot');
}

async function updates(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+U');
  await page.getByRole('heading', { level: 2, name: 'Shared folders' }).waitFor();
}

async function notes(page: Page, count: number): Promise<void> {
  const quotes = await wordsIn(page, 'house-rules', count);
  if (count > 0)
    await makeNotes(
      page,
      'house-rules',
      quotes.map((on, at) => ({
        on,
        text: at % 2 === 0 ? 'Our desk does this **twice a day**.' : '',
        tags: at === 0 ? ['desk'] : [],
        highlight: highlightNames[at % 4] ?? 'do',
      })),
    );
  await page.keyboard.press('Control+Shift+N');
  await page.getByRole('heading', { level: 1, name: 'My notes' }).waitFor();
  const clear = page.getByRole('button', { name: 'Clear filters' }).first();
  if (await clear.isVisible()) await clear.click();
  await (count > 0 ? page.locator('.note-row').nth(count - 1) : page.getByText('No notes yet')).waitFor();
}

async function manyNotes(page: Page): Promise<void> {
  await notes(page, 4);
  await page.locator('.note-tick').first().check();
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
}

async function noNotesMatch(page: Page): Promise<void> {
  await notes(page, 4);
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('zygomorphic quoll');
  await page.getByText('No note matches.').waitFor();
}

async function notesBeside(page: Page): Promise<void> {
  await notes(page, 4);
  await openByLink(page, 'house-rules');
  const list = page.getByRole('region', { name: 'Notes (4)' });
  if (!(await list.isVisible())) await page.keyboard.press('Control+Shift+O');
  await list.scrollIntoViewIfNeeded();
}

/** A paragraph that is changed, and with `open` another that is being edited; the panel beside them. */
async function suggesting(page: Page, open: boolean): Promise<void> {
  await openByLink(page, 'house-rules');
  await suggestOnBlock(page, '> p', 1);
  await page.keyboard.type(' Record why.');
  await suggestOnBlock(page, '> p', 0);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Then tell the duty supervisor.');
  if (!open) await page.keyboard.press('Escape');
}

async function suggestHead(page: Page): Promise<void> {
  await openByLink(page, 'house-rules');
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Suggest a change to this guide');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Title' }).fill('House rules and abuse');
}

async function suggestWaiting(page: Page): Promise<void> {
  await suggesting(page, false);
  await closeAll(page);
  await page.locator('.suggest-waiting').waitFor();
}

async function about(page: Page): Promise<void> {
  await dialog('Control+Shift+P')(page);
  await page.keyboard.type('about');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'About National Guides' }).waitFor();
}
