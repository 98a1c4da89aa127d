// Entry of the search process: an Electron utility process that may be killed at any time. Opens the local store
// for itself and only reads it; everything else is in search-session.ts and search-engine.ts.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openLocalStore } from '../../content/node/local-store.ts';
import { openSearchCache } from './search-cache.ts';
import { createSearchEngine } from './search-engine.ts';
import type { FromSearch, ToSearch } from './search-protocol.ts';
import { createSearchSession } from './search-session.ts';

const port = process.parentPort;
const send = (message: FromSearch) => port.postMessage(message);

// Indexing leaves garbage several times the size of the index, and an idle process would keep it for long.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const session = createSearchSession({
  send,
  open: async (storeDirs, cacheDir) =>
    createSearchEngine({
      store: await openLocalStore(storeDirs),
      cache: openSearchCache(cacheDir),
      progress: (done, of) => send({ kind: 'progress', done, of }),
      note: (event, error) => send({ kind: 'note', event, error }),
      idle: collect,
    }),
});
port.on('message', ({ data }) => session.receive(data as ToSearch));
