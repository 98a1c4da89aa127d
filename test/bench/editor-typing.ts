// The editor of a suggestion in the real window, with a whole guide of 10,000 words in it: what the window's one thread
// does for a key (its handlers, the text, the comparison with the base, layout and paint), at both ends of the guide and
// with changes all through it; and how long a block takes from asking to its caret. Timed inside the page.
import type { Page } from 'playwright';
import { launchApp } from '../support/electron-app.ts';
import { putModules } from '../support/page-modules.ts';
import { openByLink } from '../support/screens.ts';
import { longText } from './long-guide.ts';
import { type Spread, spread } from './stats.ts';

export interface EditorFigures {
  /** Work for a key, in a guide that is as it was. */
  readonly keyMs: Spread;
  /** The same with 100 changes all through the guide. */
  readonly keyChangedMs: Spread;
  /** From a key press to the frame that shows its letter: waits for the screen with it. */
  readonly keyToPaintMs: Spread;
  /** From asking for the editor of a paragraph to the frame that shows its caret. */
  readonly openMs: Spread;
  /** The same for the whole guide. */
  readonly openWholeMs: Spread;
  readonly words: number;
}

const letters = 400;
const openings = 20;
// Ten letters a second, as a fast typist.
const betweenKeysMs = 100;

// Written as text: it runs in the page and must not pass through the tools' TypeScript runner.
const recorder = `(() => {
  globalThis.keySamples = { work: [], paint: [] };
  if (globalThis.keyListening) return;
  globalThis.keyListening = true;
  const after = (act) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { port1.close(); act(); }; port2.postMessage(null); };
  addEventListener('keydown', (event) => {
    if (event.key.length !== 1) return;
    const samples = globalThis.keySamples;
    const start = performance.now();
    let handled = 0;
    let frame = 0;
    after(() => { handled = performance.now() - start; });
    requestAnimationFrame(() => { frame = performance.now(); after(() => {
      const now = performance.now();
      samples.work.push(handled + now - frame);
      samples.paint.push(now - event.timeStamp);
    }); });
  }, true);
})()`;

/** The same guide with a word changed in every so many. */
function changedAllThrough(text: string): string {
  let at = 0;
  return text.replace(/\b[a-z]{5,}\b/g, (word) => (++at % 60 === 0 ? `${word}ly` : word));
}

export async function measureEditor(): Promise<EditorFigures> {
  const running = await launchApp();
  try {
    const { page } = running;
    await openByLink(page, 'facebook-setup');
    await putModules(page, 'stage', ['test/support/editor-stage.tsx']);
    const text = longText();
    const same = await type(page, text, text);
    const changed = await type(page, changedAllThrough(text), text);
    const paragraph = text.split('\n\n').find((block) => block.length > 300) ?? text;
    return {
      ...{ keyMs: spread(same.work), keyChangedMs: spread(changed.work), keyToPaintMs: spread([...same.paint, ...changed.paint]) },
      ...{ openMs: spread(await open(page, paragraph)), openWholeMs: spread(await open(page, text)) },
      words: text.split(/\s+/).length,
    };
  } finally {
    await running.close();
  }
}

interface Samples {
  readonly work: readonly number[];
  readonly paint: readonly number[];
}

/** Half at the beginning, half in the middle of the text. */
async function type(page: Page, text: string, base: string): Promise<Samples> {
  const words = 'The desk phones the control room before it hides anything at all. ';
  const typed = words.repeat(Math.ceil(letters / words.length)).slice(0, letters / 2);
  await page.evaluate(recorder);
  for (const share of [0.002, 0.5]) {
    const place = text.indexOf('. ', Math.floor(text.length * share));
    await page.evaluate((wanted) => (globalThis as never as { stage: { openEditor(wanted: unknown): void } }).stage.openEditor(wanted), {
      ...{ text, base, whole: true, caret: { from: place, to: place } },
    });
    await page.waitForTimeout(1_000);
    await page.keyboard.type(typed, { delay: betweenKeysMs });
  }
  await page.waitForTimeout(500);
  return (await page.evaluate('globalThis.keySamples')) as Samples;
}

async function open(page: Page, text: string): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let at = 0; at < openings; at += 1) {
    samples.push(
      await page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            (globalThis as never as { stage: { openEditor(wanted: unknown): void } }).stage.openEditor(wanted);
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - start);
              port2.postMessage(null);
            });
          }),
        { text, base: text, caret: 'end' },
      ),
    );
  }
  return samples;
}
