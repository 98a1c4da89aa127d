// `npm run screenshots`: every screen of the real app as a PNG in dist/screens, to be looked at; with `-- --readme`
// the README's picture as well.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { looks, wear } from '../test/support/axe.ts';
import { launchApp } from '../test/support/electron-app.ts';
import { goHome, openByLink, searchFor } from '../test/support/screens.ts';
import { dist, root } from './lib/places.ts';
import { command, say } from './lib/say.ts';

const screens: readonly (readonly [name: string, show: (page: Page) => Promise<unknown>])[] = [
  ['home', goHome],
  ['guide', (page) => openByLink(page, 'house-rules')],
  ['guide-tasks', (page) => openByLink(page, 'account-register')],
  ['search', (page) => searchFor(page, 'comment')],
  ['search-corrected', (page) => searchFor(page, 'abusiv coment')],
  ['search-nothing', (page) => searchFor(page, 'zzqqxx')],
  ['text-options', (page) => page.keyboard.press('Control+,')],
  ['commands', (page) => page.keyboard.press('Control+Shift+P')],
  ['shortcuts', (page) => page.keyboard.press('F1')],
];

const sizes = { design: [1280, 800], small: [960, 600], zoomed: [320, 640] } as const;

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    const folder = path.join(dist, 'screens');
    mkdirSync(folder, { recursive: true });
    const { app, page, close } = await launchApp();
    const resize = (width: number, height: number) =>
      app.evaluate(
        ({ BrowserWindow }, [w, h]) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.setMinimumSize(1, 1);
          window?.setContentSize(w ?? 0, h ?? 0);
        },
        [width, height],
      );
    try {
      for (const [size, [width, height]] of Object.entries(sizes)) {
        await resize(width, height);
        for (const look of size === 'design' ? looks : (['light'] as const)) {
          await wear(page, look);
          for (const [name, show] of screens) {
            await show(page);
            await page.waitForTimeout(400);
            await page.screenshot({ path: path.join(folder, `${size}-${look}-${name}.png`) });
            for (let layer = 0; layer < 3; layer += 1) await page.keyboard.press('Escape');
          }
        }
      }
      await resize(1280, 800);
      await wear(page, 'light');
      if (args.includes('--readme')) {
        await goHome(page);
        await page.locator('nav [data-open-guide="house-rules"]').click();
        // A search that was typed before does not belong in the picture.
        for (const key of ['Control+K', 'Control+A', 'Delete', 'Escape']) await page.keyboard.press(key);
        await page.evaluate('scrollTo(0, 0)');
        await page.waitForTimeout(500);
        mkdirSync(path.join(root, '.ci', 'pictures'), { recursive: true });
        await page.screenshot({ path: path.join(root, '.ci', 'pictures', 'reader.png') });
      }
    } finally {
      await close();
    }
    say(`The pictures are in ${folder}.`);
    return 0;
  });
}
