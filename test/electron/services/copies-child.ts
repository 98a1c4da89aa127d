// The session of copies in a process of its own, over `fork`'s channel in place of Electron's. A folder called `frozen` holds the
// whole process, as a system call on a dead server does; one called `broken` ends it.
import path from 'node:path';
import type { FromCopies, ToCopies } from '../../../electron/workers/copies-protocol.ts';
import { createCopiesSession } from '../../../electron/workers/copies-session.ts';

const session = createCopiesSession({ send: (message: FromCopies) => void process.send?.(message) });
process.on('message', (data) => {
  const message = data as ToCopies;
  const folder = path.basename(path.dirname(message.file));
  if (folder === 'broken') process.exit(3);
  const hold = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  if (folder === 'frozen') process.send?.({ kind: 'made' } satisfies FromCopies, undefined, {}, hold);
  else session.receive(message);
});
