// Entry of the notes process: the only one that writes a person's notes. It may be killed at any time; what it has
// answered is on disk. Everything is in notes-session.ts and the jobs beside it.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { asAppError } from '../../content/core/base/error.ts';
import { openDraftEvidence } from '../../content/node/draft-evidence.ts';
import { openDraftStore } from '../../content/node/draft-store.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import { openNoteWriter } from '../../content/node/note-writer.ts';
import type { FromNotes, ToNotes } from './notes-protocol.ts';
import { createNotesSession } from './notes-session.ts';
import { openNoteTexts } from './notes-texts.ts';

const port = process.parentPort;
const session = createNotesSession({
  send: (message: FromNotes) => port.postMessage(message),
  token: randomUUID,
  open: ({ notesDir, storeDirs, dataDir }, log) => {
    const writer = openNoteWriter(path.join(dataDir, 'notes-writer')).name;
    const suggestions = path.join(dataDir, 'suggestions');
    return {
      writer,
      drafts: openDraftStore({ folder: suggestions, writer, log: (what, file) => log(what, { file }) }),
      evidence: openDraftEvidence(path.join(suggestions, 'evidence')),
      store: openNoteStore({ folder: notesDir, log: (what, file) => log(what, { file }) }),
      texts: openNoteTexts({
        open: () => openLocalStore(storeDirs),
        log: (code, thrown) => log(code, { error: asAppError(thrown).code }),
      }),
    };
  },
});
port.on('message', ({ data }) => session.receive(data as ToNotes));
