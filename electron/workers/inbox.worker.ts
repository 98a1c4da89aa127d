// Entry of the process that writes into the inbox of a share: there for one file, and only to touch that folder, on which
// it may hang. What it was writing when it is killed has another name until it is whole.
import type { FromInbox, ToInbox } from './inbox-protocol.ts';
import { createInboxSession } from './inbox-session.ts';

const port = process.parentPort;
const session = createInboxSession({ send: (message: FromInbox) => port.postMessage(message) });
port.on('message', ({ data }) => session.receive(data as ToInbox));
