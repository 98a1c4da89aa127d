// Everything a person can do to notes, each with the notice that says so and a way back. What could not be done is told
// as a fault; nothing here decides where a note stands.
import type { HighlightName, NoteId } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { ShownNote } from '../../electron/ipc/note-replies.ts';
import type { NoteEdit, NoteName, Passage } from '../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import type { AppError } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { activeNote, editNotes, openNotes, rememberStep, undoLast } from '../state/notes.ts';
import { notify } from '../state/notices.ts';
import { createStore } from '../state/store.ts';
import { noteDone } from '../text/notes-card.ts';
import { shellText } from '../text/shell.ts';

/** The kind that was chosen last: what the plain button and Ctrl+Alt+1 give. Kept while the window is open. */
export const lastHighlight = createStore<HighlightName>('important');

export interface NewNote {
  readonly highlight: HighlightName;
  /** Light markdown; empty for a highlight alone. */
  readonly text: string;
  readonly tags: readonly string[];
  /** Known before the answer is here, so that a card can be open and written in meanwhile. */
  readonly id?: NoteId;
  /** What the notice says; without it the highlight's own words. */
  readonly said?: string;
}

export const newNoteId = (): NoteId => `urn:uuid:${crypto.randomUUID()}` as NoteId;

/** The new note's id once it is on disk; null where it could not be kept. */
export async function addNote(
  guide: GuideDocument,
  passage: Passage,
  { highlight, text, tags, id, said }: NewNote,
): Promise<NoteId | null> {
  const made = id ?? newNoteId();
  lastHighlight.set(highlight);
  const edit: NoteEdit = { kind: 'add', id: made, passage, highlight, text, tags: [...tags] };
  const done = await carryOut(
    [{ guide: guide.summary.id, edition: guide.seal.version, edits: [edit] }],
    said ?? noteDone.highlighted(highlight),
  );
  return done ? made : null;
}

export interface NoteChange {
  readonly highlight?: HighlightName;
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly archived?: boolean;
}

/** The same change to each of these notes. True when all of them are on disk. */
export function changeNotes(names: readonly NoteName[], change: NoteChange): Promise<boolean> {
  const { highlight, text, tags, archived } = change;
  if (highlight !== undefined) lastHighlight.set(highlight);
  const revise = {
    ...(highlight === undefined ? {} : { highlight }),
    ...(text === undefined ? {} : { text }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(archived === undefined ? {} : { archived }),
  };
  const takeBack = showAtOnce(names, (shown) => ({ ...shown, note: { ...shown.note, ...revise } }));
  return takenBack(
    takeBack,
    editEach(names, (id) => ({ kind: 'revise', id, ...revise }), changeWords(names.length, change)),
  );
}

function changeWords(count: number, { highlight, text, tags, archived }: NoteChange): string {
  const said = [
    ...(highlight === undefined ? [] : [noteDone.recoloured(count, highlight)]),
    ...(text === undefined ? [] : [noteDone.rewritten]),
    ...(tags === undefined ? [] : [noteDone.tagged(count)]),
    ...(archived === undefined ? [] : [archived ? noteDone.archived(count) : noteDone.unarchived(count)]),
  ];
  const [only = ''] = said;
  return said.length === 1 ? only : noteDone.changed(count);
}

export function deleteNotes(names: readonly NoteName[]): Promise<boolean> {
  const open = activeNote.get();
  if (names.some(({ id }) => id === open)) activeNote.set(null);
  const takeBack = showAtOnce(names, () => null);
  return takenBack(
    takeBack,
    editEach(names, (id) => ({ kind: 'delete', id }), noteDone.deleted(names.length)),
  );
}

/** Shows a change of notes on the page before it is kept; null takes a note away. Returns how to show it as it was. */
function showAtOnce(names: readonly NoteName[], change: (shown: ShownNote) => ShownNote | null): () => void {
  const before = openNotes.get();
  const ids = new Set(names.filter(({ guide }) => guide === before?.guide).map(({ id }) => id));
  if (!before || ids.size === 0) return () => undefined;
  const after = { ...before, notes: before.notes.flatMap((shown) => (ids.has(shown.note.id) ? (change(shown) ?? []) : [shown])) };
  openNotes.set(after);
  // What came meanwhile knows better.
  return () => openNotes.update((now) => (now === after ? before : now));
}

async function takenBack(takeBack: () => void, done: Promise<boolean>): Promise<boolean> {
  const isDone = await done;
  if (!isDone) takeBack();
  return isDone;
}

/** A person chose where it stands now. @param edition the one that the passage is counted in; 0: the newest held */
export function placeNote(guide: GuideId, edition: number, id: NoteId, passage: Passage): Promise<boolean> {
  return carryOut([{ guide, edition, edits: [{ kind: 'place', id, passage }] }], noteDone.placed);
}

/** A person has seen what became of the words of these notes, and leaves them as they are. */
export function acceptNotes(names: readonly NoteName[]): Promise<boolean> {
  return editEach(names, (id) => ({ kind: 'accept', id }), noteDone.accepted(names.length));
}

/** Ctrl+Z: takes back what was done to notes last, and says what it was. */
export async function undoNote(): Promise<void> {
  const undone = await undoLast();
  if (!undone) notify(noteDone.nothingToUndo);
  else if (undone.error) tellFault(undone.error);
  else notify(noteDone.undone(undone.step.text));
}

interface GuideEdits {
  readonly guide: GuideId;
  readonly edition: number;
  readonly edits: readonly NoteEdit[];
}

function editEach(names: readonly NoteName[], edit: (id: NoteId) => NoteEdit, said: string): Promise<boolean> {
  const byGuide = new Map<GuideId, NoteEdit[]>();
  for (const { guide, id } of names) byGuide.set(guide, [...(byGuide.get(guide) ?? []), edit(id)]);
  const open = openNotes.get();
  // 0: the newest; of the guide on the page the one that is shown, so that its marks follow at once.
  const editionOf = (guide: GuideId): number => (open?.guide === guide ? open.edition : 0);
  return carryOut(
    [...byGuide].map(([guide, edits]) => ({ guide, edition: editionOf(guide), edits })),
    said,
  );
}

/** One guide after the other; what was done before a fault stays done, and can be undone. */
async function carryOut(guides: readonly GuideEdits[], said: string): Promise<boolean> {
  const tokens: string[] = [];
  let fault: AppError | null = null;
  for (const { guide, edition, edits } of guides) {
    const reply = await editNotes(guide, edition, edits);
    if (reply.ok) tokens.push(reply.value.undo);
    else fault ??= reply.error;
  }
  if (tokens.length > 0) offerUndo(tokens, said);
  if (fault) tellFault(fault);
  return fault === null;
}

/** Says what was done with Undo beside it, and remembers it for Ctrl+Z. */
export function offerUndo(tokens: readonly string[], said: string): void {
  const undo = rememberStep({ tokens, text: said });
  notify(said, { label: shellText.undo, run: () => void undo().then((error) => error && tellFault(error)) });
}
