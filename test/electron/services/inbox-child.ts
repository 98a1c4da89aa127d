// The inbox session in a process of its own, over `fork`'s channel in place of Electron's. A share called `frozen` holds the
// whole process, as a system call on a dead server does; one called `broken` ends it.
import path from 'node:path';
import type { FromInbox, ToInbox } from '../../../electron/workers/inbox-protocol.ts';
import { createInboxSession } from '../../../electron/workers/inbox-session.ts';

const session = createInboxSession({ send: (message: FromInbox) => void process.send?.(message), aliveMs: 50 });
process.on('message', (data) => {
  const message = data as ToInbox;
  const share = path.basename(message.share);
  if (share === 'broken') process.exit(3);
  const hold = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  if (share === 'frozen') process.send?.({ kind: 'alive' } satisfies FromInbox, undefined, {}, hold);
  else session.receive(message);
});
