// A reader in the real app: one window over one share, which looks when it is told to, and remembers every state that a
// person could have seen meanwhile.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Variant } from '../../.ci/lib/stage.ts';
import type { SyncState } from '../../electron/ipc/replies.ts';
import { launchApp } from './electron-app.ts';
import { call } from './screens.ts';

export interface ReaderWindow {
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
  const running = await launchApp({ variant, policy: { format: 1, mandatory: { shares: [share] } } });
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
    close: () => running.close(),
  };
}
