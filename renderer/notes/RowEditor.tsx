// The words of a note, written where they stand in the list. Esc and Ctrl+Enter are done with it; what was typed is kept
// either way, and Ctrl+Z takes it back.
import { useEffect } from 'react';
import { onEscape } from '../state/overlays.ts';
import { notesListText } from '../text/notes-list.ts';
import { focusRow } from './focus-row.tsx';
import { stopEditing } from './list-store.ts';
import { NoteEditor } from './NoteEditor.tsx';
import type { NoteItem } from './notes-page-model.ts';

export function RowEditor({ item: { key, note } }: { readonly item: NoteItem }) {
  useEffect(() => {
    const off = onEscape(() => done(key));
    return () => {
      off();
      // Left by another way: the list goes on.
      stopEditing(key);
    };
  }, [key]);
  return (
    <div className="row-editor">
      <NoteEditor guide={note.guide} id={note.id} text={note.text} onDone={() => done(key)} />
      <button type="button" className="button button-edge" onClick={() => done(key)}>
        {notesListText.doneEditing}
      </button>
    </div>
  );
}

function done(key: string): void {
  stopEditing(key);
  focusRow(key);
}
