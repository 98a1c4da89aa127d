// The exchange session in a process of its own, over `fork`'s channel in place of Electron's. A folder called `frozen`
// holds the whole process, as a system call on a dead server does; one called `broken` ends it.
import path from 'node:path';
import type { FromExchange, ToExchange } from '../../../electron/workers/notes-exchange-protocol.ts';
import { createExchangeSession } from '../../../electron/workers/notes-exchange-session.ts';

const session = createExchangeSession({ send: (message: FromExchange) => void process.send?.(message), aliveMs: 50 });
process.on('message', (data) => {
  const message = data as ToExchange;
  const folder = message.kind === 'round' ? path.basename(message.round.folder) : '';
  if (folder === 'broken') process.exit(3);
  const hold = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  if (folder === 'frozen') process.send?.({ kind: 'alive' } satisfies FromExchange, undefined, {}, hold);
  else session.receive(message);
});
