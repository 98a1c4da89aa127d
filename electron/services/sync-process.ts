// The sync process from outside: one for each round, gone when the round is over. It is ended when it falls silent,
// because a share that hangs holds every call on it (trust.md 1.4 row 3) and no time limit inside can help.
import type { ImportReport } from '../../content/node/import-share.ts';
import type { FromSync, Round, ToSync } from '../workers/sync-protocol.ts';

/** The part of Electron's utility process that is used. */
export interface SyncProcess {
  readonly pid?: number | undefined;
  postMessage(message: ToSync): void;
  on(event: 'message', listener: (message: FromSync) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface RoundEvents {
  readonly share: (id: string) => void;
  readonly progress: (id: string, done: number, of: number) => void;
  readonly report: (id: string, report: ImportReport, ms: number) => void;
  readonly fault: (code: string, cause: string) => void;
}

export interface RoundEnd {
  readonly kind: 'done' | 'hung' | 'lost';
  /** The share in work when it hung or was lost; null where none was. */
  readonly share: string | null;
}

/** What is reported of a share whose process was ended because it did not answer, or ended by itself. */
export function silentReport(kind: 'hung' | 'lost'): ImportReport {
  const error = { code: 'SHARE_UNREACHABLE', data: { errno: kind === 'hung' ? 'HUNG' : 'ENDED' } } as const;
  return { error, directory: { error: null, warnings: [] }, channels: [], changed: false };
}

export interface RoundRunner {
  /** One at a time. Never rejects. */
  run(round: Round, events: RoundEvents): Promise<RoundEnd>;
  /** Asks the running round to end between two files. */
  interrupt(): void;
  /** Ends the process at once. */
  stop(): void;
}

export interface RunnerPorts {
  readonly fork: () => SyncProcess;
  /** Ends what does not end when asked. */
  readonly forceKill: (pid: number) => void;
  /** Shorter in tests only. */
  readonly silenceMs?: number;
  readonly startMs?: number;
  readonly forceMs?: number;
}

/** As designed: longer than a slow server's pause, shorter than a person's patience. */
const usualSilenceMs = 10_000;
/** A cold disk and a scanner may take this long before the process says its first word; it is gone within 30 s all the same. */
const usualStartMs = 20_000;
/** A process that waits in the system may not hear the first request to end. */
const usualForceMs = 3_000;

export function createRoundRunner(ports: RunnerPorts): RoundRunner {
  const { fork, forceKill, silenceMs = usualSilenceMs, startMs = usualStartMs, forceMs = usualForceMs } = ports;
  let child: SyncProcess | null = null;
  let finish: ((kind: RoundEnd['kind']) => void) | null = null;

  const end = (old: SyncProcess): void => {
    const { pid } = old;
    let isGone = false;
    old.on('exit', () => {
      isGone = true;
    });
    old.kill();
    if (pid === undefined) return;
    setTimeout(() => {
      if (!isGone) forceKill(pid);
    }, forceMs).unref();
  };

  return {
    run(round, events) {
      return new Promise((resolve) => {
        const started = forked(fork);
        if (!started) return resolve({ kind: 'lost', share: null });
        let share: string | null = null;
        let timer: NodeJS.Timeout | undefined;
        child = started;
        finish = (kind) => {
          if (child !== started) return;
          clearTimeout(timer);
          child = null;
          finish = null;
          if (kind !== 'lost') end(started);
          resolve({ kind, share: kind === 'done' ? null : share });
        };
        const listen = (ms: number): void => {
          clearTimeout(timer);
          timer = setTimeout(() => finish?.('hung'), ms);
          // It must not keep the app from closing.
          timer.unref();
        };
        started.on('message', (message) => {
          if (child !== started) return;
          listen(silenceMs);
          switch (message.kind) {
            case 'alive':
              return;
            case 'share':
              share = message.id;
              return events.share(message.id);
            case 'progress':
              return events.progress(message.id, message.done, message.of);
            case 'report':
              share = null;
              return events.report(message.id, message.report, message.ms);
            case 'fault':
              return events.fault(message.code, message.cause);
            case 'done':
              return finish?.('done');
          }
        });
        started.on('exit', () => {
          if (child === started) finish?.('lost');
        });
        listen(startMs);
        started.postMessage({ kind: 'round', round });
      });
    },
    interrupt() {
      child?.postMessage({ kind: 'stop' });
    },
    stop() {
      finish?.('done');
    },
  };
}

function forked(fork: () => SyncProcess): SyncProcess | null {
  try {
    return fork();
  } catch {
    return null;
  }
}
