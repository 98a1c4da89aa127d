// Notes as files in the real app: out as JSON-LD, Markdown and a web page, back in after the profile was wiped, from
// Hypothesis, undone at once; and everything that is a person's own in one folder.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { notesFilesText as words } from '../../renderer/text/notes-files.ts';
import { looks, violations, wear } from '../support/axe.ts';
import { freshUserDataDir, launchApp, openFolder, type RunningApp, stagedApp } from '../support/electron-app.ts';
import { makeNotes, wordsIn } from '../support/note-screens.ts';
import { answerOpenDialog, answerSaveDialog, call, complaints, notices, openByLink, title } from '../support/screens.ts';

let out: string;
let profile: string;
let running: RunningApp;
let page: Page;
let said: readonly string[] = [];
let guides: readonly string[] = [];
let quotes: readonly (readonly string[])[] = [];

const start = async (): Promise<void> => {
  running = await launchApp({ userDataDir: profile });
  ({ page } = running);
  said = complaints(running);
};
beforeAll(async () => {
  out = openFolder(mkdtempSync(path.join((await stagedApp()).home, 'e2e-out-')));
  profile = await freshUserDataDir();
  await start();
  guides = (await call(page, 'library.list', {})).guides.map(({ id }) => id).slice(0, 2);
  quotes = await Promise.all(guides.map((guide) => wordsIn(page, guide, 4)));
  await makeNotes(page, guides[0] as string, [
    { on: quoteAt(0, 0), text: 'Ours is **Monday** & <script>alert(1)</script>\nsecond line', tags: ['rota', 'Night shift'] },
    { on: quoteAt(0, 1), highlight: 'do' },
    { on: quoteAt(0, 2), text: 'Put away', highlight: 'ask' },
  ]);
  await makeNotes(page, guides[1] as string, [{ on: quoteAt(1, 0), text: '- one\n- two', highlight: 'local' }], 10);
  const [first] = await all();
  const id = first?.notes[2]?.note.id as string;
  await call(page, 'notes.edit', { guide: guides[0] as string, edition: 0, edits: [{ kind: 'revise', id, archived: true }] });
}, 120_000);
afterAll(async () => {
  await running?.close();
  for (const folder of [out, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
afterEach(() => expect(said).toEqual([]));

const quoteAt = (guide: number, at: number): string => quotes[guide]?.[at] as string;
const all = async () => (await call(page, 'notes.all', {})).guides;
async function openNotes(): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await title(page).getByText('My notes').waitFor();
}
async function choose(format: keyof typeof words.formats, file: string): Promise<void> {
  await answerSaveDialog(running.app, file);
  await openNotes();
  await page.getByRole('button', { name: words.menu, exact: true }).click();
  await page.getByRole('button', { name: words.formats[format].name }).click();
  await notices(page)
    .getByText(words.saved(path.basename(file)))
    .waitFor();
}
async function importFrom(file: string): Promise<void> {
  await answerOpenDialog(running.app, file);
  await openNotes();
  await page.getByRole('button', { name: words.importButton }).click();
}
const report = () => page.getByRole('region', { name: /^Notes from/ });

describe('notes that go out', () => {
  test('as JSON-LD are the same after the profile was wiped and they were taken in again', async () => {
    const file = path.join(out, 'My notes.json');
    await choose('json', file);
    const before = await all();
    expect(before.flatMap(({ notes }) => notes)).toHaveLength(4);
    await running.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    profile = await freshUserDataDir();
    await start();
    expect((await all()).flatMap(({ notes }) => notes)).toEqual([]);
    await importFrom(file);
    await report().getByText('4 notes were added.').waitFor();
    expect(
      await report()
        .getByRole('heading', { name: words.report('My notes.json') })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    expect(await all()).toEqual(before);
    await importFrom(file);
    await report().getByText('4 notes were here already, so nothing was doubled.').waitFor();
    expect(await all()).toEqual(before);
  }, 90_000);

  test('as Markdown are by guide and section, with source and link', async () => {
    const file = path.join(out, 'My notes.md');
    await choose('markdown', file);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# My notes\n\n4 notes on 2 guides, exported from National Guides on /);
    expect(text).toContain('Ours is **Monday** & \\<script>alert(1)\\</script>  \nsecond line');
    expect(text).toContain('**Tags:** rota, Night shift');
    expect(text).toContain('**State:** Archived');
    expect(text).toMatch(new RegExp(`\\*\\*Link:\\*\\* <guides://guide/${guides[0]}#b[a-z2-7]{7,15}>`));
  });

  test('as a web page can be read in any browser, and run nothing', async () => {
    const file = path.join(out, 'My notes.html');
    await choose('html', file);
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('Ours is <strong>Monday</strong> &amp; &lt;script&gt;');
    expect(html).not.toMatch(/<script|<link|<img|url\(/);
  });

  test('may be those that are ticked', async () => {
    const file = path.join(out, 'chosen.md');
    await answerSaveDialog(running.app, file);
    await openNotes();
    await page.locator('.note-tick').first().check();
    await page.getByRole('button', { name: words.menuChosen(1), exact: true }).click();
    await page.getByRole('button', { name: words.formats.markdown.name }).click();
    await notices(page).getByText(words.saved('chosen.md')).waitFor();
    expect(readFileSync(file, 'utf8')).toContain('1 note on 1 guide');
    await page.locator('.note-tick').first().uncheck();
  });

  test('into a place that cannot be written to is said, with what to do', async () => {
    await answerSaveDialog(running.app, path.join(out, 'no', 'such', 'folder', 'a.md'));
    await openNotes();
    await page.getByRole('button', { name: words.menu, exact: true }).click();
    await page.getByRole('button', { name: words.formats.markdown.name }).click();
    await notices(page).getByText('NG-1205').waitFor();
  });
});

describe('notes that come in', () => {
  test('from Hypothesis get their places, and go again with one undo', async () => {
    const before = await all();
    const annotation = (id: string, exact: string, text: string) => ({
      ...{
        id,
        created: '2026-10-01T10:00:00Z',
        updated: '2026-10-01T10:00:00Z',
        uri: 'https://example.org/a/page',
        text,
        tags: ['from web'],
      },
      target: [{ source: 'https://example.org', selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
    });
    const file = path.join(out, 'hypothesis.json');
    const annotations = [
      annotation('aaa', quoteAt(0, 3), 'From the web <img src=x onerror=alert(1)>'),
      annotation('bbb', 'nothing of any guide that is held here at all', 'left'),
    ];
    writeFileSync(file, JSON.stringify({ export_date: '2026-10-03', annotations }));
    await importFrom(file);
    await report().getByText('1 note was added.').waitFor();
    await report().getByText('It has its place in its guide.').waitFor();
    await report()
      .getByText(/^1 note was left in the file/)
      .waitFor();
    expect((await all()).flatMap(({ notes }) => notes)).toHaveLength(5);
    for (const look of looks) {
      await wear(page, look);
      expect(await violations(page)).toEqual([]);
    }
    await wear(page, 'light');
    await report().getByRole('button', { name: words.undo }).click();
    await notices(page).getByText(words.undone).waitFor();
    expect(await all()).toEqual(before);
    expect(await report().count()).toBe(0);
  });

  test('whose words are gone can be looked at from the report', async () => {
    const guide = guides[0] as string;
    const item = {
      ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:uuid:00000000-0000-4000-9000-0000000000aa', type: 'Annotation' },
      ...{ created: '2026-10-01T10:00:00Z', body: { type: 'TextualBody', value: 'Where did it go' } },
      target: {
        source: `guides://guide/${guide}`,
        selector: { type: 'TextQuoteSelector', exact: 'Words that were never in this guide at all' },
      },
    };
    const file = path.join(out, 'single.json');
    writeFileSync(file, JSON.stringify(item));
    await importFrom(file);
    await report().getByRole('button', { name: words.look }).click();
    await page.getByText('Words that were never in this guide at all').first().waitFor();
    await report().getByRole('button', { name: words.undo }).click();
    await notices(page).getByText(words.undone).waitFor();
  });

  test('from a file that is none are refused in a sentence', async () => {
    const file = path.join(out, 'letter.json');
    writeFileSync(file, '{"dear": "sir"}');
    await importFrom(file);
    const fault = page.locator('[data-error="NOT_NOTES"]');
    await fault.getByText('There are no notes in this file').waitFor();
    await answerOpenDialog(running.app, null);
    await page.getByRole('button', { name: words.importButton }).click();
  });

  test('can be brought in by the keyboard alone, from anywhere', async () => {
    const file = path.join(out, 'My notes.json');
    await answerOpenDialog(running.app, file);
    await openByLink(page, guides[1] as string);
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('import notes');
    await page.keyboard.press('Enter');
    await report()
      .getByText(/were here already/)
      .waitFor();
    await answerSaveDialog(running.app, path.join(out, 'keys.html'));
    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.type('export notes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: words.formats.markdown.name }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await notices(page).getByText(words.saved('keys.html')).waitFor();
  });
});

test('everything of one’s own is in one folder, and nothing else', async () => {
  await call(page, 'reading.saved', { guide: guides[0] as string, saved: true });
  await call(page, 'gaps.add', { query: 'zygomorphic quoll' });
  await answerOpenDialog(running.app, out);
  await openNotes();
  await page.getByRole('button', { name: words.dataButton }).click();
  await notices(page)
    .getByText(/^Your data is in the folder National Guides data \d{4}-\d\d-\d\d: /)
    .waitFor();
  const made = readdirSync(out).find((name) => name.startsWith('National Guides data')) as string;
  const folder = path.join(out, made);
  expect(readdirSync(folder).sort()).toEqual(
    ['README.txt', 'notes', 'notes.html', 'notes.md', 'reading.json', 'searches-without-results.json', 'settings.json'].sort(),
  );
  expect(readdirSync(path.join(folder, 'notes')).sort()).toEqual(guides.map((guide) => `${guide}.json`).sort());
  expect(JSON.parse(readFileSync(path.join(folder, 'reading.json'), 'utf8'))).toMatchObject({ saved: [guides[0]] });
  expect(JSON.parse(readFileSync(path.join(folder, 'searches-without-results.json'), 'utf8'))).toMatchObject([
    { query: 'zygomorphic quoll' },
  ]);
  expect(Object.keys(JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8')) as object)).not.toContain('shares');
  expect(readFileSync(path.join(folder, 'README.txt'), 'utf8')).toContain('Your data from National Guides');
  await page.getByRole('button', { name: words.dataButton }).click();
  await expect.poll(() => existsSync(path.join(out, `${made} (2)`, 'README.txt'))).toBe(true);
});
