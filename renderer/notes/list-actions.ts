// What the lists of notes do, beyond what note-actions.ts does to any note: tags of many notes at once, keeping a note
// without a place, going to where a note stands.
import type { HighlightName } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { NoteEdit } from '../../electron/ipc/note-schemas.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { editNotes } from '../state/notes.ts';
import { notify } from '../state/notices.ts';
import { noteDone } from '../text/notes-card.ts';
import { notesListText } from '../text/notes-list.ts';
import { goToNote } from './go-to-note.tsx';
import { holdLoading } from './list-store.ts';
import { acceptNotes, changeNotes, deleteNotes, offerUndo } from './note-actions.ts';
import { type NoteItem, namesOf } from './notes-page-model.ts';
import { withoutTag, withTag } from './tag-edits.ts';

/** The notes of a newer app's file are left out: they cannot be changed here. */
const changeable = (items: readonly NoteItem[]): readonly NoteItem[] => items.filter(({ readOnly }) => !readOnly);

export const archiveItems = (items: readonly NoteItem[], archived: boolean): Promise<boolean> =>
  onSome(changeable(items), (some) => changeNotes(namesOf(some), { archived }));

export const markItems = (items: readonly NoteItem[], highlight: HighlightName): Promise<boolean> =>
  onSome(changeable(items), (some) => changeNotes(namesOf(some), { highlight }));

export const deleteItems = (items: readonly NoteItem[]): Promise<boolean> =>
  onSome(changeable(items), (some) => deleteNotes(namesOf(some)));

export const seenItems = (items: readonly NoteItem[]): Promise<boolean> => onSome(changeable(items), (some) => acceptNotes(namesOf(some)));

export const tagItems = (items: readonly NoteItem[], tag: string): Promise<boolean> =>
  editItems(
    items,
    ({ note }) => {
      const tags = withTag(note.tags, tag);
      return tags && { kind: 'revise', id: note.id, tags: [...tags] };
    },
    noteDone.tagged,
  );

export const untagItems = (items: readonly NoteItem[], tag: string): Promise<boolean> =>
  editItems(
    items,
    ({ note }) => {
      const tags = withoutTag(note.tags, tag);
      return tags && { kind: 'revise', id: note.id, tags: [...tags] };
    },
    noteDone.tagged,
  );

export const keepItems = (items: readonly NoteItem[]): Promise<boolean> =>
  editItems(items, ({ note }) => ({ kind: 'accept', id: note.id }), notesListText.keptDone);

const onSome = (items: readonly NoteItem[], act: (items: readonly NoteItem[]) => Promise<boolean>): Promise<boolean> =>
  items.length === 0 ? Promise.resolve(false) : holdLoading(() => act(items));

/** One request for each guide, one Undo for all. An item whose edit is null stays as it is. */
async function editItems(
  items: readonly NoteItem[],
  edit: (item: NoteItem) => NoteEdit | null,
  said: (count: number) => string,
): Promise<boolean> {
  const byGuide = new Map<GuideId, NoteEdit[]>();
  let count = 0;
  for (const item of changeable(items)) {
    const change = edit(item);
    if (!change) continue;
    count += 1;
    const known = byGuide.get(item.note.guide);
    if (known) known.push(change);
    else byGuide.set(item.note.guide, [change]);
  }
  const replies = await holdLoading(() => Promise.all([...byGuide].map(([guide, edits]) => editNotes(guide, 0, edits))));
  const tokens = replies.flatMap((reply) => (reply.ok ? [reply.value.undo] : []));
  if (tokens.length > 0) offerUndo(tokens, said(count));
  const fault = replies.find((reply) => !reply.ok);
  if (fault && !fault.ok) tellFault(fault.error);
  return fault === undefined;
}

/** To the note in its guide, its card open. */
export function openItem({ note, title }: Pick<NoteItem, 'note' | 'title'>): void {
  if (title === null) notify(notesListText.guideGone);
  else void goToNote(note);
}
