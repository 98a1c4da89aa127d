// A place that the open suggestion changes and that is not being edited: struck and inserted words in the place of the
// guide's own, with a way to edit it and a way back.
import { Pencil, Undo2 } from 'lucide-react';
import { useStore } from '../../state/use-store.tsx';
import { editPlaceText } from '../../text/suggest-page.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { DiffText } from '../editor/DiffText.tsx';
import { headingProps } from './heading-props.tsx';
import type { Host } from './layout.ts';
import { draftView, type View } from './page-state.ts';
import { editPlace, putBack } from './piece-acts.ts';

export function PlaceHost({ host }: { readonly host: Host }) {
  const view = useStore(draftView);
  const { kind, name } = host;
  if (kind === 'edit') return null;
  const isGone = kind === 'removed' || kind === 'moved-away';
  return (
    <div className="suggest-place" data-host={kind} data-name={name} {...groupProps(host)}>
      {signOf(kind, view) && <p className="suggest-sign">{signOf(kind, view)}</p>}
      {kind !== 'moved-away' && isSeen(kind, view) && (
        <div {...headingProps(host)}>
          <DiffText old={host.old} next={host.next} view={view} />
        </div>
      )}
      <div className="suggest-acts">
        {!isGone && <IconButton icon={Pencil} name={editPlaceText.editName(name)} onPress={() => editPlace(host)} />}
        <IconButton icon={Undo2} name={editPlaceText.putBack} onPress={() => putBack(host)} />
      </div>
    </div>
  );
}

// No landmark: a guide with twenty changes would have twenty.
const groupProps = (host: Host) => ({ role: 'group', 'aria-label': labelOf(host) }) as const;

function labelOf({ kind, name }: Host): string {
  switch (kind) {
    case 'added':
      return editPlaceText.place.added;
    case 'removed':
      return editPlaceText.place.removed(name);
    case 'moved':
      return editPlaceText.place.moved(name);
    case 'moved-away':
      return editPlaceText.movedAway;
    default:
      return editPlaceText.place.changed(name);
  }
}

/** What the words alone do not show. */
function signOf(kind: Host['kind'], view: View): string | null {
  if (kind === 'moved') return view === 'original' ? null : editPlaceText.signs.moved;
  if (kind === 'moved-away') return view === 'final' ? null : editPlaceText.movedAway;
  return kind === 'removed' && view === 'final' ? editPlaceText.signs.removed : null;
}

/** Words that are in the text in this view. */
function isSeen(kind: Host['kind'], view: View): boolean {
  if (view === 'original') return kind !== 'added' && kind !== 'moved';
  return view === 'all' || kind !== 'removed';
}
