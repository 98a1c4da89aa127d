// Joins the search process to the contract: starts it when it is first needed, passes queries on, and starts it
// again when it died or hangs. Holds no rule of the search itself.
import { AppFault } from '../../content/core/base/error.ts';
import type { SearchReply, SearchRequest } from '../../content/core/search/model.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { FromSearch, ToSearch } from '../workers/search-protocol.ts';

/** The part of Electron's utility process that is used. */
export interface SearchProcess {
  postMessage(message: ToSearch): void;
  on(event: 'message', listener: (message: FromSearch) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface SearchPorts {
  readonly fork: () => SearchProcess;
  readonly storeDir: string;
  /** A store that all users of the PC share. */
  readonly machineDir?: string;
  readonly cacheDir: string;
  /** Codes and figures only: never what was searched for. */
  readonly log: (event: string, facts: Readonly<Record<string, string | number | boolean>>) => void;
  readonly progress: (state: { readonly done: number; readonly of: number }) => void;
  /** Milliseconds until a query counts as lost, and before the first restart; shorter in tests only. */
  readonly timeoutMs?: number;
  readonly backOffMs?: number;
}

export interface SearchService {
  /** Rejects with CANCELLED when a newer query overtook it, with SEARCH_UNAVAILABLE when no answer came. */
  query(request: SearchRequest): Promise<SearchReply>;
  /** Starts the process, so that the first query does not wait for it. */
  warm(): void;
  /** The library changed: the process reads it again. */
  reload(): void;
  stop(): void;
}

/** A person has given up by then; the window says so and offers to try again. */
const usualTimeoutMs = 5_000;

/** First pause before a restart; doubles with each crash in a row, so that a process that cannot live costs little. */
const usualBackOffMs = 200;
const longestBackOffMs = 60_000;

/** A query that was lost with its process is asked once more, not for ever. */
const mostAttempts = 2;

interface Pending {
  readonly request: SearchRequest;
  readonly resolve: (reply: SearchReply) => void;
  readonly reject: (fault: AppFault) => void;
  readonly timer: NodeJS.Timeout;
  attempts: number;
}

export function createSearchService(ports: SearchPorts): SearchService {
  const { fork, storeDir, machineDir, cacheDir, log, progress, timeoutMs = usualTimeoutMs, backOffMs = usualBackOffMs } = ports;
  const pending = new Map<number, Pending>();
  let child: SearchProcess | null = null;
  let restart: NodeJS.Timeout | null = null;
  let crashes = 0;
  let next = 1;
  let stopped = false;

  const take = (seq: number): Pending | undefined => {
    const found = pending.get(seq);
    if (found) {
      clearTimeout(found.timer);
      pending.delete(seq);
    }
    return found;
  };

  const receive = (message: FromSearch): void => {
    switch (message.kind) {
      case 'reply':
        crashes = 0;
        take(message.seq)?.resolve(message.reply);
        return;
      case 'stale':
        take(message.seq)?.reject(new AppFault('CANCELLED'));
        return;
      case 'failed':
        log('search-failed', { error: message.error.code });
        take(message.seq)?.reject(new AppFault('SEARCH_UNAVAILABLE', { reason: message.error.code }));
        return;
      case 'progress':
        progress({ done: message.done, of: message.of });
        return;
      case 'note':
        log(message.event, { ...message.error.data, error: message.error.code });
        return;
    }
  };

  const ask = (seq: number, query: Pending): void => {
    query.attempts += 1;
    child?.postMessage({ kind: 'query', seq, request: query.request });
  };

  const start = (): void => {
    if (child || restart || stopped) return;
    const started = fork();
    child = started;
    started.on('message', (message) => {
      if (child === started) receive(message);
    });
    started.on('exit', (code) => {
      if (child === started) lost(code);
    });
    started.postMessage({ kind: 'start', storeDir, ...(machineDir === undefined ? {} : { machineDir }), cacheDir });
    for (const [seq, query] of pending) ask(seq, query);
  };

  const lost = (code: number): void => {
    child = null;
    if (stopped) return;
    crashes += 1;
    const wait = Math.min(longestBackOffMs, backOffMs * 2 ** (crashes - 1));
    log('search-process-ended', { code, crashes, wait });
    for (const [seq, query] of [...pending]) {
      if (query.attempts >= mostAttempts) take(seq)?.reject(new AppFault('SEARCH_UNAVAILABLE', { reason: 'crash' }));
    }
    restart = setTimeout(() => {
      restart = null;
      // Nobody waits: the next query or reach for the box starts it.
      if (pending.size > 0) start();
    }, wait);
    // A pause must not keep the app from closing.
    restart.unref();
  };

  const hung = (seq: number): void => {
    const late = take(seq);
    if (!late) return;
    late.reject(new AppFault('SEARCH_UNAVAILABLE', { reason: 'timeout' }));
    const old = child;
    if (!old) return;
    log('search-process-hung', { waiting: pending.size });
    old.kill();
    if (child === old) lost(-1);
  };

  return {
    query(request) {
      if (stopped) return Promise.reject(new AppFault('SEARCH_UNAVAILABLE', { reason: 'stopped' }));
      return new Promise((resolve, reject) => {
        const seq = next++;
        const query: Pending = { request, resolve, reject, timer: setTimeout(() => hung(seq), timeoutMs), attempts: 0 };
        pending.set(seq, query);
        if (child) ask(seq, query);
        else start();
      });
    },
    warm: start,
    reload() {
      child?.postMessage({ kind: 'reload' });
    },
    stop() {
      stopped = true;
      if (restart) clearTimeout(restart);
      for (const seq of [...pending.keys()]) take(seq)?.reject(new AppFault('SEARCH_UNAVAILABLE', { reason: 'stopped' }));
      child?.kill();
      child = null;
    },
  };
}

export function searchHandlers(service: SearchService): Pick<Handlers, 'search.query' | 'search.warm'> {
  return {
    'search.query': (request) => service.query(request),
    'search.warm': () => {
      service.warm();
      return null;
    },
  };
}
