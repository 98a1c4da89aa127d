// "My notes" in the bar, with how many wait for a look: a figure to see, a sentence to hear.
import { NotebookPen } from 'lucide-react';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { noteCounts } from '../state/notes.ts';
import { useStore } from '../state/use-store.tsx';
import { commandTexts } from '../text/commands.ts';
import { notesListText } from '../text/notes-list.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePlacedNotice } from './placed-notice.tsx';

export function NotesLink() {
  const { changed, unplaced } = useStore(noteCounts);
  usePlacedNotice();
  const waiting = changed + unplaced;
  return (
    <PlaceLink
      to={{ kind: 'notes', view: 'all' }}
      className="button notes-link"
      title={`${notesListText.link} (${commandTexts.notes.keys})`}
    >
      <Icon of={NotebookPen} />
      <span className="words">{notesListText.link}</span>
      {waiting > 0 && (
        <>
          <span className="count-mark">{waiting.toLocaleString('en-GB')}</span>
          <span className="hidden-words">{notesListText.linkWaiting}</span>
        </>
      )}
    </PlaceLink>
  );
}
