// What a reader must not miss about a guide: each state with a word, a shape and a sentence, on its page, in lists
// and in the tree, and never by colour alone. The guides are built for this, signed and imported for real.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calloutKinds } from '../../content/core/guide/model.ts';
import { calloutWords } from '../../renderer/text/names.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { complaints, goHome, openByLink } from '../support/screens.ts';
import { guideMd, packYml } from '../support/sources.ts';
import { builtVariant, removeVariants } from '../support/variants.ts';

const ids = ['draft-one', 'overdue-one', 'withdrawn-one', 'consulted-one', 'approved-one', 'odd-one'];
const change = (id: string, changes: Readonly<Record<string, string>>, body = '## Heading\n\nText of the guide.\n'): string =>
  Object.entries(changes).reduce(
    (text, [field, value]) => text.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: ${value}`),
    guideMd(id, 'facebook', body),
  );
const callouts = calloutKinds.map((kind) => `> [!${kind}] The ${kind} box\n> Its text.\n`).join('\n');
const odd = `See [the gone guide](guide:no-such-guide) and ![a street](gone.png).\n\n<script>alert(1)</script>\n\n${callouts}`;

const files = {
  'facebook/pack.yml': packYml('facebook', ids),
  'facebook/draft-one.md': change('draft-one', { confidence: 'official' }),
  'facebook/overdue-one.md': change('overdue-one', {
    status: 'approved',
    approved: '2024-01-10',
    approved_by: 'Testers',
    forces: '[Anyshire Police]',
    version: '"1.0"',
    review_by: '2025-01-10',
    confidence: 'official',
  }),
  'facebook/withdrawn-one.md': change('withdrawn-one', { status: 'withdrawn', superseded_by: 'draft-one', confidence: 'official' }),
  'facebook/consulted-one.md': change('consulted-one', { status: 'consultation', confidence: 'unverified' }),
  'facebook/approved-one.md': change('approved-one', {
    status: 'approved',
    approved: '2026-11-01',
    approved_by: 'Testers',
    forces: '[Anyshire Police]',
    version: '"1.0"',
    confidence: 'official',
  }),
  'facebook/odd-one.md': change('odd-one', {}, odd),
};

let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
beforeAll(async () => {
  running = await launchApp({ variant: await builtVariant('e2e-states', files, 'lenient') });
  page = running.page;
  said = complaints(running);
});
afterAll(async () => {
  await running?.close();
  removeVariants();
});

describe('the page of a guide', () => {
  test.each([
    ['draft-one', [readerText.bannerDraft]],
    ['overdue-one', [readerText.bannerOverdue('2025-01-10', '2026-01-01')]],
    ['withdrawn-one', [readerText.bannerWithdrawn]],
    ['consulted-one', [readerText.bannerConsultation(null), readerText.bannerUnverified]],
    ['approved-one', []],
  ])('that is %s says so above the text', async (id, banners) => {
    const guide = await openByLink(page, id);
    const shown = guide.locator('[data-banner]');
    expect(await shown.count()).toBe(banners.length);
    for (const [at, { word, sentence }] of banners.entries()) {
      const banner = shown.nth(at);
      expect(await banner.getAttribute('role')).toBe('note');
      expect(await banner.innerText()).toContain(`${word}.`);
      expect(await banner.innerText()).toContain(sentence.split(/[(.]/)[0]);
      // A shape and a border of its own, for whoever sees no colours.
      expect(await banner.locator('svg').count()).toBe(1);
      expect(await banner.evaluate((element) => Number.parseFloat(getComputedStyle(element).borderLeftWidth))).toBeGreaterThan(0);
      expect(await banner.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    }
  });

  test('that was withdrawn leads to the one that replaced it', async () => {
    const guide = await openByLink(page, 'withdrawn-one');
    await guide.getByRole('link', { name: readerText.bannerReplaced('Guide draft-one') }).click();
    await page.getByRole('heading', { level: 1, name: 'Guide draft-one' }).waitFor();
  });

  test('names each kind of box, and what is missing, and runs nothing', async () => {
    const guide = await openByLink(page, 'odd-one');
    for (const kind of calloutKinds) {
      const box = guide.locator(`aside`).filter({ hasText: `The ${kind} box` });
      expect(await box.innerText()).toMatch(new RegExp(`^${calloutWords[kind]}`, 'i'));
      expect(await box.locator('svg').count()).toBe(1);
    }
    expect(await guide.innerText()).toContain(readerText.missingImage('a street'));
    expect(await guide.innerText()).toContain(`the gone guide${readerText.missingGuide}`);
    expect(await guide.locator('script, a[href*="no-such-guide"]').count()).toBe(0);
    expect(said).toEqual([]);
  });
});

test('lists and the tree carry the word of a state, not its colour alone', async () => {
  await goHome(page);
  expect(await page.getByRole('region', { name: 'Due for review' }).innerText()).toMatch(
    /Guide overdue-one[\s\S]*Review overdue[\s\S]*10 January 2025/,
  );
  const tree = page.getByRole('navigation', { name: 'Channels and subjects' });
  expect(await tree.getByRole('link', { name: /Guide withdrawn-one.*Withdrawn/s }).count()).toBe(1);
  expect(await tree.getByRole('link', { name: /Guide overdue-one.*overdue/is }).count()).toBe(1);
  await tree.getByRole('link', { name: /^The facebook channel/ }).click();
  const list = page.getByRole('main');
  for (const word of ['Withdrawn', 'Draft', 'Consultation', 'Review overdue']) expect(await list.innerText()).toContain(word);
});

test.each(looks)('axe has nothing to say about these states in the look "%s"', async (look) => {
  await wear(page, look);
  for (const id of ['overdue-one', 'withdrawn-one', 'consulted-one', 'odd-one']) {
    await openByLink(page, id);
    expect(await violations(page), id).toEqual([]);
  }
  await wear(page, 'light');
});
