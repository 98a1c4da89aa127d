// Inside the real window: keys to painted results, clicks to painted guides, and the longest tasks of the window
// and of the main process while the search builds its indexes for the first time.
import type { ElectronApplication, Page } from 'playwright';
import type { Variant } from '../../.ci/lib/stage.ts';
import { launchApp } from '../support/electron-app.ts';
import { clickToGuide, keyToResults, watchAnswers, watchLongTasks } from './in-app.ts';
import { listed } from './prepare.ts';
import { round, type Spread } from './stats.ts';

export interface AppFigures {
  readonly keyToResultsMs: Spread;
  readonly clickToGuideMs: Spread;
  /** While the indexes are built; 0 means that none was as long as the 50 ms that Chromium reports. */
  readonly longestWindowTaskMs: number;
  readonly longestMainDelayMs: number;
}

// As typed by people in a hurry: whole words, parts, slips, several words.
const queries = [
  'password',
  'moderation',
  'accessib',
  'contact us',
  'social media',
  'recievd',
  'two-step',
  'privacy policy',
  'usability testing',
  'records',
];

export async function measureApp(variant?: Variant): Promise<AppFigures> {
  const running = await launchApp(variant ? { variant } : {});
  try {
    const { app, page } = running;
    // The tools' TypeScript runner wraps named functions in a helper of this name; inside the page there is none.
    await page.evaluate('globalThis.__name = (named) => named');
    await watchAnswers(page);
    const longest = await watchLongTasks(page);
    const delay = await watchMain(app);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('a');
    await untilIndexed(page);
    const [longestWindowTaskMs, longestMainDelayMs] = [await longest(), await delay()];
    await page.keyboard.press('Escape');
    const keyToResultsMs = await keyToResults(page, queries);
    const ids = await listed(page, 40);
    // The first opening of a guide is what counts: each is clicked once.
    const clickToGuideMs = await clickToGuide(page, ids);
    return {
      keyToResultsMs,
      clickToGuideMs,
      longestWindowTaskMs: round(longestWindowTaskMs),
      longestMainDelayMs: round(longestMainDelayMs),
    };
  } finally {
    await running.close();
  }
}

/** Longest time that the main process's loop was late, in milliseconds. */
async function watchMain(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('perf_hooks');
    const histogram = monitorEventLoopDelay({ resolution: 5 });
    histogram.enable();
    (globalThis as unknown as { loopDelay: typeof histogram }).loopDelay = histogram;
  });
  return () => app.evaluate(() => (globalThis as unknown as { loopDelay: { max: number } }).loopDelay.max / 1e6);
}

async function untilIndexed(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-search-indexing="false"]') !== null, undefined, { timeout: 300_000 });
}
