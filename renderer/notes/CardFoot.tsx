// The foot of a note's card: when it was made, and what can be done with it as a whole.
import { Archive, ArchiveRestore, MessageSquarePlus, PencilLine, Quote, Trash2 } from 'lucide-react';
import type { Note } from '../../content/core/annotation/model.ts';
import type { NotePart } from '../../electron/ipc/note-replies.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { placeOf } from '../reader/quote.tsx';
import { findTarget } from '../reader/scroll-place.tsx';
import { tellFault } from '../shell/tell-fault.ts';
import { notify } from '../state/notices.ts';
import { suggestWish } from '../state/suggestions.ts';
import { localDay } from '../text/dates.ts';
import { notesCardText, selectionText } from '../text/notes-card.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { changeNotes, deleteNotes } from './note-actions.ts';
import { citeNote } from './note-citation.ts';
import type { OnGuide } from './SelectionBar.tsx';
import { flush, forgetText, unsavedText } from './text-saver.ts';

interface Props extends OnGuide {
  readonly note: Note;
  /** Where its words stand; none: nowhere in this edition. */
  readonly parts: readonly NotePart[];
  readonly locked: boolean;
  /** Null while it is written in. */
  readonly onEdit: (() => void) | null;
  readonly onClose: () => void;
}

export function CardFoot({ note, parts, guide, article, locked, onEdit, onClose }: Props) {
  const [made, changed] = [localDay(note.created), localDay(note.modified)];
  return (
    <div className="note-card-foot">
      <p className="note-dates">
        <time dateTime={note.modified}>
          {notesCardText.made(made)}
          {changed !== made && `, ${notesCardText.changed(changed)}`}
        </time>
      </p>
      {onEdit && !locked && (
        <button type="button" className="button" onClick={onEdit}>
          <Icon of={PencilLine} size={16} />
          {note.text.trim() === '' ? notesCardText.write : notesCardText.edit}
        </button>
      )}
      {parts.length > 0 && (
        <IconButton icon={MessageSquarePlus} name={selectionText.suggest} onPress={() => void suggest(note, parts, onClose)} />
      )}
      <IconButton icon={Quote} name={notesCardText.copy} onPress={() => void copy(note, guide, article.current)} />
      {!locked && (
        <>
          <IconButton
            icon={note.archived ? ArchiveRestore : Archive}
            name={note.archived ? notesCardText.unarchive : notesCardText.archive}
            onPress={() => void archive(note, onClose)}
          />
          <IconButton icon={Trash2} name={notesCardText.delete} onPress={() => void remove(note)} />
        </>
      )}
    </div>
  );
}

/** What is archived is off the page; what is taken out of the archive is to be seen. */
async function archive(note: Note, close: () => void): Promise<void> {
  await flush(note.id);
  if (!note.archived) close();
  await changeNotes([note], { archived: !note.archived });
}

/** What the note says is the beginning of why. */
async function suggest(note: Note, parts: readonly NotePart[], close: () => void): Promise<void> {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return;
  const why = unsavedText(note.id) ?? note.text;
  void flush(note.id);
  close();
  suggestWish.set({ passage: { start: { block: first.block, offset: first.from }, end: { block: last.block, offset: last.to } }, why });
}

/** What was typed last goes with it, so that Undo brings all of it back. */
async function remove(note: Note): Promise<void> {
  await flush(note.id);
  forgetText(note.id);
  await deleteNotes([note]);
}

async function copy(note: Note, guide: GuideDocument, article: HTMLElement | null): Promise<void> {
  const block = article && note.anchor.block !== null ? findTarget(article, note.anchor.block) : null;
  const section = article && block ? placeOf(article, block).section : null;
  const reply = await ask('clipboard.write', citeNote(note, guide, section));
  if (reply.ok) notify(notesCardText.copied);
  else tellFault(reply.error);
}
