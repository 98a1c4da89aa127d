// One conversation with the main process: carries out rounds, and says that it lives only while it is not waiting
// for a share. A call that hangs therefore falls silent, however it hangs, and the main process ends this one.
import { readFileSync } from 'node:fs';
import { setImmediate as said } from 'node:timers/promises';
import { asAppError } from '../../content/core/base/error.ts';
import { errnoOf } from '../../content/node/faults.ts';
import type { ImportReport } from '../../content/node/import-share.ts';
import type { ShareWatch } from '../../content/node/share.ts';
import { type RoundInput, syncRound } from '../../content/node/sync-round.ts';
import type { FromSync, Round, ToSync } from './sync-protocol.ts';

/** Several signs of life within the time after which silence counts as hanging (10 s); progress looks alive. */
const aliveEveryMs = 1_000;
const progressEveryMs = 200;

export interface SyncSessionPorts {
  readonly send: (message: FromSync) => void;
  readonly now: () => Date;
  /** In tests only: another way to carry out a round. */
  readonly run?: (input: RoundInput) => Promise<unknown>;
  readonly aliveMs?: number;
}

export interface SyncSession {
  receive(message: ToSync): void;
}

export function createSyncSession({ send, now, run = syncRound, aliveMs = aliveEveryMs }: SyncSessionPorts): SyncSession {
  let isStopped = false;
  let isRunning = false;

  const carryOut = async (round: Round): Promise<void> => {
    isRunning = true;
    isStopped = false;
    let current = '';
    let started = performance.now();
    let drawn = Number.NEGATIVE_INFINITY;
    const life = signsOfLife(() => send({ kind: 'alive' }), aliveMs);
    try {
      // A first word before the first call: a share that holds that call would hold the word as well.
      send({ kind: 'alive' });
      await said();
      await run({
        store: round.storeDir,
        ...(round.machineDir === undefined ? {} : { machine: round.machineDir }),
        shares: round.shares,
        pinnedRoot: readFileSync(round.rootFile),
        now: now(),
        isStopped: () => isStopped,
        watch: life.watch,
        onShare: ({ id }) => {
          current = id;
          started = performance.now();
          send({ kind: 'share', id });
        },
        onReport: ({ id }, report) => send({ kind: 'report', id, report, ms: Math.round(performance.now() - started) }),
        onProgress: (done, of) => {
          if (done < of && performance.now() - drawn < progressEveryMs) return;
          drawn = performance.now();
          send({ kind: 'progress', id: current, done, of });
        },
        onFault: (thrown) => send(faultOf(thrown)),
      });
    } catch (thrown) {
      // Nothing of a share comes here: the app's own root cannot be read, or a fault of ours.
      send(faultOf(thrown));
      for (const { id } of round.shares) send({ kind: 'report', id, report: brokenReport(thrown), ms: 0 });
    } finally {
      life.end();
      isRunning = false;
      send({ kind: 'done' });
    }
  };

  return {
    receive(message) {
      switch (message.kind) {
        case 'round':
          if (!isRunning) void carryOut(message.round);
          return;
        case 'stop':
          isStopped = true;
          return;
      }
    },
  };
}

/** A pending call silences the clock; an answer that came counts as a sign itself. */
function signsOfLife(alive: () => void, everyMs: number): { readonly watch: ShareWatch; end(): void } {
  let pending = 0;
  let last = performance.now();
  const tell = () => {
    if (performance.now() - last < everyMs) return;
    last = performance.now();
    alive();
  };
  const timer = setInterval(() => {
    if (pending === 0) tell();
  }, everyMs);
  return {
    watch: {
      asked: () => {
        pending += 1;
      },
      answered: () => {
        pending -= 1;
        tell();
      },
    },
    end: () => clearInterval(timer),
  };
}

function faultOf(thrown: unknown): FromSync {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  return { kind: 'fault', code: asAppError(thrown).code, cause: errnoOf(cause ?? thrown) || (thrown instanceof Error ? thrown.name : '') };
}

function brokenReport(thrown: unknown): ImportReport {
  return { error: asAppError(thrown), directory: { error: null, warnings: [] }, channels: [], changed: false };
}
