// The notes process's own session in a process that can be killed: for each line that comes in it opens the notes anew,
// carries out one call, and says how it ended and what it did to files. Dies where the line says so.
import { createInterface } from 'node:readline';
import { asAppError } from '../../content/core/base/error.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import type { FromNotes } from '../../electron/workers/notes-protocol.ts';
import { createNotesSession } from '../../electron/workers/notes-session.ts';
import { openNoteTexts } from '../../electron/workers/notes-texts.ts';
import { draftParts } from '../support/draft-parts.ts';
import type { NoteJobLine } from '../support/note-crash-scene.ts';
import type { HookPlan, JobAnswer } from '../support/store-scene.ts';

declare const storeHook: {
  arm(plan: Partial<HookPlan>): void;
  disarm(): Pick<JobAnswer, 'changes' | 'whole' | 'seen'>;
};

/** The editions are read once: what is tried is the notes. */
let texts: ReturnType<typeof openNoteTexts> | null = null;

for await (const text of createInterface({ input: process.stdin })) {
  const { storeDirs, op, ...plan } = JSON.parse(text) as NoteJobLine;
  const faults: string[] = [];
  let told: (code: string) => void = () => undefined;
  const session = createNotesSession({
    send(message: FromNotes) {
      if (message.kind === 'reply') told(endedIn(message.value));
      else if (message.kind === 'failed') told(message.error.code);
      else if (message.kind === 'note') faults.push(message.code);
    },
    token: () => 'token',
    open: ({ notesDir }, log) => {
      texts ??= openNoteTexts({ open: () => openLocalStore(storeDirs), log: (_, thrown) => log(asAppError(thrown).code, {}) });
      return {
        store: openNoteStore({ folder: notesDir, log: (what) => log(what, {}) }),
        texts,
        writer: 'crash',
        ...draftParts(notesDir, 'crash'),
      };
    },
  });
  session.receive({ kind: 'start', notesDir: plan.store, storeDirs, dataDir: '' });
  await session.quiet();
  storeHook.arm(plan);
  const answer = new Promise<string>((resolve) => {
    told = resolve;
  });
  session.receive({ kind: 'call', seq: 1, name: op.name, request: op.request, now: op.now });
  const code = await answer;
  const seen = storeHook.disarm();
  process.stdout.write(`${JSON.stringify({ code, codes: faults, ...seen })}\n`);
}

/** An import that ended early is answered, and says why. */
function endedIn(value: unknown): string {
  const error = typeof value === 'object' && value !== null && 'error' in value ? (value.error as { code: string } | null) : null;
  return error?.code ?? 'fine';
}
