// Above a note that waits: what kind it is, and where it is or was.
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { notesListText } from '../text/notes-list.ts';
import { KindWord } from './KindWord.tsx';
import type { NoteItem } from './notes-page-model.ts';

export function NoteCaption({ item: { note, title }, section }: { readonly item: NoteItem; readonly section: string | null }) {
  return (
    <p className="note-facts tray-caption">
      <KindWord kind={note.highlight} />
      <span>
        {title === null ? note.guide : <PlaceLink to={{ kind: 'guide', guide: note.guide, target: null }}>{title}</PlaceLink>}
        {section !== null && `, ${notesListText.under(section)}`}
      </span>
    </p>
  );
}
