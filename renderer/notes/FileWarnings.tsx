// What is wrong with files of notes, in sentences: written by a newer app, or not to be read whole. Names the file in which
// what could not be read is kept.
import type { ListedGuide } from '../../electron/ipc/note-replies.ts';
import { notesListText } from '../text/notes-list.ts';

interface Props {
  readonly guides: readonly ListedGuide[];
}

const nameOf = ({ guide, title }: ListedGuide): string => title ?? guide;

export function FileWarnings({ guides }: Props) {
  const newer = guides.filter(({ readOnly }) => readOnly).map(nameOf);
  const damaged = guides.filter(({ refused }) => refused > 0);
  if (newer.length + damaged.length === 0) return null;
  return (
    <div className="notes-warnings no-print" role="note">
      {newer.length > 0 && <p>{notesListText.newer(newer)}</p>}
      {damaged.map((guide) => (
        <p key={guide.guide}>{notesListText.refused(guide.refused, nameOf(guide), guide.setAside)}</p>
      ))}
    </div>
  );
}

/** All is well now; what was kept then is still named, at the foot of the page. */
export function SetAsideBefore({ guides }: Props) {
  const before = guides.filter(({ refused, setAside }) => refused === 0 && setAside !== null);
  return before.map((guide) => (
    <p key={guide.guide} className="section-note no-print">
      {notesListText.setAsideBefore(nameOf(guide), guide.setAside ?? '')}
    </p>
  ));
}
