// All notes, over all guides.
import { notesText } from '../text/notes.ts';

export function NotesPage() {
  return <h1 className="page-title">{notesText.title}</h1>;
}
