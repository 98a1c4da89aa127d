// Every screen against axe-core in every look, at 400 % zoom, and by keyboard alone.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks, violations, wear } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { goHome, openByLink, searchFor } from '../support/screens.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(() => running?.close());

/** How a person gets to each screen, and leaves it again. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: goHome,
  guide: async (page) => void (await openByLink(page, 'house-rules')),
  'a guide with tables and tasks': async (page) => void (await openByLink(page, 'account-register')),
  'a guide that is not here': async (page) => {
    await page.keyboard.press('Control+K');
    await page.keyboard.insertText('guides://guide/no-such-guide');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  },
  'search results': (page) => searchFor(page, 'comment'),
  'a corrected search': (page) => searchFor(page, 'moderatoin'),
  'no results': (page) => searchFor(page, 'zzqqxx'),
  'text options': async (page) => {
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog').waitFor();
  },
  'all commands': async (page) => {
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('dialog').waitFor();
  },
  'keyboard shortcuts': async (page) => {
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
  },
};

async function leave(page: Page): Promise<void> {
  for (let layer = 0; layer < 3; layer += 1) await page.keyboard.press('Escape');
  await goHome(page);
  await page.getByRole('heading', { level: 1, name: 'National Guides' }).waitFor();
}

describe.each(looks)('in the look "%s"', (look) => {
  beforeAll(() => wear(running.page, look));
  afterAll(() => wear(running.page, 'light'));

  test.each(Object.keys(screens))('axe has nothing to say about: %s', async (name) => {
    const { page } = running;
    await screens[name]?.(page);
    // What fades in is measured when it is there.
    await page.waitForTimeout(250);
    expect(await violations(page)).toEqual([]);
    await leave(page);
  });
});

describe('at 400 % zoom (320 by 200 CSS pixels)', () => {
  const resize = (width: number, height: number) =>
    running.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0), [width, height]);
  beforeAll(async () => {
    await resize(1280, 800);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(4));
    await running.page.waitForFunction(() => innerWidth <= 330);
  });
  afterAll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1)));

  test.each(['home', 'guide', 'a guide with tables and tasks', 'search results', 'text options', 'keyboard shortcuts'])(
    'nothing of %s is cut off sideways, and axe has nothing to say',
    async (name) => {
      const { page } = running;
      await screens[name]?.(page);
      await page.waitForTimeout(250);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await leave(page);
    },
  );
});

describe('by keyboard alone', () => {
  test.each(['home', 'guide'])('every control of %s can be reached, and the focus is seen on each', async (name) => {
    const { page } = running;
    await screens[name]?.(page);
    const controls = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]')].filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [inert] *, [tabindex="-1"]'),
      );
      for (const [at, element] of shown.entries()) element.dataset.walk = String(at);
      return shown.length;
    });
    const reached = new Set<string>();
    const unseen: string[] = [];
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let step = 0; step < controls + 30; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        if (!element || element === document.body) return null;
        // The ring may be drawn by the control or by the box around it.
        const rings = [element, element.parentElement, element.parentElement?.parentElement].map((each) =>
          each ? getComputedStyle(each) : null,
        );
        const seen = rings.some(
          (style) => style && ((style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'),
        );
        return { walk: element.dataset.walk ?? '', seen, what: element.outerHTML.slice(0, 120) };
      });
      if (!at) continue;
      if (!at.seen) unseen.push(at.what);
      if (at.walk !== '') reached.add(at.walk);
    }
    const missed = await page.evaluate(
      (walked) =>
        [...document.querySelectorAll<HTMLElement>('[data-walk]')]
          .filter((element) => !walked.includes(element.dataset.walk ?? ''))
          .map((element) => element.outerHTML.slice(0, 120)),
      [...reached],
    );
    // One of a group of radio buttons or tabs stands for all: arrow keys reach the rest.
    expect({ unseen: [...new Set(unseen)], missed }).toEqual({ unseen: [], missed: [] });
    await leave(page);
  });
});
