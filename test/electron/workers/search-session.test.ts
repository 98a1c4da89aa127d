import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';
import type { SearchReply, SearchRequest } from '../../../content/core/search/model.ts';
import type { SearchEngine } from '../../../electron/workers/search-engine.ts';
import type { FromSearch } from '../../../electron/workers/search-protocol.ts';
import { createSearchSession } from '../../../electron/workers/search-session.ts';
import { ask, guide, library } from '../../core/search/small-library.ts';

const request = (text: string): SearchRequest => ({ text, channels: [], limit: 10, verbatim: false });
const from = library([guide('a', '# Page')]);

function conversation(open: () => Promise<SearchEngine>) {
  const sent: FromSearch[] = [];
  const session = createSearchSession({ send: (message) => sent.push(message), open });
  const brief = () => sent.map((message) => ('seq' in message ? `${message.kind} ${message.seq}` : message.kind));
  return { session, sent, brief };
}

function engine(reply: (asked: SearchRequest) => SearchReply = (asked) => ask(from, asked.text), updates: boolean[] = []): SearchEngine {
  return {
    query: reply,
    update: async (options = { reload: false }) => {
      updates.push(options.reload);
    },
  };
}

test('of several queries only the newest is answered, the others are stale', async () => {
  const { session, brief } = conversation(async () => engine());
  session.receive({ kind: 'start', storeDir: 's', cacheDir: 'c' });
  await wait(10);
  for (const seq of [1, 2, 3]) session.receive({ kind: 'query', seq, request: request('page') });
  await wait(30);
  expect(brief()).toEqual(['stale 1', 'stale 2', 'reply 3']);
});

test('a query that comes before the store is open waits for it', async () => {
  const { session, brief } = conversation(async () => {
    await wait(40);
    return engine();
  });
  session.receive({ kind: 'start', storeDir: 's', cacheDir: 'c' });
  session.receive({ kind: 'query', seq: 1, request: request('page') });
  await wait(10);
  expect(brief()).toEqual([]);
  await wait(80);
  expect(brief()).toEqual(['reply 1']);
});

test('an empty answer is kept back while indexes are being made', async () => {
  let ready = false;
  const { session, brief, sent } = conversation(async () =>
    engine((asked) => (ready ? ask(from, asked.text) : { ...ask(library([]), asked.text), indexing: { done: 0, of: 1 } })),
  );
  session.receive({ kind: 'start', storeDir: 's', cacheDir: 'c' });
  session.receive({ kind: 'query', seq: 1, request: request('page') });
  await wait(60);
  expect(brief()).toEqual([]);
  ready = true;
  await wait(120);
  expect(brief()).toEqual(['reply 1']);
  expect(sent[0]?.kind === 'reply' && sent[0].reply.total).toBe(1);
});

test('a store that cannot be opened fails queries until a reload finds it', async () => {
  let there = false;
  const { session, brief, sent } = conversation(async () => {
    if (!there) throw new AppFault('STORE_DENIED');
    return engine();
  });
  session.receive({ kind: 'start', storeDir: 's', cacheDir: 'c' });
  session.receive({ kind: 'query', seq: 1, request: request('page') });
  await wait(30);
  expect(brief()).toEqual(['note', 'failed 1']);
  expect(sent[1]).toMatchObject({ error: { code: 'STORE_DENIED' } });
  there = true;
  session.receive({ kind: 'reload' });
  await wait(20);
  session.receive({ kind: 'query', seq: 2, request: request('page') });
  await wait(30);
  expect(brief().at(-1)).toBe('reply 2');
});

test('an engine that throws fails that query only', async () => {
  const { session, brief } = conversation(async () =>
    engine((asked) => {
      if (asked.text === 'bad') throw new Error('a fault of ours');
      return ask(from, asked.text);
    }),
  );
  session.receive({ kind: 'start', storeDir: 's', cacheDir: 'c' });
  session.receive({ kind: 'query', seq: 1, request: request('bad') });
  await wait(30);
  session.receive({ kind: 'query', seq: 2, request: request('page') });
  await wait(30);
  expect(brief()).toEqual(['failed 1', 'reply 2']);
});

test('a reload brings the engine up to date, also one that comes too early', async () => {
  const updates: boolean[] = [];
  const { session } = conversation(async () => {
    await wait(20);
    return engine(undefined, updates);
  });
  session.receive({ kind: 'start', storeDir: 's', cacheDir: 'c' });
  session.receive({ kind: 'reload' });
  await wait(50);
  session.receive({ kind: 'reload' });
  await wait(10);
  expect(updates).toEqual([true, true]);
});

test('the store that all users share is opened beside the person’s own, also when it is tried again', async () => {
  const opened: (readonly string[])[] = [];
  const sent: FromSearch[] = [];
  const session = createSearchSession({
    send: (message) => sent.push(message),
    open: async (storeDirs) => {
      opened.push(storeDirs);
      if (opened.length === 1) throw new AppFault('STORE_DENIED');
      return engine();
    },
  });
  session.receive({ kind: 'start', storeDir: 's', machineDir: 'm', cacheDir: 'c' });
  await wait(10);
  session.receive({ kind: 'reload' });
  await wait(10);
  expect(opened).toEqual([
    ['s', 'm'],
    ['s', 'm'],
  ]);
});
