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

/** Types each query a key at a time; one sample per key whose results were painted before the next. */
export async function keyToResults(page: Page, queries: readonly string[]): Promise<Spread> {
  const samples: number[] = [];
  for (const query of queries) {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    for (const key of query) {
      const painted = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let from = 0;
            const list = document.querySelector('[data-search-answered]');
            const before = list?.getAttribute('data-search-answered') ?? '';
            addEventListener('keydown', (event) => (from = event.timeStamp), { once: true, capture: true });
            const look = (): void => {
              const now = document.querySelector('[data-search-answered]')?.getAttribute('data-search-answered') ?? '';
              // The answer's own text is in the document in this frame; the next frame has shown it.
              if (from > 0 && now !== before) requestAnimationFrame(() => resolve(performance.now() - from));
              else if (from > 0 && performance.now() - from > 3_000) resolve(Number.NaN);
              else requestAnimationFrame(look);
            };
            look();
          }),
      );
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      samples.push(await painted);
    }
    await page.keyboard.press('Escape');
  }
  return spread(samples.filter((sample) => !Number.isNaN(sample)));
}

/** Clicks each guide's link in turn; a sample ends when that guide's heading has been painted. */
export async function clickToGuide(page: Page, ids: readonly string[]): Promise<Spread> {
  const samples: number[] = [];
  for (const id of ids) {
    const painted = page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          let from = 0;
          addEventListener('click', (event) => (from = event.timeStamp), { once: true, capture: true });
          const look = (): void => {
            const shown = document.querySelector(`article[data-guide="${wanted}"]`);
            if (from > 0 && shown) requestAnimationFrame(() => resolve(performance.now() - from));
            else requestAnimationFrame(look);
          };
          look();
        }),
      id,
    );
    await page.locator(`nav [data-open-guide="${id}"]`).first().click();
    samples.push(await painted);
  }
  return spread(samples);
}
