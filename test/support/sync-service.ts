// The sync service over a process that answers what a test says for each share. Time is the test runner's.
import { vi } from 'vitest';
import type { AppError } from '../../content/core/base/error.ts';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { emptyMemory, type SyncMemory } from '../../content/core/sync/model.ts';
import type { ImportReport } from '../../content/node/import-share.ts';
import type { SyncState } from '../../electron/ipc/replies.ts';
import { createSync } from '../../electron/services/sync.ts';
import type { RoundEnd, RoundEvents, RoundRunner } from '../../electron/services/sync-process.ts';
import type { Round } from '../../electron/workers/sync-protocol.ts';

const channel = 'x' as ChannelId;
export const good = (changed = false): ImportReport => ({
  error: null,
  directory: { error: null, warnings: [] },
  channels: [{ channel, outcome: changed ? 'imported' : 'current', version: 7, error: null, warnings: [], files: 1, bytes: 2 }],
  changed,
});
export const bad = (error: AppError): ImportReport => ({ ...good(), error, channels: [] });
export const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

/**
 * A sync process that answers what the test says for each share; `hang` never does, `wait` when told to, `deaf` only
 * when it is ended.
 */
export function scene(shares = ['a'], answers: Record<string, ImportReport | 'hang' | 'wait' | 'deaf'> = {}, isFull = false) {
  const rounds: string[] = [];
  const pushed: SyncState[] = [];
  const logged: string[] = [];
  let saved: SyncMemory = emptyMemory;
  let imports = 0;
  let interrupted = 0;
  let stopped = false;
  let ended = 0;
  let end: () => void = () => undefined;
  let goOn: () => void = () => undefined;
  const runner: RoundRunner = {
    run: async (round: Round, events: RoundEvents): Promise<RoundEnd> => {
      rounds.push(round.shares.map(({ id }) => id).join('+'));
      for (const { id } of round.shares) {
        events.share(id);
        const answer = answers[id] ?? good();
        if (answer === 'deaf') {
          await new Promise<void>((resolve) => {
            end = resolve;
          });
          return { kind: 'done', share: null };
        }
        if (answer === 'hang') return { kind: 'hung', share: id };
        if (answer === 'wait') {
          events.progress(id, 3, 9);
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
        }
        events.report(id, stopped ? bad({ code: 'CANCELLED', data: {} }) : answer === 'wait' ? good() : answer, 5);
        stopped = false;
      }
      return { kind: 'done', share: null };
    },
    interrupt: () => {
      interrupted += 1;
      stopped = true;
      goOn();
    },
    stop: () => {
      ended += 1;
      end();
      goOn();
    },
  };
  const list = shares.map((id) => ({ id, path: `/mnt/${id}`, origin: 'user' as const }));
  const sync = createSync({
    runner,
    storeDir: 'store',
    rootFile: 'root',
    shares: () => ({ list, managed: false }),
    packs: () => [],
    memory: {
      read: () => saved,
      write: async (memory) => {
        if (isFull) throw new Error('ENOSPC');
        saved = memory;
      },
    },
    imported: async () => {
      imports += 1;
    },
    changed: (state) => pushed.push(state),
    notes: { note: (_, code) => logged.push(code), fault: (_, thrown) => logged.push(String(thrown)) },
    now: () => new Date(),
    random: () => 0.5,
  });
  return {
    sync,
    rounds,
    pushed,
    logged,
    list,
    answers,
    saved: () => saved,
    imports: () => imports,
    interrupted: () => interrupted,
    ended: () => ended,
    goOn: () => goOn(),
  };
}
