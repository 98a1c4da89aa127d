// The look at what leaves, for pictures and for axe: with something missing or personal in it, and ready to be saved.
import type { Page } from 'playwright';
import { suggestLeaveText } from '../../renderer/text/suggest-leave.ts';
import { suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { call, openByLink } from './screens.ts';
import { suggester } from './suggester.ts';

/** @param why with something that looks personal, or without */
export async function showLeaving(page: Page, why: string): Promise<void> {
  const person = await suggester(page);
  await person.draft('A line that is **new** in this guide.', why);
  await askToSend(page, person.guide);
}

/** Goes on with the draft in its guide, and asks there to send it. */
export async function askToSend(page: Page, guide: string): Promise<void> {
  await openByLink(page, guide);
  const send = page.getByRole('button', { name: suggestPanelText.send, exact: true });
  const goOn = page.locator('.suggest-waiting button, .suggest-known button').first();
  await send.or(goOn).first().waitFor();
  if (!(await send.isVisible())) await goOn.click();
  // In a narrow window the panel is a drawer, which opens with the draft or by its key.
  await send.click();
  await page.getByRole('dialog').getByText(suggestLeaveText.lead).waitFor();
}

/** Takes the suggestions away again. */
export async function clearSuggestions(page: Page): Promise<void> {
  const { rows } = await call(page, 'suggestions.all', {});
  if (rows.length > 0) await call(page, 'suggestions.delete', { ids: rows.map(({ id }) => id) });
}
