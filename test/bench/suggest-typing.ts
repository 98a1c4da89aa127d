// Suggesting in the real window, in a guide of 10,000 words: from "Suggest a change" (its keys) to the frame in which the block
// can be typed in, block after block of one draft; and what a key waits for and until it is painted, while the draft is
// saved. Timed inside the page, by its own clock.
import { launchApp } from '../support/electron-app.ts';
import { call } from '../support/screens.ts';
import { removeVariants } from '../support/variants.ts';
import { longGuide, longGuideVariant } from './long-guide.ts';
import { showGuide } from './prepare.ts';
import { type Spread, spread } from './stats.ts';

export interface SuggestFigures {
  /** From the keys to the frame after the block's editor has the focus; of a draft that is begun by the first. */
  readonly openMs: Spread;
  /** From a key press to the start of its handlers. */
  readonly inputDelayMs: Spread;
  /** From a key press to the frame that shows its letter. */
  readonly keyToPaintMs: Spread;
  readonly saved: number;
}

const openings = 20;
// Ten letters a second, as a fast typist: enough that the slowest hundredth is six keys.
const letters = 600;
const betweenKeysMs = 100;
const patienceMs = 5_000;

// Written as text: it runs in the page and must not pass through the tools' TypeScript runner.
const recorder = `(() => {
  globalThis.suggestSamples = { opened: [], delays: [], paints: [] };
  const painted = (act) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { act(performance.now()); port1.close(); };
    port2.postMessage(null);
  });
  addEventListener('keydown', (event) => {
    const samples = globalThis.suggestSamples;
    const start = event.timeStamp;
    if (event.ctrlKey && event.altKey && event.code === 'Digit3') {
      const before = document.activeElement;
      const look = () => {
        const now = document.activeElement;
        if (now !== before && now?.matches('.cm-content')) painted((at) => samples.opened.push(at - start));
        else if (performance.now() - start < ${patienceMs}) requestAnimationFrame(look);
        else samples.opened.push(${patienceMs});
      };
      look();
    } else if (event.key.length === 1) {
      samples.delays.push(performance.now() - start);
      painted((at) => samples.paints.push(at - start));
    }
  }, true);
})()`;

export async function measureSuggesting(): Promise<SuggestFigures> {
  const running = await launchApp({ variant: await longGuideVariant() });
  try {
    const { page } = running;
    await showGuide(page, longGuide);
    // What is asked for when the window is idle has come.
    await page.waitForTimeout(3_000);
    await page.evaluate(recorder);
    for (let at = 0; at < openings; at += 1) {
      await page.evaluate((nth) => {
        const block = document.querySelectorAll<HTMLElement>('.text > p[data-block]:not([hidden])')[nth * 5 + 1];
        if (!block) throw new Error('no such block');
        block.scrollIntoView({ block: 'center' });
        block.tabIndex = -1;
        block.focus({ preventScroll: true });
      }, at);
      await page.waitForTimeout(300);
      await page.keyboard.press('Control+Alt+3');
      await page.waitForFunction(
        (count) => (globalThis as never as { suggestSamples: { opened: number[] } }).suggestSamples.opened.length > count,
        at,
      );
      await page.keyboard.type('x');
      await page.waitForTimeout(700);
    }
    await page.evaluate('globalThis.suggestSamples.delays = []; globalThis.suggestSamples.paints = [];');
    const words = 'The desk phones the control room before it hides anything at all. ';
    await page.keyboard.type(words.repeat(Math.ceil(letters / words.length)).slice(0, letters), { delay: betweenKeysMs });
    await page.waitForTimeout(1_500);
    const samples = (await page.evaluate('globalThis.suggestSamples')) as Record<'opened' | 'delays' | 'paints', number[]>;
    const { rows } = await call(page, 'suggestions.all', {});
    return {
      openMs: spread(samples.opened),
      inputDelayMs: spread(samples.delays),
      keyToPaintMs: spread(samples.paints),
      saved: rows[0]?.edits ?? 0,
    };
  } finally {
    await running.close();
    removeVariants();
  }
}
