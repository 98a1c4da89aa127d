// Places of notes on the page: what the window counts as a block's text is what core/guide counts, letter for letter, for
// every guide there is; and selections that begin or end anywhere are brought to words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { corpora } from '../support/built-share.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { putModules } from '../support/page-modules.ts';
import { type ProbedGuide, probe } from '../support/places-probe.ts';
import { call, openByLink } from '../support/screens.ts';

let running: RunningApp;
/** A page without the app's policy, in which sources are made into pages by the window's own code. */
let bench: Page;
beforeAll(async () => {
  running = await launchApp();
  await putModules(running.page, 'places', ['renderer/notes/page-places.tsx']);
  const opened = running.app.waitForEvent('window');
  await running.app.evaluate(({ BrowserWindow }) => void new BrowserWindow({ show: false }).loadURL('about:blank'));
  bench = await opened;
  await putModules(bench, 'places', ['renderer/notes/page-places.tsx', 'renderer/reader/prepare.tsx']);
});
afterAll(() => running?.close());

const isWrong = ({ others, strayed }: ProbedGuide): boolean => others.length > 0 || strayed.length > 0;

test('every bundled guide, as it is shown, has the words of core/guide in every block, and places go there and back', async () => {
  const { page } = running;
  const { guides } = await call(page, 'library.list', {});
  expect(guides.length).toBeGreaterThan(10);
  const wrong: unknown[] = [];
  let passages = 0;
  for (const { id } of guides) {
    await openByLink(page, id);
    const { source, blockIds } = await call(page, 'library.guide', { id });
    const { blocks } = parseGuide(source, id);
    expect(blocks.length, id).toBe(blockIds.length);
    const words = JSON.stringify(blocks.map(({ text }) => text));
    const found = await page.evaluate<ProbedGuide>(
      `(${probe})(document.querySelector('article.guide'), ${words}, ${JSON.stringify(blockIds)}, 7, 400)`,
    );
    passages += found.passages;
    if (isWrong(found)) wrong.push([id, found]);
  }
  expect(wrong).toEqual([]);
  expect(passages).toBeGreaterThan(guides.length * 100);
}, 180_000);

/** Path -> text of each markdown file below a folder. */
function sources(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(md|markdown)$/i.test(file))
    .sort()
    .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
}

// What real ids are spelled in (core/base/ids.ts).
const digits = 'abcdefghijklmnopqrstuvwxyz234567';
const idAt = (at: number): string =>
  `b${Array.from({ length: 7 }, (_, place) => digits.charAt(Math.floor(at / digits.length ** (6 - place)) % digits.length)).join('')}`;

interface Made {
  readonly source: string;
  readonly texts: readonly string[];
  readonly ids: readonly string[];
  readonly images: Readonly<Record<string, { readonly url: string; readonly width: number; readonly height: number }>>;
}

/** Pictures are there for every second guide and missing for the others. */
function made(source: string, file: string, at: number): Made {
  const { blocks, images } = parseGuide(source, file, { mode: 'lenient' });
  const picture = { url: 'guides://image/none', width: 10, height: 10 };
  return {
    source,
    texts: blocks.map(({ text }) => text),
    ids: blocks.map((_, index) => idAt(index)),
    images: at % 2 === 0 ? Object.fromEntries(images.map(({ src }) => [src.replace(/^\.\//, ''), picture])) : {},
  };
}

const probeMade = (guides: readonly Made[]): Promise<readonly ProbedGuide[]> =>
  bench.evaluate<readonly ProbedGuide[]>(`(${JSON.stringify(guides)}).map(({ source, texts, ids, images }, at) => {
    // A document for each: ranges stay with theirs, and slow down every change of it.
    const own = document.implementation.createHTMLDocument();
    const article = own.createElement('article');
    const text = own.createElement('div');
    text.className = 'text';
    article.append(text);
    own.body.append(article);
    text.append(globalThis.places.prepareGuide({ source, blockIds: ids, images }).fragment);
    return (${probe})(article, texts, ids, at + 1, 60);
  })`);

// Many at once would be one huge message.
const atOnce = 50;

describe.each(['18f-guides', 'digitalgov', 'gov-service-design-manual'])('the folder %s', (name) => {
  const folder = path.join(corpora, name);

  test.skipIf(!existsSync(folder))(
    'has the words of core/guide in every block of every document, and places go there and back',
    async () => {
      const files = sources(folder);
      expect(files.length).toBeGreaterThan(100);
      const wrong: unknown[] = [];
      let passages = 0;
      for (let from = 0; from < files.length; from += atOnce) {
        const some = files.slice(from, from + atOnce);
        const found = await probeMade(some.map(([file, source], at) => made(source, file, from + at)));
        found.forEach((one, at) => {
          passages += one.passages;
          if (isWrong(one)) wrong.push([some[at]?.[0], one.others.slice(0, 3), one.strayed.slice(0, 3)]);
        });
      }
      expect(wrong.slice(0, 10)).toEqual([]);
      expect(passages).toBeGreaterThan(files.length * 5);
    },
    600_000,
  );
});
