// The app on a shared folder whose states a test makes one after the other, and what a person sees of each: the
// status line, the page about updates, the guide they read, the local log.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright';
import { expect, vi } from 'vitest';
import { type ErrorCode, errorReference } from '../../content/core/base/error.ts';
import { shellText } from '../../renderer/text/shell.ts';
import { updatesText } from '../../renderer/text/updates.ts';
import { freshUserDataDir, launchApp, type RunningApp } from './electron-app.ts';
import { call, complaints, goHome, openByLink } from './screens.ts';
import { firstVersion, moveClock, type StateShare, stateShare, wordsOf } from './state-scene.ts';
import { variantFolder, variantOf } from './variants.ts';

export interface StateWindow {
  readonly share: StateShare;
  /** User data of the app. */
  readonly dir: string;
  running: RunningApp;
  complaints: readonly string[];
  /** What the log said since the last call. */
  log(): string;
  /** Waits for the words of the status line. */
  says(words: RegExp): Promise<void>;
  line(): Promise<string>;
  /** Looks at the shares as a person does by F5, and waits until that is over. */
  look(): Promise<void>;
  /** Looks, and looks again after each pause in hours. */
  lookAgain(...hours: readonly number[]): Promise<void>;
  /** Opens the first guide and checks that it is that edition's. */
  reads(version: number): Promise<void>;
  updates(): Promise<Locator>;
  /** The page about updates says the channel's or the share's state with its reference. */
  refers(code: ErrorCode, where?: 'facebook' | 'share'): Promise<void>;
  restart(between?: () => unknown): Promise<void>;
  close(): Promise<void>;
}

export interface StateChoice {
  /** Before the first start. */
  readonly prepare?: (before: { readonly dir: string; readonly seed: StateShare; readonly share: StateShare }) => unknown;
  /** Where the share is written, and where the app sees it, if elsewhere. */
  readonly folder?: string;
  readonly seen?: string;
  /** Folders that IT set: the share alone unless told. */
  readonly shares?: readonly string[];
  /** What the status line says at the start. */
  readonly begins?: RegExp;
  readonly reads?: number;
}

/** Also on a machine that is busy with other things. */
const patience = { timeout: 30_000, interval: 50 } as const;

/** @param name of the staged app */
export async function stateWindow(name: string, choice: StateChoice = {}): Promise<StateWindow> {
  const seed = stateShare(path.join(variantFolder(), 'seed'));
  const share = stateShare(choice.folder ?? path.join(variantFolder(), 'NationalGuides'));
  const variant = variantOf(name, seed.folder);
  const dir = await freshUserDataDir();
  choice.prepare?.({ dir, seed, share });
  const shares = choice.shares ?? [choice.seen ?? share.folder];
  const options = { userDataDir: dir, variant, policy: { format: 1, mandatory: { shares } } };
  let moved = 0;
  let read = 0;
  const window: StateWindow = {
    share,
    dir,
    running: await launchApp(options),
    complaints: [],
    log() {
      const file = path.join(dir, 'logs', 'national-guides.log');
      const all = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const fresh = all.slice(read);
      read = all.length;
      return fresh;
    },
    line: () => window.running.page.getByRole('region', { name: shellText.status }).innerText(),
    says: (words) => vi.waitFor(async () => expect(await window.line()).toMatch(words), patience),
    async look() {
      const { page } = window.running;
      const before = (await call(page, 'sync.state', {})).shares[0]?.lastChecked ?? '';
      await page.keyboard.press('F5');
      await vi.waitFor(async () => {
        const { overall, settled, shares } = await call(page, 'sync.state', {});
        expect([overall.kind, (shares[0]?.lastChecked ?? '') > before]).toEqual([settled.kind, true]);
      }, patience);
    },
    async lookAgain(...hours) {
      await window.look();
      for (const pause of hours) {
        moved += pause;
        await moveClock(window.running, pause);
        await window.look();
      }
    },
    async reads(version) {
      const { page } = window.running;
      // A page that is open keeps its edition; one that is opened anew shows what is held.
      await goHome(page);
      const text = await (await openByLink(page, 'facebook-1')).innerText();
      expect(text.match(/Edition number -?\d+\./)?.[0]).toBe(wordsOf(version));
    },
    async updates() {
      const { page } = window.running;
      await page.keyboard.press('Control+Shift+U');
      await page.getByRole('heading', { level: 2, name: updatesText.shares }).waitFor();
      return page.getByRole('main');
    },
    async refers(code, where = 'facebook') {
      const main = await window.updates();
      const row = main.locator(where === 'share' ? '[data-share]:not([data-share="seed"])' : `[data-channel="${where}"]`);
      await vi.waitFor(async () => expect(await row.innerText()).toContain(updatesText.reference(errorReference(code))), patience);
    },
    async restart(between = () => undefined) {
      await window.running.close();
      between();
      window.running = await launchApp(options);
      window.complaints = complaints(window.running);
      if (moved > 0) await moveClock(window.running, moved);
    },
    async close() {
      await window.running.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  window.complaints = complaints(window.running);
  try {
    await window.says(choice.begins ?? /Up to date/);
    await window.reads(choice.reads ?? firstVersion);
  } catch (thrown) {
    const said = window.log();
    await window.close();
    throw new Error(`The app did not begin well; its log:\n${said}`, { cause: thrown });
  }
  return window;
}
