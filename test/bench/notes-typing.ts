// Notes in the real window, on a guide of 10,000 words with 500 of them: how long a key of a person who writes a note
// waits until the window attends to it and until its letter is painted, while the words are saved; and how long the notes
// take from their arrival to the frame that shows them. Timed inside the page, by its own clock.
import type { Page } from 'playwright';
import { launchApp } from '../support/electron-app.ts';
import { addNotes, blocksOf, type Wanted } from '../support/marked-guide.ts';
import { call } from '../support/screens.ts';
import { removeVariants } from '../support/variants.ts';
import { longGuide, longGuideVariant, markAllThrough, noteCount } from './long-guide.ts';
import { showGuide } from './prepare.ts';
import { type Spread, spread } from './stats.ts';

export interface NoteFigures {
  /** From a key press to the start of its handlers. */
  readonly inputDelayMs: Spread;
  /** The same, on the same guide with one note: what the machine and its other work take. */
  readonly inputDelayAloneMs: Spread;
  /** From a key press to the frame after its letter is in the field. */
  readonly keyToPaintMs: Spread;
  /** As Chromium's own event timing has it, of the keys that took 16 ms or more until they were painted. */
  readonly slowKeys: number;
  readonly slowKeysInputDelayMs: number;
  /** Answers of the notes process while it was typed. */
  readonly saves: number;
  readonly paintedMs: Spread;
  readonly notes: number;
}

// Ten letters a second, as a fast typist: enough that the slowest hundredth is ten keys.
const letters = 1_000;
const betweenKeysMs = 100;
const openings = 10;

// Written as text: it runs in the page and must not pass through the tools' TypeScript runner.
const recorder = `(() => {
  const fresh = { delays: [], paints: [], slow: 0, slowDelay: 0 };
  const again = globalThis.noteSamples !== undefined;
  globalThis.noteSamples = fresh;
  if (again) return;
  addEventListener('keydown', (event) => {
    if (event.key.length !== 1) return;
    globalThis.noteSamples.delays.push(performance.now() - event.timeStamp);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { globalThis.noteSamples.paints.push(performance.now() - event.timeStamp); port1.close(); };
      port2.postMessage(null);
    });
  }, true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name !== 'keydown') continue;
      const samples = globalThis.noteSamples;
      samples.slow += 1;
      samples.slowDelay = Math.max(samples.slowDelay, entry.processingStart - entry.startTime);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
})()`;

interface Samples {
  readonly delays: readonly number[];
  readonly paints: readonly number[];
  readonly slow: number;
  readonly slowDelay: number;
}

export async function measureNotes(): Promise<NoteFigures> {
  const running = await launchApp({ variant: await longGuideVariant() });
  try {
    const { page } = running;
    await showGuide(page, longGuide);
    await addNotes(page, await blocksOf(page, longGuide), [await oneNote(page)]);
    const alone = await type(page, 0);
    await markAllThrough(page);
    const paintedMs = await openAgain(page);
    const before = await writtenAt(page);
    const samples = await type(page, 100);
    return {
      ...{ inputDelayMs: spread(samples.delays), inputDelayAloneMs: spread(alone.delays), keyToPaintMs: spread(samples.paints) },
      ...{ slowKeys: samples.slow, slowKeysInputDelayMs: samples.slowDelay },
      ...{ saves: (await writtenAt(page)) - before, paintedMs, notes: noteCount },
    };
  } finally {
    await running.close();
    removeVariants();
  }
}

/** Words of a block in the middle of the guide. */
async function oneNote(page: Page): Promise<Wanted> {
  const { blocks } = await blocksOf(page, longGuide);
  const block = blocks.findLast(({ text }, at) => text.length > 40 && at <= blocks.length / 2);
  if (!block) throw new Error('the guide has no long block');
  return { block: block.id, from: 0, to: 30 };
}

/** Opens the card of a note and writes in it. */
async function type(page: Page, mark: number): Promise<Samples> {
  await page.keyboard.press('Alt+Home');
  await page.waitForSelector('article.guide', { state: 'detached' });
  await showGuide(page, longGuide);
  await page.locator('.note-mark[data-note]').nth(mark).click();
  await page.getByRole('dialog', { name: /^Note on/ }).waitFor();
  await page.getByRole('button', { name: /^(?:Edit|Write a note)$/ }).click();
  await page.evaluate(recorder);
  const text = 'The desk phones the control room before it hides anything at all. ';
  await page.keyboard.type(text.repeat(Math.ceil(letters / text.length)).slice(0, letters), { delay: betweenKeysMs });
  // The last words are kept by then.
  await page.waitForTimeout(1_000);
  const samples = (await page.evaluate('globalThis.noteSamples')) as Samples;
  await page.keyboard.press('Escape');
  return samples;
}

/** Leaves the guide and comes back: each time its notes are fetched and painted anew. */
async function openAgain(page: Page): Promise<Spread> {
  const samples: number[] = [];
  for (let at = 0; at < openings; at += 1) {
    await page.keyboard.press('Alt+Home');
    await page.waitForSelector('article.guide', { state: 'detached' });
    await page.evaluate(() => performance.clearMeasures('notes-painted'));
    await showGuide(page, longGuide);
    await page.waitForFunction(() => performance.getEntriesByName('notes-painted').length > 0);
    samples.push(await page.evaluate(() => performance.getEntriesByName('notes-painted')[0]?.duration ?? Number.NaN));
  }
  return spread(samples);
}

/** How often the notes on the guide were changed: the sum of their clocks. */
async function writtenAt(page: Page): Promise<number> {
  const { notes } = await call(page, 'notes.guide', { guide: longGuide as never, edition: 0 });
  return notes.reduce((sum, { note }) => sum + Object.values(note.clock).reduce((own, ticks) => own + ticks, 0), 0);
}
