// Entry of the sync process: an Electron utility process that may hang on a share and be killed at any time. The
// store is whole at every moment; what was half done is taken up by the next round.
import { now } from '../../content/node/clock.ts';
import type { FromSync, ToSync } from './sync-protocol.ts';
import { createSyncSession } from './sync-session.ts';

const port = process.parentPort;
const session = createSyncSession({ send: (message: FromSync) => port.postMessage(message), now });
port.on('message', ({ data }) => session.receive(data as ToSync));
