// A reader in the real app: one window over one share, which looks when it is told to, and remembers every state that a
// person could have seen meanwhile.
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Variant } from '../../.ci/lib/stage.ts';
import type { SyncState } from '../../electron/ipc/replies.ts';
import { freshUserDataDir, launchApp, type RunningApp } from './electron-app.ts';
import { call } from './screens.ts';

export interface ReaderWindow {
  /** The real app, for what a person does in it. */
  readonly running: RunningApp;
  readonly page: RunningApp['page'];
  /** Looks at the share as F5 does, and waits until that is over. */
  look(): Promise<SyncState>;
  /** The text of a guide as the window would show it now. */
  reads(guide: string): Promise<string>;
  /** Kinds of all settled states of the share and its channels so far, each once. */
  readonly seen: ReadonlySet<string>;
  /** Codes that the local log names. */
  codes(): readonly string[];
  close(): Promise<void>;
}

const patienceMs = 30_000;

export async function readerWindow(variant: Variant, share: string): Promise<ReaderWindow> {
  const running = await launched(variant, share);
  const { page } = running;
  const seen = new Set<string>();
  const state = async (isOver: (now: SyncState) => boolean): Promise<SyncState> => {
    for (const end = Date.now() + patienceMs; ; await page.waitForTimeout(50)) {
      const now = await call(page, 'sync.state', {});
      for (const { kind } of [now.settled, ...now.shares.map(({ status }) => status), ...now.channels.map(({ status }) => status)])
        seen.add(kind);
      if (isOver(now)) return now;
      if (Date.now() > end) throw new Error(`still ${JSON.stringify(now)}`);
    }
  };
  const isQuiet = (now: SyncState, after: string): boolean =>
    now.overall.kind === now.settled.kind && (now.shares[0]?.lastChecked ?? '') > after;
  // The round that every start begins with.
  await state((now) => isQuiet(now, ''));
  return {
    running,
    page,
    seen,
    async look() {
      const before = (await call(page, 'sync.state', {})).shares[0]?.lastChecked ?? '';
      await call(page, 'sync.check', {});
      return state((now) => isQuiet(now, before));
    },
    reads: async (guide) => (await call(page, 'library.guide', { id: guide as never })).source,
    codes() {
      const file = path.join(running.userDataDir, 'logs', 'national-guides.log');
      return existsSync(file) ? [...new Set(readFileSync(file, 'utf8').match(/\b(?:TAMPERED|MALFORMED|ROLLED_BACK|INCOMPLETE)\b/g))] : [];
    },
    async close() {
      await running.close();
      rmSync(running.userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/**
 * Started once more where the driver never hears that the app is up: seen on a machine with eight times as much to do as
 * it has cores, while the app itself stood there, had looked at its share and waited.
 */
async function launched(variant: Variant, share: string): Promise<RunningApp> {
  const policy = { format: 1, mandatory: { shares: [share] } };
  for (let attempt = 1; ; attempt += 1) {
    const userDataDir = await freshUserDataDir();
    const launch = launchApp({ userDataDir, variant, policy });
    const running = attempt === 2 ? await launch : await Promise.race([launch, wait(patienceMs, null, { ref: false })]);
    if (running) return running;
    const pid = Number(readlinkSync(path.join(userDataDir, 'SingletonLock')).split('-').at(-1));
    process.kill(pid);
    await launch.then((late) => late.close()).catch(() => undefined);
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
