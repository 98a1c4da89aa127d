// A real process with the real session, for the tests of the service. Some texts of notes make it do what processes do:
// die before it looks, die after it wrote and before it answers, hang. What ends in `once` does so only in the first.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openLocalStore } from '../../../content/node/local-store.ts';
import { openNoteStore } from '../../../content/node/note-store.ts';
import { openNoteWriter } from '../../../content/node/note-writer.ts';
import type { FromNotes, ToNotes } from '../../../electron/workers/notes-protocol.ts';
import { createNotesSession } from '../../../electron/workers/notes-session.ts';
import { openNoteTexts } from '../../../electron/workers/notes-texts.ts';
import { draftParts } from '../../support/draft-parts.ts';

let folder = '';
let tokens = 0;
const asked = new Map<number, string>();

function does(seq: number, what: string): boolean {
  const text = asked.get(seq) ?? '';
  if (!text.includes(`"${what}`)) return false;
  const mark = path.join(folder, what);
  if (text.includes(`"${what} once"`) && existsSync(mark)) return false;
  writeFileSync(mark, '');
  return true;
}

const session = createNotesSession({
  send: (message: FromNotes) => {
    if (message.kind === 'reply' && does(message.seq, 'die late')) process.exit(8);
    process.send?.(message);
  },
  token: () => `${process.pid}-${++tokens}`,
  open: ({ notesDir, storeDirs, dataDir }, log) => ({
    ...draftParts(dataDir, `child${process.pid}`),
    store: openNoteStore({ folder: notesDir, log: (what) => log(what, {}) }),
    texts: openNoteTexts({ open: () => openLocalStore(storeDirs), log: (code) => log(code, {}) }),
    writer: openNoteWriter(path.join(dataDir, 'notes-writer')).name,
  }),
});
process.on('message', (message: ToNotes) => {
  if (message.kind === 'start') folder = message.dataDir;
  if (message.kind === 'call') {
    asked.set(message.seq, JSON.stringify(message.request));
    if (does(message.seq, 'die early')) process.exit(7);
    if (does(message.seq, 'hang')) for (;;);
  }
  session.receive(message);
});
