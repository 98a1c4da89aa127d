// The whole loop with two readers' profiles in the real app, a real share and the groups' own commands: one types a change and
// sends it, the group says that it has arrived, the other sees that and supports it, the group accepts it and publishes,
// and both are answered.
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Variant } from '../../.ci/lib/stage.ts';
import { proposedSource } from '../../content/core/suggestion/model.ts';
import { suggestText } from '../../renderer/text/suggest.ts';
import { suggestLeaveText } from '../../renderer/text/suggest-leave.ts';
import { othersText, suggestOneText } from '../../renderer/text/suggest-list.ts';
import { suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { channelName, type FoundedShare, found } from '../support/founded-share.ts';
import { type ReaderWindow, readerWindow } from '../support/reader-window.ts';
import { guidesJson } from '../support/said.ts';
import { call, notices, openByLink } from '../support/screens.ts';
import { sourceFolder } from '../support/sources.ts';
import { panel, suggestOnWords, why } from '../support/suggest-window.ts';
import { removeVariants, variantFolder, variantOf } from '../support/variants.ts';

const guide = 'facebook-comments';
const body = `## Comments

You may hide a comment that abuses a victim. Take a picture of it first.

## Blocking

Block nobody without asking.`;

let world: FoundedShare;
let from: string;
let kent: ReaderWindow;
let essex: ReaderWindow;

beforeAll(async () => {
  world = await found(variantFolder());
  from = sourceFolder({ [channelName]: { [guide]: body } }, variantFolder());
  await publish();
  mkdirSync(path.join(world.share, 'inbox', channelName), { recursive: true });
  // The app runs as somebody who may write there, and nowhere else.
  chmodSync(path.join(world.share, 'inbox', channelName), 0o1777);
  const variant: Variant = variantOf('e2e-suggest-loop', world.share, path.join(world.folder, '1.root.json'));
  kent = await readerWindow(variant, world.share);
  essex = await readerWindow(variant, world.share);
}, 180_000);
afterAll(async () => {
  await kent?.close();
  await essex?.close();
  removeVariants();
});

/** The group's folder as it is now: drafted, signed by two, published. */
async function publish(): Promise<void> {
  const { draft } = await guidesJson<{ draft: string }>('draft', channelName, '--from', from, '--share', world.share);
  await world.sign(channelName, draft, 'e1', 'e2');
  await world.publish(channelName, draft, 'e2');
}

const sources = () => path.join(from, `channel-${channelName}`);
const inbox = () => readdirSync(path.join(world.share, 'inbox', channelName)).filter((name) => name.endsWith('.ngsuggest'));

async function sayWho(page: Page, force: string): Promise<void> {
  await panel(page)
    .getByRole('textbox', { name: new RegExp(`^${suggestPanelText.force}`) })
    .fill(force);
  await panel(page)
    .getByRole('textbox', { name: new RegExp(`^${suggestPanelText.role}`) })
    .fill('Web manager');
  await why(page).focus();
}

async function sendFromDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: suggestLeaveText.send(1) }).click();
  await dialog.locator('[data-outcome="sent"]').waitFor();
  await dialog.getByRole('button', { name: suggestLeaveText.closeDone }).first().click();
  await dialog.waitFor({ state: 'detached' });
}

async function openSuggestion(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+S');
  await page.locator('.suggest-row-title').first().click();
}

test('a change is typed, sent, received, supported, accepted, published, and its authors hear of it', { timeout: 180_000 }, async () => {
  // Kent: typed in the guide, by mouse and keys.
  await openByLink(kent.page, guide);
  await suggestOnWords(kent.page, 'may hide a comment');
  await kent.page.keyboard.type('must hide a comment');
  await sayWho(kent.page, 'Kent Police');
  await why(kent.page).fill('The duty is in force since March.');
  await panel(kent.page).getByRole('button', { name: suggestPanelText.send, exact: true }).click();
  await kent.page.getByRole('dialog').getByText(suggestLeaveText.lead).waitFor();
  await sendFromDialog(kent.page);
  expect(inbox()).toEqual([expect.stringMatching(/^Kent-\d{4}-\d\d-\d\d-facebook-[0-9a-f]{8}\.ngsuggest$/)]);

  // The group: lists it, and says that it has arrived.
  const listed = await guidesJson<{ groups: readonly unknown[] }>('inbox', world.share, channelName);
  expect(JSON.stringify(listed)).toContain('must hide a comment');
  await guidesJson('apply', sources(), world.share, channelName, '--receive', '--all');
  await publish();

  // Essex: sees that somebody was there before, and stands behind it.
  await essex.look();
  await openByLink(essex.page, guide);
  const mark = essex.page.getByRole('button', { name: othersText.mark(1) });
  await mark.click();
  const card = essex.page.getByRole('region', { name: othersText.title });
  expect(await card.innerText()).toContain('Kent Police');
  expect(await card.innerText()).toContain('must hide a comment');
  expect(await violations(essex.page)).toEqual([]);
  await card.getByRole('button', { name: othersText.support }).click();
  const dialog = essex.page.getByRole('dialog');
  await dialog.getByText(suggestLeaveText.lead).waitFor();
  // Who supports it is asked on the suggestion's own page.
  await essex.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await openSuggestion(essex.page);
  const fields = essex.page.getByRole('region', { name: suggestOneText.fields });
  await fields.getByRole('textbox', { name: new RegExp(`^${suggestPanelText.force}`) }).fill('Essex Police');
  await fields.getByRole('textbox', { name: new RegExp(`^${suggestPanelText.role}`) }).fill('Press officer');
  await fields.getByRole('button', { name: suggestPanelText.send, exact: true }).click();
  await dialog.getByText(suggestLeaveText.lead).waitFor();
  await sendFromDialog(essex.page);
  expect(inbox()).toHaveLength(2);

  // Kent: received.
  await kent.look();
  await openSuggestion(kent.page);
  await kent.page
    .getByText(/^Received on /)
    .first()
    .waitFor();

  // The group: takes the words in, with the author's credit, and publishes them.
  const { suggestions } = await guidesJson<{ suggestions: readonly { digest: string; supporters: readonly string[] }[] }>(
    ...(['inbox', world.share, channelName, '--all'] as const),
  );
  const change = suggestions.find(({ supporters }) => supporters.length === 1);
  await guidesJson('apply', sources(), world.share, channelName, String(change?.digest), '--say', 'Thank you, it is the law now.');
  const text = readFileSync(path.join(sources(), `${guide}.md`), 'utf8');
  expect(text).toContain('You must hide a comment that abuses a victim.');
  expect(text).toContain('Kent Police');
  await publish();

  // Both: answered, with the edition and the group's words.
  for (const reader of [kent, essex]) {
    await reader.page.keyboard.press('Alt+Home');
    await reader.look();
    await notices(reader.page)
      .getByText(suggestText.moved({ carried: 0, taken: 0, conflicts: 0, answered: ['' as never] }))
      .waitFor();
    await openSuggestion(reader.page);
    await reader.page
      .getByText(/^Accepted in edition /)
      .first()
      .waitFor();
    await reader.page.getByText('Thank you, it is the law now.').first().waitFor();
    expect(await reader.reads(guide)).toContain('You must hide a comment');
  }
  // And it is open no more.
  await openByLink(essex.page, guide);
  await essex.page.getByText('You must hide a comment').waitFor();
  expect(await essex.page.locator('.others-mark').count()).toBe(0);
});

test('where the group changed the same words, both texts stand side by side, and the author decides', { timeout: 120_000 }, async () => {
  const { page } = kent;
  await openByLink(page, guide);
  await suggestOnWords(page, 'Block nobody');
  await page.keyboard.type('Block somebody');
  await why(page).fill('Bots come by the hundred.');
  await page.keyboard.press('Control+Shift+S');
  await page.locator('.suggest-row-title').first().waitFor();
  const file = path.join(sources(), `${guide}.md`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('Block nobody without asking.', 'Block an account only with legal services.'));
  await publish();
  await kent.look();
  const moved = suggestText.moved({ carried: 0, taken: 0, conflicts: 1, answered: [] });
  await notices(page).getByText(moved).waitFor({ timeout: 30_000 });
  await notices(page).getByRole('button', { name: suggestText.look }).click();
  await page.locator('.suggest-state[data-state="conflict"]').waitFor();
  await page.locator('.suggest-row-title').first().click();
  const place = page.getByRole('region', { name: suggestOneText.place(1, 1) });
  await place.waitFor();
  const said = await place.innerText();
  for (const words of [suggestOneText.national, suggestOneText.yours, 'only with legal services', 'somebody'])
    expect(said).toContain(words);
  for (const look of looks) {
    await wear(page, look);
    expect(await violations(page)).toEqual([]);
  }
  await wear(page, 'light');
  const done = page.getByRole('button', { name: suggestOneText.done });
  expect(await done.getAttribute('aria-disabled')).toBe('true');
  await place.getByRole('button', { name: suggestOneText.takeYours }).click();
  await done.click();
  await place.waitFor({ state: 'detached' });
  await page.getByText('What changes').waitFor();
  const { rows } = await call(page, 'suggestions.all', {});
  const { draft } = await call(page, 'suggestions.open', { id: rows[0]?.id as never });
  expect(draft.conflict).toBeNull();
  expect(proposedSource(draft.suggestion)).toContain('Block somebody without asking.');
  expect(draft.suggestion.base?.source).toContain('only with legal services');
});
