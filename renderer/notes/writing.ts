// Writing in a note: what its field types goes through here to the disk, and what a sitting changed is one step of undo.
import type { NoteId } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { Result } from '../../content/core/base/result.ts';
import type { EditedNotes } from '../../electron/ipc/note-replies.ts';
import type { AppError } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { editNotes, findNote, openNotes, rememberStep, showHeld } from '../state/notes.ts';
import type { Store } from '../state/store.ts';
import { noteDone } from '../text/notes-card.ts';
import { noteToBe, settleNote } from './card-store.ts';
import { offerUndo } from './note-actions.ts';
import { type Kept, startSaving, stopSaving } from './text-saver.ts';

export interface Writing {
  readonly text: string;
  readonly kept: Store<Kept>;
  /** The field is closed. Resolves when all is on disk or was tried. */
  close(): Promise<void>;
}

interface Sitting {
  /** Of the first change: undone, the note says what it said before. */
  token: string | null;
  isTold: boolean;
  readonly isNew: boolean;
}

/** The field of a note opens. */
export function openWriting(guide: GuideId, id: NoteId, text: string): Writing {
  const isNew = noteToBe(id) !== null;
  const sitting: Sitting = { token: null, isTold: false, isNew };
  const started = startSaving(id, isNew ? null : text, async (words) => {
    const reply = await sendText(guide, id, words, sitting);
    if (reply.ok) sitting.isTold = false;
    else if (!sitting.isTold) {
      // Once: it is tried again by itself, and the field says so.
      sitting.isTold = true;
      tellFault(reply.error);
    }
    return reply;
  });
  const before = started.text;
  return {
    text: before,
    kept: started.kept,
    close: async () => {
      await stopSaving(id);
      showHeld();
      if (sitting.token === null) return;
      // Of a new note the notice has been shown: its words are only one more step.
      if (isNew) rememberStep({ tokens: [sitting.token], text: noteDone.rewritten });
      else offerUndo([sitting.token], noteDone.rewritten);
      sitting.token = null;
    },
  };
}

async function sendText(guide: GuideId, id: NoteId, text: string, sitting: Sitting): Promise<Result<EditedNotes, AppError>> {
  const toBe = noteToBe(id);
  if (toBe) {
    const { passage, highlight, tags, said } = toBe;
    const edition = toBe.guide.seal.version;
    const reply = await editNotes(guide, edition, [{ kind: 'add', id, passage, highlight, text, tags: [...tags] }]);
    if (reply.ok) {
      settleNote(id, true);
      offerUndo([reply.value.undo], said);
    }
    return reply;
  }
  const open = openNotes.get();
  // The mark in the margin says whether there are words; which they are is drawn when the field closes.
  const isQuiet = (text.trim() === '') === ((findNote(open, id)?.note.text ?? '').trim() === '');
  const reply = await editNotes(guide, open?.guide === guide ? open.edition : 0, [{ kind: 'revise', id, text }], isQuiet);
  if (reply.ok) sitting.token ??= reply.value.undo;
  return reply;
}
