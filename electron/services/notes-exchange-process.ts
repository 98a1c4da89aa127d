// The process of the shared notes folder from outside: one for each round, gone when the round is over, ended when it
// falls silent because the folder does not answer. Passes on what it asks of the notes here.
import { setTimeout as sleep } from 'node:timers/promises';
import type { NoteRecord } from '../../content/core/annotation/model.ts';
import { type AppError, asAppError } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { ExchangeRound, FromExchange, ToExchange } from '../workers/notes-exchange-protocol.ts';

/** The part of Electron's utility process that is used. */
export interface ExchangeProcess {
  readonly pid?: number | undefined;
  postMessage(message: ToExchange): void;
  on(event: 'message', listener: (message: FromExchange) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface ExchangeEvents {
  /** The notes process is asked: may take its time. */
  readonly records: (guide: GuideId) => Promise<{ readonly records: readonly NoteRecord[]; readonly readOnly: boolean }>;
  readonly merge: (guide: GuideId, records: readonly NoteRecord[]) => Promise<unknown>;
  readonly guide: (told: Extract<FromExchange, { kind: 'guide' }>) => void;
}

export interface ExchangeEnd {
  readonly kind: 'done' | 'hung' | 'lost' | 'stopped';
  readonly error: AppError | null;
}

export interface ExchangeRunner {
  /** One at a time. `hung` also where the process of an earlier round is still held by the folder. Never rejects. */
  run(round: ExchangeRound, events: ExchangeEvents): Promise<ExchangeEnd>;
  /** Ends the process at once. */
  stop(): void;
}

export interface ExchangeRunnerPorts {
  readonly fork: () => ExchangeProcess;
  /** Ends what does not end when asked. */
  readonly forceKill: (pid: number) => void;
  /** Shorter in tests only. */
  readonly silenceMs?: number;
  readonly startMs?: number;
  readonly forceMs?: number;
}

/** As for shares with guides: longer than a slow server's pause, shorter than a person's patience. */
const usualSilenceMs = 10_000;
/** A cold disk and a scanner may take this long before the process says its first word. */
const usualStartMs = 20_000;
/** A process that waits in the system may not hear the first request to end. */
const usualForceMs = 3_000;

const silent = (errno: string): AppError => ({ code: 'SHARE_UNREACHABLE', data: { errno } });

export function createExchangeRunner(ports: ExchangeRunnerPorts): ExchangeRunner {
  const { silenceMs = usualSilenceMs, startMs = usualStartMs, forceMs = usualForceMs } = ports;
  /** Not gone yet, whether or not its round is over. */
  let child: ExchangeProcess | null = null;
  let folder = '';
  let gone: Promise<void> = Promise.resolve();
  let finish: ((end: ExchangeEnd) => void) | null = null;

  const end = (old: ExchangeProcess): void => {
    old.kill();
    const { pid } = old;
    if (pid === undefined) return;
    setTimeout(() => {
      if (child === old) ports.forceKill(pid);
    }, forceMs).unref();
  };

  const carryOut = (started: ExchangeProcess, round: ExchangeRound, events: ExchangeEvents): Promise<ExchangeEnd> =>
    new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      let isOver = false;
      const over = (how: ExchangeEnd): void => {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        finish = null;
        if (how.kind !== 'lost') end(started);
        resolve(how);
      };
      const listen = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => over({ kind: 'hung', error: silent('HUNG') }), ms);
        // It must not keep the app from closing.
        timer.unref();
      };
      const answer = async (guide: GuideId, work: Promise<ToExchange>): Promise<void> => {
        const message = await work.catch((thrown: unknown): ToExchange => ({ kind: 'refused', guide, error: asAppError(thrown) }));
        if (!isOver) started.postMessage(message);
      };
      finish = over;
      started.on('message', (message) => {
        if (isOver) return;
        listen(silenceMs);
        switch (message.kind) {
          case 'alive':
            return;
          case 'ask':
            void answer(
              message.guide,
              events.records(message.guide).then((ours) => ({ kind: 'ours', guide: message.guide, ...ours })),
            );
            return;
          case 'take':
            void answer(
              message.guide,
              events.merge(message.guide, message.records).then(() => ({ kind: 'taken', guide: message.guide })),
            );
            return;
          case 'guide':
            return events.guide(message);
          case 'done':
            return over({ kind: 'done', error: message.error });
        }
      });
      gone = new Promise((left) => {
        started.on('exit', () => {
          if (child === started) child = null;
          over({ kind: 'lost', error: silent('ENDED') });
          left();
        });
      });
      listen(startMs);
      started.postMessage({ kind: 'round', round });
    });

  return {
    async run(round, events) {
      // What was ended a moment ago is gone in a moment, unless the folder holds it.
      if (child && folder === round.folder) await Promise.race([gone, sleep(forceMs * 2, undefined, { ref: false })]);
      if (child && folder === round.folder) return { kind: 'hung', error: silent('HUNG') };
      try {
        child = ports.fork();
      } catch {
        return { kind: 'lost', error: silent('ENDED') };
      }
      folder = round.folder;
      return carryOut(child, round, events);
    },
    stop() {
      finish?.({ kind: 'stopped', error: null });
    },
  };
}
