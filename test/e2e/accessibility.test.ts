// Every screen against axe-core in every look, at 400 % zoom, and by keyboard alone.
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { looks, violations, wear } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { leave, screens } from '../support/screen-list.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(() => running?.close());
// Also where a test failed: one screen that is at fault does not make all that follow it so.
afterEach(() => leave(running.page));

const names = screens.map(({ name }) => name);
const show = (page: Page, wanted: string) => screens.find(({ name }) => name === wanted)?.go(page);

// A look changes colours alone, so a screen is gone to once and put into all of them.
describe('in every look', () => {
  beforeAll(() => wear(running.page, 'light'));
  afterAll(() => wear(running.page, 'light'));

  test.each(names)('axe has nothing to say about: %s', async (name) => {
    const { page } = running;
    await show(page, name);
    // What fades in is measured when it is there.
    await page.waitForTimeout(250);
    const said: Record<string, readonly string[]> = { light: await violations(page) };
    for (const look of looks.filter((one) => one !== 'light')) {
      await wear(page, look);
      said[look] = await violations(page, 'colour');
    }
    await wear(page, 'light');
    expect(said).toEqual(Object.fromEntries(looks.map((look) => [look, []])));
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

  test.each(names)('nothing of %s is cut off sideways, and axe has nothing to say', async (name) => {
    const { page } = running;
    await show(page, name);
    await page.waitForTimeout(250);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
});

// More than any screen has.
const mostStops = 600;

describe('by keyboard alone', () => {
  test.each(['home', 'guide'])('every control of %s can be reached, and the focus is seen on each', async (name) => {
    const { page } = running;
    await show(page, name);
    await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]')].filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [inert] *, [tabindex="-1"]'),
      );
      for (const [at, element] of shown.entries()) element.dataset.walk = String(at);
    });
    const reached = new Set<string>();
    const unseen: string[] = [];
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    let first: string | null = null;
    // Once around: parts that come later than the first paint are stops too, so that no number of steps is known here.
    for (let step = 0; step < mostStops; step += 1) {
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
      if (at.walk === '') continue;
      if (at.walk === first) break;
      first ??= at.walk;
      reached.add(at.walk);
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
  });
});
