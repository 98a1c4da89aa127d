// The app's inbox process in Node's clothes: the real session, which hears and speaks over Node's own channel.
import type { FromInbox, ToInbox } from '../../electron/workers/inbox-protocol.ts';
import { createInboxSession } from '../../electron/workers/inbox-session.ts';

const session = createInboxSession({ send: (message: FromInbox) => void process.send?.(message), aliveMs: 200 });
process.on('message', (message: ToInbox) => session.receive(message));
