// In the real window: from a key to the painted results, from a click to the painted guide, and the longest
// task of the window while the search builds its indexes. Timed inside the page, by its own clock.
import type { Page } from 'playwright';
import { type Spread, spread } from './stats.ts';

/** Watches for long tasks from now on (Chromium reports those of 50 ms and more). */
export async function watchLongTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    // Node's types, which the tests also use, do not know the browser's kind of entry.
    const kind = { type: 'longtask' } as unknown as PerformanceObserverInit;
    new PerformanceObserver((list) => void seen.push(...list.getEntries().map((entry) => entry.duration))).observe(kind);
    (globalThis as unknown as { longTasks: number[] }).longTasks = seen;
  });
  return () => page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks));
}

// Installed once. A sample runs from a key or click to the frame after the one whose document has the answer.
// Written as text: it runs in the page and must not pass through the tools' TypeScript runner.
const recorder = `(() => {
  const samples = { keys: [], clicks: [] };
  let key = 0;
  let click = 0;
  let wanted = '';
  const painted = (from, into) => requestAnimationFrame(() => into.push(performance.now() - from));
  addEventListener('keydown', (event) => { if (event.key.length === 1 && !event.ctrlKey) key = event.timeStamp; }, true);
  addEventListener('click', (event) => {
    click = event.timeStamp;
    wanted = event.target.closest('[data-open-guide]')?.getAttribute('data-open-guide') ?? '';
  }, true);
  new MutationObserver((changes) => {
    if (key > 0 && changes.some((change) => change.attributeName === 'data-search-answered')) { painted(key, samples.keys); key = 0; }
    if (click > 0 && wanted && document.querySelector('article[data-guide="' + wanted + '"]')) { painted(click, samples.clicks); click = 0; }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-search-answered', 'data-guide'] });
  globalThis.benchSamples = samples;
})()`;

export async function watchAnswers(page: Page): Promise<void> {
  await page.evaluate(recorder);
}

function samplesOf(page: Page, kind: 'keys' | 'clicks'): Promise<number[]> {
  return page.evaluate(`globalThis.benchSamples.${kind}`);
}

// A fast typist's pause between two keys; a key answered later than the next one counts for none.
const betweenKeysMs = 120;

/** Types each query a key at a time; one sample per key. */
export async function keyToResults(page: Page, queries: readonly string[]): Promise<Spread> {
  for (const query of queries) {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(query, { delay: betweenKeysMs });
    await page.waitForTimeout(500);
    await page.keyboard.press('Escape');
  }
  return spread(await samplesOf(page, 'keys'));
}

/** Clicks each guide's link in turn; a sample ends when that guide has been painted. */
export async function clickToGuide(page: Page, ids: readonly string[]): Promise<Spread> {
  for (const id of ids) {
    await page.locator(`nav [data-open-guide="${id}"]`).first().click({ timeout: 5_000 });
    await page.waitForSelector(`article[data-guide="${id}"]`, { timeout: 5_000 });
    await page.waitForTimeout(100);
  }
  return spread(await samplesOf(page, 'clicks'));
}
