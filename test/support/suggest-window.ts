// The steps of a person who suggests a change in the real window, and what is read off it.
import type { Locator, Page } from 'playwright';
import type { Draft } from '../../content/core/suggestion/model.ts';
import { proposedSource } from '../../content/core/suggestion/model.ts';
import { selectionText } from '../../renderer/text/notes-card.ts';
import { dragOver } from './mouse-words.ts';
import { bar } from './note-cards.ts';
import { call } from './screens.ts';

export const editor = (page: Page): Locator => page.locator('[data-host="edit"] .cm-content').first();
export const panel = (page: Page): Locator => page.locator('.suggest-pane');
export const acts = (page: Page): Locator => page.locator('[data-host="edit"] .suggest-acts');
export const placesShown = (page: Page): Locator => page.locator('.suggest-place');
export const why = (page: Page): Locator => panel(page).getByRole('textbox', { name: /^Why/ });

/** By the mouse: words selected, the bar over them. */
export async function suggestOnWords(page: Page, words: string): Promise<void> {
  await dragOver(page, words);
  await bar(page).getByRole('button', { name: selectionText.suggest }).click();
  await editor(page).waitFor();
}

/**
 * By keys: the block of the nth element that fits has the focus, as after a search or Tab. Who presses the keys sees the
 * block: what the editor before still scrolls is waited for.
 */
export async function suggestOnBlock(page: Page, selector: string, nth = 0): Promise<void> {
  await page.evaluate(
    async ([wanted, at]) => {
      // An editor that is open already is not the one that is waited for.
      for (const open of document.querySelectorAll<HTMLElement>('[data-host="edit"] .cm-content')) open.dataset.before = '';
      const top = document.querySelectorAll<HTMLElement>(`.text ${wanted}`)[at];
      const block = top?.matches('[data-block]') ? top : top?.querySelector<HTMLElement>('[data-block]');
      if (!top || !block) throw new Error(`no ${wanted}`);
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // Seen for three frames: nothing scrolls any more.
      for (let seen = 0, frames = 0; seen < 3 && frames < 300; frames += 1) {
        const { top: from, bottom } = block.getBoundingClientRect();
        if (bottom > 0 && from < innerHeight) seen += 1;
        else {
          seen = 0;
          top.scrollIntoView({ block: 'center', behavior: 'instant' });
        }
        await frame();
      }
      top.scrollIntoView({ block: 'center', behavior: 'instant' });
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
    },
    [selector, nth] as const,
  );
  await page.keyboard.press('Control+Alt+3');
  await page.locator('[data-host="edit"] .cm-content:not([data-before])').first().waitFor();
}

/** Unsent suggestions as they lie on the disk, last changed first. */
export async function draftsHeld(page: Page): Promise<readonly Draft[]> {
  const { rows } = await call(page, 'suggestions.all', {});
  const kept = await Promise.all(rows.map(({ id }) => call(page, 'suggestions.open', { id })));
  return kept.map(({ draft }) => draft);
}

/** What the latest would make of the guide. */
export async function proposed(page: Page): Promise<string> {
  const [draft] = await draftsHeld(page);
  return (draft && proposedSource(draft.suggestion)) ?? '';
}

export async function clearDrafts(page: Page): Promise<void> {
  const { rows } = await call(page, 'suggestions.all', {});
  if (rows.length > 0) await call(page, 'suggestions.delete', { ids: rows.map(({ id }) => id) });
}

/** Closes editor and draft, as Esc does. */
export async function closeAll(page: Page): Promise<void> {
  for (let layer = 0; layer < 4; layer += 1) await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
}
