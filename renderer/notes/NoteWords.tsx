// What a note says, in a list.
import type { Note } from '../../content/core/annotation/model.ts';
import { NoteText } from './NoteText.tsx';

export function NoteWords({ note: { text, guide } }: { readonly note: Pick<Note, 'text' | 'guide'> }) {
  if (text.trim() === '') return null;
  return (
    <div className="note-words">
      <NoteText text={text} guide={guide} />
    </div>
  );
}
