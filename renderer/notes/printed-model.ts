// The notes that are printed after a guide, and their numbers. Only decisions.
import type { NoteId } from '../../content/core/annotation/model.ts';
import type { GuideNotes, ShownNote } from '../../electron/ipc/note-replies.ts';
import { notesOnPage } from './mark-model.ts';

export interface PrintedNote {
  /** From 1 in reading order; the same stands beside its words. Null: without a place in this edition. */
  readonly number: number | null;
  readonly shown: ShownNote;
}

/** Archived notes are not printed. Those without a place come last and have no number. */
export function printedNotes(notes: GuideNotes | null): readonly PrintedNote[] {
  const numbers = numbersOf(notes);
  const printed = (notes?.notes ?? [])
    .filter(({ note }) => !note.archived)
    .map((shown): PrintedNote => ({ number: numbers.get(shown.note.id) ?? null, shown }));
  return [...printed.filter(({ number }) => number !== null), ...printed.filter(({ number }) => number === null)];
}

export const numbersOf = (notes: GuideNotes | null): ReadonlyMap<NoteId, number> =>
  new Map(notesOnPage(notes).map(({ id }, at) => [id, at + 1]));
