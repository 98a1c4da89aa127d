// The card of the note that is open (`activeNote`), beside its words.
import type { OnGuide } from './SelectionBar.tsx';

export function NoteCard(_props: OnGuide) {
  return null;
}
