// What leaves the PC as a person sees it, in the real app with a real share: the look before, what seems personal, a drop-box that
// refuses, and the forms of export.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { openBundle } from '../../content/node/suggestion-bundle.ts';
import { suggestLeaveText as text } from '../../renderer/text/suggest-leave.ts';
import { suggestPanelText } from '../../renderer/text/suggest-page.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { freshUserDataDir, launchApp, openFolder, type RunningApp, stagedApp } from '../support/electron-app.ts';
import { askToSend } from '../support/leave-screens.ts';
import { putModules } from '../support/page-modules.ts';
import { answerSaveDialog, call, clipboard, complaints, openByLink } from '../support/screens.ts';
import { type Suggester, suggester } from '../support/suggester.ts';

let home: string;
let out: string;
let box: string;
let running: RunningApp;
let page: Page;
let person: Suggester;
let said: readonly string[] = [];

beforeAll(async () => {
  // The app of a run as root is another user's.
  home = mkdtempSync(path.join(tmpdir(), 'guides-leave-'));
  chmodSync(home, 0o755);
  const share = openFolder(path.join(home, 'share'));
  out = openFolder(mkdtempSync(path.join((await stagedApp()).home, 'e2e-out-')));
  running = await launchApp({ userDataDir: await freshUserDataDir(), policy: { format: 1, mandatory: { shares: [share] } } });
  page = running.page;
  page.setDefaultTimeout(12_000);
  said = complaints(running);
  person = await suggester(page);
  openFolder(path.join(share, 'inbox'));
  box = openFolder(path.join(share, 'inbox', person.channel));
}, 180_000);
afterEach(async () => {
  for (let layer = 0; layer < 4; layer += 1) await page.keyboard.press('Escape');
  expect(said).toEqual([]);
});
afterAll(async () => {
  await running?.close();
  for (const folder of [home, out, running?.userDataDir])
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const dialog = (): Locator => page.getByRole('dialog');
const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
/** What the dialog says became of it. */
async function outcome(kind: 'sent' | 'saved' | 'refused'): Promise<void> {
  const box = dialog().locator('.leave-outcome');
  await box.waitFor();
  expect([await box.getAttribute('data-outcome'), await box.innerText()]).toEqual([kind, expect.any(String)]);
}
const held = (): readonly string[] => readdirSync(box).filter((name) => !name.startsWith('.'));

const openDialog = (): Promise<void> => askToSend(page, person.guide);

test('nothing leaves while what looks personal is neither removed nor ticked', async () => {
  const id = await person.draft('A line with nothing in it.', 'As agreed.\n\nAsk Jo on 07911 123456, or 07911 123457.');
  await openDialog();
  await dialog().getByText('This looks like a mobile number (Why, line 3)').first().waitFor();
  for (const name of [text.send(1), text.save(1), text.copy]) {
    expect(await button(name).getAttribute('aria-disabled')).toBe('true');
    // Playwright waits for what is not enabled; a person clicks it all the same.
    await button(name).dispatchEvent('click');
  }
  expect(held()).toEqual([]);
  await button(text.removeName('07911 123456')).click();
  await dialog().getByText(text.personalLead(1)).waitFor();
  expect((await person.open(id)).draft.suggestion.why).toBe('As agreed.\n\nAsk Jo on, or 07911 123457.');
  expect(await button(text.send(1)).getAttribute('aria-disabled')).toBe('true');
  await dialog()
    .getByRole('checkbox', { name: text.mayGoName('07911 123457') })
    .check();
  await dialog().getByText(text.personalLead(0)).waitFor();
  expect(await button(text.send(1)).getAttribute('aria-disabled')).toBe('false');
  // As it is read aloud.
  expect(await dialog().locator('.leave-change').first().innerText()).toMatch(/inserts\s+A line with nothing in it\.\s+end of change/);
  for (const look of looks) {
    await wear(page, look);
    expect(await violations(page)).toEqual([]);
  }
  await wear(page, 'light');
});

test('the exact text of every file is one click away, and is what lies in the drop-box afterwards', async () => {
  const [id] = (await call(page, 'suggestions.all', {})).rows.map((row) => row.id);
  await openDialog();
  const files = dialog().getByRole('region', { name: text.files });
  const shown: Record<string, string> = {};
  for (const name of ['suggestion.json', 'change.patch', 'summary.html']) {
    await files.locator('summary').filter({ hasText: name }).click();
    shown[name] = await files
      .getByRole('region', { name: text.fileTextOf(name) })
      .locator('pre')
      .evaluate((pre) => pre.textContent ?? '');
  }
  await button(text.send(1)).click();
  await outcome('sent');
  const [name = ''] = held();
  expect(
    await dialog()
      .getByText(text.sent([name]))
      .count(),
  ).toBe(1);
  const bundle = unzipSync(readFileSync(path.join(box, name)));
  for (const [file, words] of Object.entries(shown)) expect(new TextDecoder().decode(bundle[file])).toBe(words);
  expect((await openBundle(readFileSync(path.join(box, name)))).ok).toBe(true);
  if (!id) throw new Error('there is a suggestion');
  expect((await person.open(id)).draft).toMatchObject({ state: 'sent', sent: { way: 'inbox' } });
  expect(await violations(page)).toEqual([]);
});

test('a drop-box that refuses says why; saved as a file instead, the text for the e-mail is copied', async () => {
  const id = await person.draft('A line that is refused.');
  await openDialog();
  const before = held();
  chmodSync(box, 0o555);
  try {
    await button(text.send(1)).click();
    await dialog().getByText('You may not write to the drop-box').waitFor();
  } finally {
    chmodSync(box, 0o777);
  }
  expect(await violations(page)).toEqual([]);
  expect([held(), (await person.open(id)).draft.sent]).toEqual([before, null]);
  await button(text.copy).click();
  await dialog().getByRole('status').filter({ hasText: text.exports.copied }).waitFor();
  const file = path.join(out, 'refused.ngsuggest');
  await answerSaveDialog(running.app, file);
  await button(text.save(1)).click();
  await dialog().getByText(text.saved('refused.ngsuggest')).waitFor();
  expect((await openBundle(readFileSync(file))).ok).toBe(true);
  expect((await clipboard(running.app)).text).toMatch(
    /^Suggestion for National Guides\nGuide: [\s\S]*A line that is refused\.[\s\S]*From: Web manager, Kent Police/,
  );
  expect((await person.open(id)).draft).toMatchObject({ state: 'sent', sent: { way: 'file' } });
});

test('by keyboard alone: Tab stays inside, Esc closes and sends nothing, the focus is back where it was', async () => {
  const id = await person.draft('A line by keyboard.');
  await openDialog();
  const before = held();
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(suggestPanelText.send);
  expect(held()).toEqual(before);
  await page.keyboard.press('Enter');
  await dialog().getByText(text.lead).waitFor();
  await button(text.send(1)).focus();
  await page.keyboard.press('Enter');
  await outcome('sent');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(text.sentTitle(1));
  expect((await person.open(id)).draft.state).toBe('sent');
});

describe('other forms', () => {
  let id: Awaited<ReturnType<Suggester['draft']>>;
  const choose = async (form: keyof typeof text.exports.formats, file: string | null) => {
    if (file !== null) await answerSaveDialog(running.app, file);
    await page
      .locator('#leave-stage')
      .getByRole('button', { name: text.exports.menu(1) })
      .click();
    await page.locator('#leave-stage').getByRole('button', { name: text.exports.formats[form].name }).click();
  };
  const exported = async (form: keyof typeof text.exports.formats, name: string): Promise<Buffer> => {
    const file = path.join(out, name);
    await choose(form, file);
    await expect.poll(() => readdirSync(out), { timeout: 15_000 }).toContain(name);
    return readFileSync(file);
  };
  beforeAll(async () => {
    id = await person.draft('A line for **other** forms, of 5 March.');
    await putModules(page, 'leaveStage', ['test/support/leave-stage.tsx']);
    await page.evaluate(
      (ids) =>
        (globalThis as unknown as { leaveStage: { stage(ids: readonly string[], shares: readonly string[]): void } }).leaveStage.stage(
          ids,
          ['share'],
        ),
      [id],
    );
  });
  afterAll(() => page.evaluate(() => (globalThis as unknown as { leaveStage: { clear(): void } }).leaveStage.clear()));

  test('a web page, Markdown and CriticMarkup have what is new', async () => {
    expect((await exported('html', 'a.html')).toString()).toMatch(
      /^<!doctype html>[\s\S]*<ins>A line for other forms, of 5 March\.<\/ins>/,
    );
    expect((await exported('markdown', 'a.md')).toString()).toContain('> A line for other forms, of 5 March.');
    expect((await exported('critic', 'c.md')).toString()).toContain('{++A line for **other** forms, of 5 March.++}');
  });

  test('Word has it as a tracked change', async () => {
    const parts = unzipSync(new Uint8Array(await exported('word', 'a.docx')));
    const body = new TextDecoder().decode(parts['word/document.xml']);
    expect(body).toMatch(/<w:ins [^>]*w:author="Kent Police"[^>]*>(?:(?!<\/w:ins>).)*A line for /);
  });

  test('a PDF is of the suggestion, not of the page that is shown, and is stamped with no guide', async () => {
    await openByLink(page, person.guide);
    const pdf = (await exported('pdf', 'a.pdf')).toString('latin1');
    const titles = [...pdf.matchAll(/\/Title\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/g)].map(([, title = '']) => wordsOf(title));
    expect(titles).toEqual(expect.arrayContaining(['What changes', 'Why', 'Evidence']));
    expect(titles.some((title) => title.startsWith('Suggestion for'))).toBe(true);
    expect(titles).not.toContain('Checklist');
    // The window is as it was.
    expect(await page.locator('.leave-paper').count()).toBe(0);
    expect(await page.locator('html').getAttribute('data-printing')).toBeNull();
  });

  test('copied as text it is on the clipboard', async () => {
    await choose('copy', null);
    await expect.poll(async () => (await clipboard(running.app)).text).toContain('A line for **other** forms');
  });

  test('the suggestion file opens the look at what leaves', async () => {
    await choose('bundle', null);
    await dialog().getByText(text.lead).waitFor();
    const { name, digest } = await person.preview(id);
    expect(name).toMatch(/^Kent.*\.ngsuggest$/);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256('')).not.toBe(digest);
  });
});

/** A title in a PDF: in brackets, or UTF-16 with its mark. */
function wordsOf(title: string): string {
  const bytes = title.startsWith('<')
    ? Buffer.from(title.slice(1, -1), 'hex')
    : Buffer.from(
        title
          .slice(1, -1)
          .replace(/\\([()\\])/g, '$1')
          .replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
        'latin1',
      );
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}
