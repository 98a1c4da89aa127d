// The steps of a person in the real window, with real keys: search, open, read off. What they cannot do (read the
// clipboard, answer the system's own dialog) is asked of the main process.
import type { ElectronApplication, Locator, Page } from 'playwright';
import type { CallName, Reply, Request } from '../../electron/ipc/contract.ts';
import type { RunningApp } from './electron-app.ts';

/** Types a query letter by letter and waits until the answer to all of it is shown. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await typed(page, text.length, () => page.keyboard.type(text));
}

/** Puts a text in at once, as a paste does. */
export async function pasteQuery(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await typed(page, 1, () => page.keyboard.insertText(text));
}

// Every change of the box is a numbered question, so the last one's answer is known by its number.
async function typed(page: Page, changes: number, act: () => Promise<void>): Promise<void> {
  const before = Number(await searchArea(page).getAttribute('data-search-answered'));
  await act();
  await answered(page, before + changes);
}

export async function answered(page: Page, number: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { searchAnswered, searchIndexing } = document.querySelector<HTMLElement>('search')?.dataset ?? {};
    return Number(searchAnswered) >= wanted && searchIndexing !== 'true';
  }, number);
}

export const searchArea = (page: Page): Locator => page.getByRole('search', { name: 'Search all channels' });
export const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Search all channels' });
export const results = (page: Page): Locator => page.getByRole('listbox', { name: 'Results' }).getByRole('option');
/** Titles of the guides found, best first. */
export const foundTitles = (page: Page): Promise<string[]> => page.locator('.hit-title > span:first-child').allInnerTexts();

/** Opens a guide by its link, pasted into the search box as a colleague's email would have it. */
export async function openByLink(page: Page, guide: string, block?: string): Promise<Locator> {
  await page.keyboard.press('Control+K');
  await page.keyboard.insertText(`guides://guide/${guide}${block === undefined ? '' : `#${block}`}`);
  await page.keyboard.press('Enter');
  const shown = guidePage(page, guide);
  await shown.waitFor();
  return shown;
}

/** The link of a guide in the tree, whose pack is opened for it where there are too many to show all of them. */
export async function treeLink(page: Page, pack: string, guide: RegExp): Promise<Locator> {
  const tree = page.getByRole('navigation', { name: 'Channels and subjects' });
  const closed = tree.getByRole('button', { name: `Show the guides of ${pack}`, exact: true });
  if ((await closed.count()) > 0) await closed.click();
  return tree.getByRole('link', { name: guide });
}

export const guidePage = (page: Page, guide: string): Locator => page.locator(`article[data-guide="${guide}"]`);
export const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });
export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });
export const goHome = (page: Page): Promise<void> => page.keyboard.press('Alt+Home');

/** Whether any of it is in the part of the window that nothing covers. */
export const inView = (goal: Locator): Promise<boolean> =>
  goal.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
    return box.bottom > bar && box.top < innerHeight - 28;
  });

export const scrollTop = (page: Page): Promise<number> => page.evaluate(() => scrollY);

// Electron 45 reads items as the web does; the older runtime of build servers has a function for html.
export const clipboard = (app: ElectronApplication): Promise<{ readonly text: string; readonly html: string }> =>
  app.evaluate(async ({ clipboard: board }) => {
    const former = board as unknown as { readHTML?: () => string };
    const text = await board.readText();
    if (former.readHTML) return { text, html: former.readHTML() };
    const item = (await board.read()).find((each) => each.types.includes('text/html'));
    return { text, html: item ? await (await item.getType('text/html')).text() : '' };
  });

/** Answers the system's save dialog, which no test can click. */
export const answerSaveDialog = (app: ElectronApplication, filePath: string | null): Promise<void> =>
  app.evaluate(({ dialog }, file) => {
    const answer = file === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: file };
    dialog.showSaveDialog = (async () => answer) as unknown as typeof dialog.showSaveDialog;
  }, filePath);

/** What the system's dialog for a folder will answer; null: called off. */
export const answerOpenDialog = (app: ElectronApplication, folder: string | null): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, folder);

/** One call of the contract, as the window makes it. */
export async function call<Name extends CallName>(page: Page, name: Name, request: Request<Name>): Promise<Reply<Name>> {
  const reply = await page.evaluate(
    ([to, value]) => (window as unknown as { guides: Record<string, (request: unknown) => Promise<unknown>> }).guides[to]?.(value),
    [name, request] as const,
  );
  const { ok, value, error } = reply as { readonly ok: boolean; readonly value: Reply<Name>; readonly error?: { readonly code: string } };
  if (!ok) throw new Error(error?.code);
  return value;
}

/** Everything the window complained of: errors, refusals of the content policy, exceptions. */
export function complaints({ page }: Pick<RunningApp, 'page'>): readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Trusted/i.test(message.text())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  return said;
}
