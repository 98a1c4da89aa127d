// What a note says, in a list.
import type { Note } from '../../content/core/annotation/model.ts';

export function NoteWords({ note }: { readonly note: Pick<Note, 'text'> }) {
  return note.text.trim() === '' ? null : <div className="note-words">{note.text}</div>;
}
