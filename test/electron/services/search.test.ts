import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppFault } from '../../../content/core/base/error.ts';
import type { SearchRequest } from '../../../content/core/search/model.ts';
import { createSearchService, type SearchProcess, type SearchService, searchHandlers } from '../../../electron/services/search.ts';
import type { FromSearch, ToSearch } from '../../../electron/workers/search-protocol.ts';

const request = (text: string): SearchRequest => ({ text, channels: [], limit: 10, verbatim: false });
const code = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'answered',
    (fault: AppFault) => `${fault.code} ${fault.data.reason ?? ''}`.trim(),
  );

let cacheDir = '';
let services: SearchService[] = [];
let log: string[] = [];
let forks = 0;
beforeEach(() => {
  cacheDir = mkdtempSync(path.join(tmpdir(), 'search-service-'));
  services = [];
  log = [];
  forks = 0;
});
afterEach(() => {
  for (const service of services) service.stop();
  rmSync(cacheDir, { recursive: true, force: true });
});

function service(start: () => SearchProcess, timeoutMs = 20_000): SearchService {
  const made = createSearchService({
    fork: () => {
      forks += 1;
      return start();
    },
    storeDir: 'store',
    cacheDir,
    log: (event) => log.push(event),
    progress: ({ done, of }) => log.push(`${done}/${of}`),
    timeoutMs,
    backOffMs: 10,
  });
  services.push(made);
  return made;
}

/** The real session in a process of its own, behind the shape of Electron's. */
function realProcess(): SearchProcess {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'search-child.ts'), { execArgv: ['--import', 'tsx'] });
  return {
    postMessage: (message) => void child.send(message),
    on: (event: 'message' | 'exit', listener: ((message: FromSearch) => void) & ((code: number) => void)) =>
      event === 'message'
        ? child.on('message', (message) => listener(message as FromSearch & number))
        : child.on('exit', (exit) => listener((exit ?? -1) as FromSearch & number)),
    kill: () => child.kill('SIGKILL'),
  };
}

/** A process that does what the test says with each query. */
function scripted(
  onQuery: (seq: number, text: string, tell: (message: FromSearch) => void, exit: (code: number) => void) => void,
): SearchProcess {
  let tell: (message: FromSearch) => void = () => {};
  let exit: (code: number) => void = () => {};
  return {
    postMessage(message: ToSearch) {
      if (message.kind === 'query') setImmediate(() => onQuery(message.seq, message.request.text, tell, exit));
    },
    on(event: 'message' | 'exit', listener: never) {
      if (event === 'message') tell = listener;
      else exit = listener;
    },
    kill() {
      setImmediate(() => exit(0));
      return true;
    },
  };
}
const empty = { hits: [], total: 0, correction: null, scope: { channels: [], unknown: [] }, indexing: null, empty: false };

test('nothing is started before it is asked for', () => {
  service(realProcess);
  expect(forks).toBe(0);
});

test('queries go to a process that starts, crashes and hangs, and are answered again after it', { timeout: 40_000 }, async () => {
  const search = service(realProcess);
  search.warm();
  expect((await search.query(request('page'))).hits.map((hit) => hit.guide)).toEqual(['page']);
  expect(log.at(-1)).toBe('1/1');
  expect(await code(search.query(request('crash')))).toBe('SEARCH_UNAVAILABLE crash');
  expect((await search.query(request('page'))).total).toBe(1);
  const quick = service(realProcess, 3_000);
  expect((await quick.query(request('page'))).total).toBe(1);
  expect(await code(quick.query(request('hang')))).toBe('SEARCH_UNAVAILABLE timeout');
  expect((await quick.query(request('page'))).total).toBe(1);
  expect(log).toContain('search-process-hung');
});

test('a query that was overtaken is cancelled', async () => {
  const search = service(() =>
    scripted((seq, text, tell) => tell(text === 'old' ? { kind: 'stale', seq } : { kind: 'reply', seq, reply: empty })),
  );
  const old = code(search.query(request('old')));
  expect(await code(search.query(request('new')))).toBe('answered');
  expect(await old).toBe('CANCELLED');
});

test('a process that dies at once is asked twice, then given up, and later tried again', async () => {
  let alive = false;
  const search = service(() => scripted((seq, _text, tell, exit) => (alive ? tell({ kind: 'reply', seq, reply: empty }) : exit(1))));
  expect(await code(search.query(request('a')))).toBe('SEARCH_UNAVAILABLE crash');
  expect(forks).toBe(2);
  alive = true;
  await wait(60);
  expect(await code(search.query(request('b')))).toBe('answered');
});

test('a query that comes during the pause after a crash waits for the restart', async () => {
  let deaths = 0;
  const search = service(() =>
    scripted((seq, text, tell, exit) => {
      if (text === 'bad' && deaths++ === 0) exit(1);
      else tell({ kind: 'reply', seq, reply: empty });
    }),
  );
  const first = search.query(request('bad'));
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(await code(search.query(request('good')))).toBe('answered');
  expect(await code(first)).toBe('answered');
  expect(forks).toBe(2);
});

test('a failure inside is told with its code, and goes to the log without the query', async () => {
  const search = service(() => scripted((seq, _text, tell) => tell({ kind: 'failed', seq, error: { code: 'STORE_DENIED', data: {} } })));
  expect(await code(search.query(request('secret')))).toBe('SEARCH_UNAVAILABLE STORE_DENIED');
  expect(log.join()).not.toContain('secret');
});

test('after the end nothing is started or left waiting', async () => {
  const search = service(() => scripted(() => {}));
  const left = code(search.query(request('a')));
  search.stop();
  expect(await left).toBe('SEARCH_UNAVAILABLE stopped');
  expect(await code(search.query(request('b')))).toBe('SEARCH_UNAVAILABLE stopped');
  search.warm();
  expect(forks).toBe(1);
});

test('the contract is answered by the service', async () => {
  const handlers = searchHandlers(service(() => scripted((seq, _text, tell) => tell({ kind: 'reply', seq, reply: empty }))));
  expect(handlers['search.warm']({})).toBeNull();
  expect(await handlers['search.query']({ text: 'a', channels: [], limit: 10, verbatim: false })).toEqual(empty);
  expect(forks).toBe(1);
});
