// The sync process of the app in Node's clothes: the real session, which hears and speaks over Node's own channel. One
// sign in a file for each blob that was written to the store, so that what a killed process had brought is known.
import fs, { openSync, writeSync } from 'node:fs';
import type { ToSync } from '../../electron/workers/sync-protocol.ts';
import { createSyncSession } from '../../electron/workers/sync-session.ts';

const [log = '', now = ''] = process.argv.slice(2);
const signs = openSync(log, 'a');
const write = writeSync;
/** The word before each blob in a segment. */
const record = 'ngb2';
const counting = (handle: number, bytes: NodeJS.ArrayBufferView, ...rest: readonly never[]): number => {
  const done = write(handle, bytes, ...rest);
  if (Buffer.from(bytes.buffer, bytes.byteOffset, record.length).toString('latin1') === record) write(signs, '.');
  return done;
};
// The store's own modules call it through the module object, as bundled code does.
fs.writeSync = counting as typeof fs.writeSync;

const session = createSyncSession({ send: (message) => process.send?.(message), now: () => new Date(now) });
process.on('message', (message: ToSync) => session.receive(message));
