// Entry of the process that makes one copy of a guide: there for that copy only, so that neither the window nor the main process
// waits for it, and a folder that hangs takes only this process with it.
import type { FromCopies, ToCopies } from './copies-protocol.ts';
import { createCopiesSession } from './copies-session.ts';

const port = process.parentPort;
const session = createCopiesSession({ send: (message: FromCopies) => port.postMessage(message) });
port.on('message', ({ data }) => session.receive(data as ToCopies));
