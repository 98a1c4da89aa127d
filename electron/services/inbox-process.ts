// Sends a file to the inbox of the first share that takes it: a process for each share that is tried, ended when it falls
// silent because the share does not answer. One file after the other; nothing here touches a share.
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppError, ErrorCode } from '../../content/core/base/error.ts';
import { AppFault } from '../../content/core/base/error.ts';
import type { Dropped } from '../../content/node/drop-box.ts';
import { errnoOf } from '../../content/node/faults.ts';
import type { FromInbox, ToInbox } from '../workers/inbox-protocol.ts';

/** The part of Electron's utility process that is used. */
export interface InboxProcess {
  readonly pid?: number | undefined;
  postMessage(message: ToInbox): void;
  on(event: 'message', listener: (message: FromInbox) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface InboxSenderPorts {
  readonly fork: () => InboxProcess;
  /** Ends what does not end when asked. */
  readonly forceKill: (pid: number) => void;
  /** Of each try: how it ended, never where. */
  readonly log: (code: string, data: Readonly<Record<string, string | number | boolean>>) => void;
  /** Shorter in tests only. */
  readonly silenceMs?: number;
  readonly startMs?: number;
  readonly forceMs?: number;
}

export interface InboxSender {
  /**
   * Resolves when it is there. @param shares folders, in the order in which they are tried
   * Rejects with INBOX_MISSING, INBOX_DENIED, INBOX_FULL or SHARE_UNREACHABLE: the one that says most of all shares.
   */
  send(shares: readonly string[], file: Pick<ToInbox, 'channel' | 'name' | 'bytes'>): Promise<Dropped>;
}

/** As for shares with guides: longer than a slow server's pause, shorter than a person's patience. */
const usualSilenceMs = 10_000;
/** A cold disk and a scanner may take this long before the process says its first word. */
const usualStartMs = 20_000;
/** A process that waits in the system may not hear the first request to end. */
const usualForceMs = 3_000;
/** A share that hung is tried after the others for this long: a person who sends ten waits once. */
const remembersMs = 60_000;

function isThere(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch (thrown) {
    return errnoOf(thrown) === 'EPERM';
  }
}

type Told = Exclude<FromInbox, { kind: 'alive' }>;
const silent = (errno: string): Told => ({ kind: 'refused', error: { code: 'SHARE_UNREACHABLE', data: { errno } } });
/** What says most first: there is a drop-box and it is full, or closed; there may be one that is not seen now. */
const telling: readonly ErrorCode[] = ['INBOX_FULL', 'INBOX_DENIED', 'SHARE_UNREACHABLE'];

export function createInboxSender(ports: InboxSenderPorts): InboxSender {
  const { fork, forceKill, log, silenceMs = usualSilenceMs, startMs = usualStartMs, forceMs = usualForceMs } = ports;
  /** By share: a process that was ended and is not known to be gone. */
  const held = new Map<string, { readonly pid: number | undefined; readonly gone: Promise<void> }>();
  const hungAt = new Map<string, number>();
  let queue: Promise<unknown> = Promise.resolve();

  const end = (share: string, old: InboxProcess, gone: Promise<void>): void => {
    const { pid } = old;
    const own = { pid, gone };
    let isGone = false;
    held.set(share, own);
    void gone.then(() => {
      isGone = true;
      if (held.get(share) === own) held.delete(share);
    });
    old.kill();
    if (pid === undefined) return;
    setTimeout(() => {
      if (!isGone) forceKill(pid);
    }, forceMs).unref();
  };

  const tryOne = async (message: ToInbox): Promise<Told> => {
    const { share } = message;
    // What was ended a moment ago is gone in a moment, unless the share holds it.
    const before = held.get(share);
    if (before) await Promise.race([before.gone, sleep(forceMs * 2, undefined, { ref: false })]);
    // Asked of the system: a word about its end that was lost must not close the share for good.
    if (held.has(share) && isThere(before?.pid)) return silent('HUNG');
    let started: InboxProcess;
    try {
      started = fork();
    } catch {
      return silent('ENDED');
    }
    const gone = new Promise<void>((resolve) => void started.on('exit', () => resolve()));
    const told = await new Promise<Told>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const over = (how: Told): void => {
        clearTimeout(timer);
        resolve(how);
      };
      const listen = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          hungAt.set(share, performance.now());
          over(silent('HUNG'));
        }, ms);
        // It must not keep the app from closing.
        timer.unref();
      };
      started.on('message', (told) => (told.kind === 'alive' ? listen(silenceMs) : over(told)));
      void gone.then(() => over(silent('ENDED')));
      listen(startMs);
      started.postMessage(message);
    });
    end(share, started, gone);
    return told;
  };

  const isSlow = (share: string): boolean => performance.now() - (hungAt.get(share) ?? Number.NEGATIVE_INFINITY) < remembersMs;
  const send = async (shares: readonly string[], file: Pick<ToInbox, 'channel' | 'name' | 'bytes'>): Promise<Dropped> => {
    const errors: AppError[] = [];
    const order = [...shares.filter((share) => !isSlow(share)), ...shares.filter(isSlow)];
    for (const share of order) {
      const told = await tryOne({ kind: 'send', share, ...file });
      const number = shares.indexOf(share) + 1;
      if (told.kind === 'sent') {
        hungAt.delete(share);
        log('inbox-sent', { share: number, how: told.dropped.how, read: told.dropped.isRead, bytes: file.bytes.length });
        return told.dropped;
      }
      log('inbox-refused', { share: number, error: told.error.code, ...told.error.data });
      errors.push(told.error);
    }
    const code = telling.find((known) => errors.some((error) => error.code === known));
    const worst = errors.find((error) => error.code === code) ?? errors[0];
    throw worst ? new AppFault(worst.code, worst.data) : new AppFault('INBOX_MISSING', { why: 'no-share' });
  };
  return {
    send(shares, file) {
      const sent = queue.then(() => send(shares, file));
      queue = sent.catch(() => undefined);
      return sent;
    },
  };
}
