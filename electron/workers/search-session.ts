// One conversation with the main process: takes messages, answers the newest query and drops the ones it overtook.
// Queries that come before the store is open wait for it.
import { setImmediate as later } from 'node:timers';
import { asAppError } from '../../content/core/base/error.ts';
import type { SearchRequest } from '../../content/core/search/model.ts';
import type { SearchEngine } from './search-engine.ts';
import type { FromSearch, ToSearch } from './search-protocol.ts';

/** While indexes are being made, an empty answer is kept back this long: "nothing found" would be wrong in a moment. */
const patienceMs = 1_500;
const lookAgainMs = 40;

export interface SessionPorts {
  readonly send: (message: FromSearch) => void;
  readonly open: (storeDirs: readonly string[], cacheDir: string) => Promise<SearchEngine>;
}

type Start = Extract<ToSearch, { kind: 'start' }>;

export interface SearchSession {
  receive(message: ToSearch): void;
}

export function createSearchSession({ send, open }: SessionPorts): SearchSession {
  let engine: SearchEngine | null = null;
  let broken: unknown = null;
  let reloadWanted = false;
  let waiting: { readonly seq: number; readonly request: SearchRequest; readonly since: number } | null = null;
  let scheduled = false;

  const answer = () => {
    scheduled = false;
    const query = waiting;
    if (!query || (!engine && broken === null)) return;
    try {
      if (!engine) throw broken;
      const reply = engine.query(query.request);
      if (reply.indexing && reply.total === 0 && !reply.empty && performance.now() - query.since < patienceMs) {
        scheduled = true;
        setTimeout(answer, lookAgainMs);
        return;
      }
      waiting = null;
      send({ kind: 'reply', seq: query.seq, reply });
    } catch (thrown) {
      waiting = null;
      send({ kind: 'failed', seq: query.seq, error: asAppError(thrown) });
    }
  };
  // Messages that are already here are taken first, so that only the newest query is worked on.
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    later(answer);
  };

  const start = async ({ storeDir, machineDir, cacheDir }: Start): Promise<void> => {
    try {
      engine = await open(machineDir === undefined ? [storeDir] : [storeDir, machineDir], cacheDir);
      broken = null;
    } catch (thrown) {
      broken = thrown;
      send({ kind: 'note', event: 'search-store', error: asAppError(thrown) });
    }
    schedule();
    await engine?.update({ reload: reloadWanted });
  };

  let last: Start | null = null;
  return {
    receive(message) {
      switch (message.kind) {
        case 'start':
          last = message;
          void start(message);
          return;
        case 'query':
          if (waiting) send({ kind: 'stale', seq: waiting.seq });
          waiting = { seq: message.seq, request: message.request, since: performance.now() };
          schedule();
          return;
        case 'reload':
          if (engine) void engine.update({ reload: true });
          else if (broken !== null && last) void start(last);
          else reloadWanted = true;
          return;
      }
    },
  };
}
