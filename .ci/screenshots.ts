// `npm run screenshots [-- <folder>] [--readme]`: a picture of every screen of the real app in every look and size,
// to be looked at by a person; with --readme only the picture in README.md is made anew.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Look, looks, wear } from '../test/support/axe.ts';
import { launchApp, type RunningApp } from '../test/support/electron-app.ts';
import { leave, screens } from '../test/support/screen-list.ts';
import { openByLink, treeLink } from '../test/support/screens.ts';
import { dist, root } from './lib/places.ts';
import { command, say } from './lib/say.ts';

interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** The design size (look.md), the smallest window, and what 400 % zoom leaves of the design size's width. */
const design: Size = { name: '', width: 1280, height: 800 };
const small: Size = { name: '960x600', width: 960, height: 600 };
const narrow: Size = { name: '320', width: 320, height: 640 };
/** A4 at 96 dots an inch. */
const sheet: Size = { name: 'a4', width: 794, height: 1123 };

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    const folder = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? path.join(dist, 'screens'));
    const running = await launchApp();
    try {
      if (args.includes('--readme')) await readmePicture(running);
      else await allPictures(running, folder);
    } finally {
      await running.close();
    }
    return 0;
  });
}

async function readmePicture({ app, page }: RunningApp): Promise<void> {
  const file = path.join(root, '.ci', 'pictures', 'reader.png');
  mkdirSync(path.dirname(file), { recursive: true });
  await resize(app, design);
  await wear(page, 'light');
  // By the tree, so that no search stands in the box.
  await (await treeLink(page, 'Everyday use', /^House rules/)).click();
  await rest(page);
  await page.screenshot({ path: file });
  say(`Wrote ${path.relative(root, file)}.`);
}

/** The real window, scroll bars and all; the smallest size is for people, not for pictures. */
const resize = (app: RunningApp['app'], { width, height }: Size): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(1, 1);
      window?.setContentSize(w ?? 0, h ?? 0);
    },
    [width, height],
  );

async function allPictures({ app, page }: RunningApp, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const take = async (size: Size, look: Look, names: readonly string[]): Promise<void> => {
    await resize(app, size);
    await wear(page, look);
    for (const { name, go } of screens.filter((screen) => names.length === 0 || names.includes(screen.name))) {
      await go(page);
      await rest(page);
      await page.screenshot({ path: path.join(folder, `${[name, look, size.name].filter((part) => part !== '').join('-')}.png`) });
      count += 1;
      await leave(page);
    }
  };
  await take(design, 'light', []);
  for (const look of looks.filter((one) => one !== 'light'))
    await take(design, look, ['home', 'guide', 'guide-tables', 'search', 'text-options', 'palette', 'landed']);
  await take(small, 'light', ['home', 'guide', 'search', 'text-options', 'palette', 'shortcuts']);
  await take(narrow, 'light', [
    'home',
    'guide',
    'guide-tables',
    'search',
    'search-nothing',
    'text-options',
    'palette',
    'shortcuts',
    'find',
  ]);
  await resize(app, sheet);
  await paper(page, path.join(folder, 'print.png'));
  say(`Wrote ${count + 1} pictures to ${folder}.`);
}

/** The page as paper shows it. */
async function paper(page: RunningApp['page'], file: string): Promise<void> {
  await openByLink(page, 'house-rules');
  await page.emulateMedia({ media: 'print' });
  await rest(page);
  await page.screenshot({ path: file });
  await page.emulateMedia({ media: null });
}

/** Letters are there, nothing moves, and the notices of the steps before have gone. */
async function rest(page: RunningApp['page']): Promise<void> {
  await page.evaluate(async () => {
    for (const button of document.querySelectorAll<HTMLElement>('.notices button[aria-label="Dismiss"]')) button.click();
    await document.fonts.ready;
  });
  await page.mouse.move(0, 0);
  // Fades last 120 ms.
  await page.waitForTimeout(250);
}
