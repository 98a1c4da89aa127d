// Entry of the process of the shared notes folder: there for one round, and only to touch that folder, on which it may
// hang. What it was writing when it is killed has another name until it is whole.
import type { FromExchange, ToExchange } from './notes-exchange-protocol.ts';
import { createExchangeSession } from './notes-exchange-session.ts';

const port = process.parentPort;
const session = createExchangeSession({ send: (message: FromExchange) => port.postMessage(message) });
port.on('message', ({ data }) => session.receive(data as ToExchange));
