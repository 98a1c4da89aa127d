// The process that makes a copy of a guide, from outside: one for each copy, gone when it is written, ended when it takes longer
// than any guide needs or the folder does not answer.
import { AppFault } from '../../content/core/base/error.ts';
import type { FromCopies, ToCopies } from '../workers/copies-protocol.ts';

/** The part of Electron's utility process that is used. */
export interface CopiesProcess {
  readonly pid?: number | undefined;
  postMessage(message: ToCopies): void;
  on(event: 'message', listener: (message: FromCopies) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface CopiesRunnerPorts {
  readonly fork: () => CopiesProcess;
  /** Ends what does not end when asked. */
  readonly forceKill: (pid: number) => void;
  /** Shorter in tests only. */
  readonly makeMs?: number;
  readonly writeMs?: number;
  readonly forceMs?: number;
}

/** A cold start behind a scanner, and the longest guide with all its pictures many times over. */
const usualMakeMs = 60_000;
/** Some megabytes over a slow line to a shared drive. */
const usualWriteMs = 30_000;
/** A process that waits in the system may not hear the first request to end. */
const usualForceMs = 3_000;

/** Resolves when the file is whole. Rejects with NO_SPACE, SAVE_FAILED or BAD_REQUEST. */
export type CopiesRunner = (message: Omit<ToCopies, 'kind'>) => Promise<void>;

export function createCopiesRunner(ports: CopiesRunnerPorts): CopiesRunner {
  const { fork, forceKill, makeMs = usualMakeMs, writeMs = usualWriteMs, forceMs = usualForceMs } = ports;
  return (message) =>
    new Promise((resolve, reject) => {
      const failed = (errno: string) => reject(new AppFault('SAVE_FAILED', { errno }));
      let started: CopiesProcess;
      try {
        started = fork();
      } catch {
        failed('ENDED');
        return;
      }
      let isGone = false;
      let timer: NodeJS.Timeout | undefined;
      const end = (): void => {
        clearTimeout(timer);
        if (isGone) return;
        const { pid } = started;
        started.kill();
        if (pid !== undefined) setTimeout(() => !isGone && forceKill(pid), forceMs).unref();
      };
      const listen = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          failed('HUNG');
          end();
        }, ms);
        // It must not keep the app from closing.
        timer.unref();
      };
      started.on('message', (told) => {
        if (told.kind === 'made') {
          listen(writeMs);
          return;
        }
        if (told.kind === 'saved') resolve();
        else reject(new AppFault(told.error.code, told.error.data));
        end();
      });
      started.on('exit', () => {
        isGone = true;
        clearTimeout(timer);
        failed('ENDED');
      });
      listen(makeMs);
      started.postMessage({ kind: 'copy', ...message });
    });
}
