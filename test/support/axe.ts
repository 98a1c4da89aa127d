// axe-core in the real window. It is put in through the debugger, which the content policy does not bind; the page
// itself could never load it.
import axe from 'axe-core';
import type { Page } from 'playwright';
import { call } from './screens.ts';

export const looks = ['light', 'dark', 'sepia', 'forced'] as const;
export type Look = (typeof looks)[number];

// Longer than any screen takes to come to rest on a busy machine.
const restMs = 4000;

/**
 * A line for each violation: the rule, the element, what is wrong. Nothing is left out, contrast included. What is said while
 * a screen still comes to rest is asked again: a fault of the screen stays.
 * @param part `colour` asks only what another look can change
 */
export async function violations(page: Page, part: 'all' | 'colour' = 'all'): Promise<readonly string[]> {
  const until = performance.now() + restMs;
  for (;;) {
    const found = await violationsNow(page, part);
    if (found.length === 0 || performance.now() > until) return found;
    await page.waitForTimeout(250);
  }
}

async function violationsNow(page: Page, part: 'all' | 'colour'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run({
        reporter: 'v2',
        resultTypes: ['violations'],
        elementRef: false,
        ...(values && { runOnly: { type: 'rule' as const, values } }),
      }),
    part === 'colour' ? ['color-contrast', 'link-in-text-block'] : null,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replaceAll('\n', ' ') ?? ''}`),
  );
}

/** Light, dark and sepia are the person's choice in the app; forced colours are the system's. */
export async function wear(page: Page, look: Look): Promise<void> {
  const theme = look === 'forced' ? 'light' : look;
  await page.emulateMedia({ forcedColors: look === 'forced' ? 'active' : 'none', reducedMotion: 'reduce' });
  await call(page, 'settings.change', { patch: { theme } });
  // Shown as soon as it was kept; a colour that still fades would be measured half way.
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset.theme === wanted && document.getAnimations().every((one) => one.playState !== 'running'),
    theme,
  );
}
