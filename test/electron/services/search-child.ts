// A real process with the real session over a small store, for the tests of the service: `crash` and `hang` as
// queries make it do just that.
import { openSearchCache } from '../../../electron/workers/search-cache.ts';
import { createSearchEngine } from '../../../electron/workers/search-engine.ts';
import type { FromSearch, ToSearch } from '../../../electron/workers/search-protocol.ts';
import { createSearchSession } from '../../../electron/workers/search-session.ts';
import { smallStore } from '../workers/small-store.ts';

const send = (message: FromSearch) => process.send?.(message);
const session = createSearchSession({
  send,
  open: async (_storeDir, cacheDir) =>
    createSearchEngine({
      store: smallStore({ facebook: { edition: 'f1', guides: { page: '# Set up a Page\n\nText.' } } }).store,
      cache: openSearchCache(cacheDir),
      progress: (done, of) => send({ kind: 'progress', done, of }),
      note: (event, error) => send({ kind: 'note', event, error }),
      idle: () => {},
    }),
});
process.on('message', (message: ToSearch) => {
  if (message.kind === 'query' && message.request.text === 'crash') process.exit(7);
  if (message.kind === 'query' && message.request.text === 'hang') for (;;);
  session.receive(message);
});
