// Which note's card is open and how it was asked for; and notes that are shown before they are on disk, so that a
// highlight is there in the next frame and a card can be written in at once.
import type { HighlightName, Note, NoteId } from '../../content/core/annotation/model.ts';
import type { NotePart, ShownNote } from '../../electron/ipc/note-replies.ts';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { activeNote, findNote, openNotes } from '../state/notes.ts';
import { createStore } from '../state/store.ts';

/** How the card of this note is to open; that of any other opens to be read. */
export const cardWish = createStore<{ readonly id: NoteId; readonly edit: boolean } | null>(null);

export function openCard(id: NoteId, edit = false): void {
  cardWish.set({ id, edit });
  activeNote.set(id);
}

export const wishesToEdit = (id: NoteId): boolean => {
  const wish = cardWish.get();
  return wish?.id === id && wish.edit;
};

export interface NoteToBe {
  readonly guide: GuideDocument;
  readonly passage: Passage;
  readonly highlight: HighlightName;
  readonly tags: readonly string[];
  /** What the notice says once it is kept. */
  readonly said: string;
  readonly parts: readonly NotePart[];
  /** The words that it is on. */
  readonly words: string;
}
interface Pending {
  readonly note: NoteToBe;
  readonly shown: ShownNote;
}
export const notesToBe = createStore<ReadonlyMap<NoteId, Pending>>(new Map());

/** Shows a note that is about to be kept. @param now ISO time */
export function showAtOnce(id: NoteId, note: NoteToBe, now: string): void {
  const shown = shownAs(id, note, now);
  notesToBe.update((pending) => new Map(pending).set(id, { note, shown }));
  openNotes.update((notes) => notes && { ...notes, notes: [...notes.notes, shown] });
}

/** Null once it is on disk. */
export const noteToBe = (id: NoteId): NoteToBe | null => notesToBe.get().get(id)?.note ?? null;

/** It is on disk, or is not to be any more: then it goes from the page as well. */
export function settleNote(id: NoteId, isKept: boolean): void {
  if (!noteToBe(id)) return;
  notesToBe.update((pending) => new Map([...pending].filter(([each]) => each !== id)));
  if (isKept) return;
  openNotes.update((notes) => notes && { ...notes, notes: notes.notes.filter(({ note }) => note.id !== id) });
}

/** As it is kept, or as it is about to be. */
export function cardNote(id: NoteId | null): ShownNote | null {
  return findNote(openNotes.get(), id) ?? (id === null ? null : (notesToBe.get().get(id)?.shown ?? null));
}

/** As the notes process will answer, but for what only it can know. */
function shownAs(id: NoteId, { guide, passage, highlight, tags, parts, words }: NoteToBe, now: string): ShownNote {
  const anchor: Note['anchor'] = {
    edition: { version: guide.seal.version, digest: '' },
    block: passage.start.block,
    ...{ start: 0, end: words.length, exact: words, prefix: '', suffix: '' },
  };
  const note: Note = {
    ...{ id, guide: guide.summary.id, highlight, text: '', tags, created: now, modified: now, archived: false },
    ...{ anchor, fate: 'unchanged', before: null, clock: {} },
  };
  return { note, parts, fate: 'unchanged' };
}
