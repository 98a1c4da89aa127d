// A share that stops answering in the middle of a copy: real Samba on loopback, frozen with SIGSTOP, under the real app.
// Reading and typing go on as if nothing was, the sync process is gone within 30 seconds, the status line says what is
// true, and after the thaw the copy is taken up. TORTURE=long freezes for 120 seconds and prints the figures.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickToGuide, watchAnswers } from '../bench/in-app.ts';
import { listed } from '../bench/prepare.ts';
import { type Spread, spread } from '../bench/stats.ts';
import { canMount, isAlive, type SambaShare, sambaShare } from '../support/real-share.ts';
import { call } from '../support/screens.ts';
import { filesAt, firstVersion } from '../support/state-scene.ts';
import { type StateWindow, stateWindow } from '../support/state-window.ts';
import { removeVariants } from '../support/variants.ts';

const isLong = process.env.TORTURE === 'long';
/** Short: until the process must be gone, and a little more. */
const frozenMs = isLong ? 120_000 : 20_000;
/** As promised: ten seconds of silence, then three until it is ended, and room for a busy machine. */
const goneWithinMs = 30_000;
/** Enough that the copy is under way when the share freezes. */
const guidesOnShare = 400;

describe.skipIf(!canMount.samba)('a frozen share (needs samba, smbclient, rclone and fuse3)', () => {
  let home: string;
  let samba: SambaShare;
  let window: StateWindow;
  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'guides-frozen-'));
    chmodSync(home, 0o755);
    samba = await sambaShare(home, 'all');
    window = await stateWindow('e2e-share-frozen', { folder: samba.source, seen: samba.seen });
  });
  afterAll(async () => {
    samba?.thaw();
    await window?.close();
    await samba?.stop();
    removeVariants();
    if (home) rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  test(
    'stops neither reading nor typing, and is taken up where it stopped',
    async () => {
      const { app, page } = window.running;
      const version = firstVersion + 1_000;
      window.share.offer({ version, files: filesAt(version, guidesOnShare) });
      await watchTyping(page);
      await watchAnswers(page);
      await page.keyboard.press('F5');
      await untilCopying(page);
      const [pid] = await syncPids(app);
      if (pid === undefined) throw new Error('the sync process is not there');
      samba.freeze();
      const frozenAt = performance.now();
      let goneAfter = Number.NaN;
      const watched = (async () => {
        while (isAlive(pid) && performance.now() - frozenAt < goneWithinMs + 10_000) await page.waitForTimeout(100);
        goneAfter = performance.now() - frozenAt;
      })();

      const opened: number[] = [];
      let figures: Spread | null = null;
      while (performance.now() - frozenAt < frozenMs) {
        // The same few guides again and again: what is asked is whether the page waits for the share.
        figures = await clickToGuide(page, await listed(page, 4));
        await typeQuery(page);
        opened.push(figures.samples);
      }
      await watched;
      expect(goneAfter).toBeLessThan(goneWithinMs);
      await window.says(/Share not reachable since \d\d:\d\d; you are reading/);
      const delays = spread(await page.evaluate('globalThis.typingDelays'));
      report({ figures, delays, goneAfter });
      // The tests' own promise is that something was measured; how fast it must be is measured on a quiet machine.
      expect([opened.length > 1, delays.samples > 50]).toEqual([true, true]);
      await window.reads(firstVersion);
      expect(window.log()).toContain('sync-process-hung');

      samba.thaw();
      // The line to the server broke meanwhile, and takes a moment to be made anew.
      for (let looks = 0; looks < 10 && !/Up to date/.test(await window.line()); looks += 1) {
        await window.look();
        await page.waitForTimeout(1_000);
      }
      await window.says(/Up to date/);
      await window.reads(version);
      expect(window.complaints).toEqual([]);
    },
    frozenMs + 120_000,
  );
});

/** Runs in the page: from the moment of a key to the moment that the page gets it. */
const watchTyping = (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    const delays = [];
    addEventListener('keydown', (event) => delays.push(performance.now() - event.timeStamp), true);
    globalThis.typingDelays = delays;
  })()`);

async function typeQuery(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('edition number', { delay: 60 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function untilCopying(page: Page): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const { overall } = await call(page, 'sync.state', {});
    if (overall.kind === 'copying' && (overall.done ?? 0) > 5) return;
    if (Date.now() > end) throw new Error(`no copy is under way: ${JSON.stringify(overall)}`);
    await page.waitForTimeout(20);
  }
}

const syncPids = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(({ app: own }) =>
    own
      .getAppMetrics()
      .filter(({ serviceName, name }) => [serviceName, name].some((word) => word?.includes('sync')))
      .map(({ pid }) => pid),
  );

function report({ figures, delays, goneAfter }: { figures: Spread | null; delays: Spread; goneAfter: number }): void {
  const ms = (value: number | undefined) => `${(value ?? Number.NaN).toFixed(0)} ms`;
  console.log(
    [
      `frozen for ${frozenMs / 1000} s: click to page p95 ${ms(figures?.p95)} (max ${ms(figures?.max)}, ${figures?.samples} pages)`,
      `input delay p99 ${delays.p99.toFixed(1)} ms, max ${delays.max.toFixed(1)} ms (${delays.samples} keys)`,
      `sync process gone after ${(goneAfter / 1000).toFixed(1)} s`,
    ].join('; '),
  );
}
