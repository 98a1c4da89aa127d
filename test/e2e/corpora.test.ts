// Folders of markdown that nobody here wrote: built leniently, verified, opened, searched and rendered. They lie
// beside the checkout; where they are not, the tests are skipped by name.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { renderGuide } from '../../content/core/guide/render.ts';
import { importShare } from '../../content/node/import-share.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { type BuiltShare, buildShareFrom, corpora } from '../support/built-share.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { runGuides } from '../support/run-guides.ts';
import { call, complaints, foundTitles, openByLink, searchFor } from '../support/screens.ts';
import { tempFolder } from '../support/temp.ts';

// What may never come out of a source, whatever it holds.
const unsafe = /<(script|iframe|object|embed|form|style|link|meta|base)\b|\son\w+\s*=|javascript:|srcdoc=/i;

// Enough to meet every kind of page; the largest ones are always among them.
const sampled = 40;

describe.each(['18f-guides', 'digitalgov', 'gov-service-design-manual'])('the folder %s', (name) => {
  const folder = path.join(corpora, name);
  const there = existsSync(folder);
  let built: BuiltShare;
  let running: RunningApp | undefined;

  beforeAll(() => {
    if (there) built = buildShareFrom(folder, `e2e-${name}`);
  }, 300_000);
  afterAll(() => running?.close());

  test.skipIf(!there)('verifies as a reader would check it', () => {
    const { code, out } = runGuides(['verify', built.share, '--root', built.pinnedRoot, '--json'], tempFolder());
    expect(code, out).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true });
  });

  test.skipIf(!there)(
    'renders every guide to safe html with an id for every block',
    async () => {
      const store = tempFolder();
      const report = await importShare({ store, share: built.share, pinnedRoot: readFileSync(built.pinnedRoot), now: new Date() });
      expect(report.error).toBeNull();
      const held = await openLocalStore(store);
      const wrong: string[] = [];
      let count = 0;
      for (const { seal } of held.held()) {
        for await (const { summary, source, blockIds } of held.guideTexts(seal.channel)) {
          const parsed = parseGuide(source, summary.id, { mode: 'lenient' });
          const html = renderGuide(parsed, { blockIds, image: () => null, hasGuide: () => true });
          if (parsed.blocks.length !== blockIds.length || unsafe.test(html.replace(/>[^<]*</g, '><'))) wrong.push(summary.id);
          count += 1;
        }
      }
      expect(count).toBeGreaterThan(100);
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  test.skipIf(!there)(
    'opens in the app, is searched, and its pages show without a complaint',
    async () => {
      running = await launchApp({ variant: { name: `e2e-${name}`, seed: built.share, pinnedRoot: built.pinnedRoot, stamp: built.stamp } });
      const { page } = running;
      const said = complaints(running);
      const { guides } = await call(page, 'library.list', {});
      expect(guides.length).toBeGreaterThan(100);

      const wanted = guides.find(
        ({ title, id }) => /^[A-Za-z ]{18,50}$/.test(title) && guides.every((other) => other.id === id || other.title !== title),
      );
      await searchFor(page, wanted?.title ?? '');
      expect((await foundTitles(page)).slice(0, 3)).toContain(wanted?.title);
      await page.keyboard.press('Escape');

      const largest = [...guides].sort((a, b) => b.words - a.words).slice(0, 5);
      const step = Math.max(1, Math.floor(guides.length / (sampled - largest.length)));
      for (const { id, title } of [...largest, ...guides.filter((_, at) => at % step === 0)]) {
        const shown = await openByLink(page, id);
        expect((await shown.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')).toBe(title.replace(/\s+/g, ' ').trim());
      }
      expect(said).toEqual([]);
    },
    300_000,
  );
});
