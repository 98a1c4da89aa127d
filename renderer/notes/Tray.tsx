// Notes that wait for a person: those whose words are gone, with likely places for each; those whose words were changed
// or moved; and those that somebody chose to keep without a place.
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { notesListText } from '../text/notes-list.ts';
import { ChangedNote } from './ChangedNote.tsx';
import { seenItems } from './list-actions.ts';
import type { NoteItem } from './notes-page-model.ts';
import { TrayNote } from './TrayNote.tsx';
import { type TrayView, trayCount } from './tray-model.ts';

interface Props {
  readonly view: TrayView;
  /** Above the list of all notes: closed, and only the first few. */
  readonly isShort?: boolean;
}

// Above the list it must not push the list out of sight.
const shortLength = 3;
// As many as a person goes through before they want to see that there are fewer.
const atOnce = 20;

export function Tray({ view, isShort = false }: Props) {
  const { waiting, reworded, moved, kept } = view;
  if (trayCount(view) + kept.length === 0)
    return (
      <div className="notes-empty">
        <h2 className="section-title">{notesListText.trayEmpty}</h2>
        <p>{notesListText.trayEmptyWhy}</p>
      </div>
    );
  const seenAll = reworded.length + moved.length > 1 && (
    <button type="button" className="button button-edge" onClick={() => void seenItems([...reworded, ...moved])}>
      {notesListText.seenAll}
    </button>
  );
  return (
    <div className="tray" data-short={isShort ? '' : undefined}>
      <Part
        title={notesListText.trayTitle(waiting.length)}
        why={notesListText.trayWhy(waiting.length)}
        items={waiting}
        limit={isShort ? shortLength : atOnce}
        isShort={isShort}
        row={(item, at) => <TrayNote key={item.key} item={item} isOpen={!isShort && at === 0} />}
      />
      <Part
        title={notesListText.rewordedTitle(reworded.length)}
        why={notesListText.rewordedWhy}
        items={reworded}
        actions={seenAll}
        row={(item) => <ChangedNote key={item.key} item={item} />}
      />
      <Part
        title={notesListText.movedTitle(moved.length)}
        why={notesListText.movedWhy}
        items={moved}
        actions={reworded.length === 0 && seenAll}
        row={(item) => <ChangedNote key={item.key} item={item} />}
      />
      <Part
        title={notesListText.keptTitle(kept.length)}
        items={kept}
        row={(item) => <TrayNote key={item.key} item={item} isOpen={false} />}
      />
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly why?: string;
  readonly items: readonly NoteItem[];
  readonly limit?: number;
  readonly isShort?: boolean;
  readonly actions?: ReactNode;
  readonly row: (item: NoteItem, at: number) => ReactNode;
}

function Part({ title, why, items, limit = atOnce, isShort = false, actions, row }: PartProps) {
  const [shown, setShown] = useState(limit);
  const id = useId();
  const root = useRef<HTMLElement>(null);
  // What is settled goes from the list, and with it the button that had the focus: the next note has it then.
  const wasAt = [...(root.current?.querySelectorAll('.tray-note') ?? [])].findIndex((note) => note.contains(document.activeElement));
  useLayoutEffect(() => {
    if (wasAt === -1 || document.activeElement !== document.body) return;
    const notes = root.current?.querySelectorAll('.tray-note') ?? [];
    const next = notes[Math.min(wasAt, notes.length - 1)];
    (next?.querySelector('button') ?? document.getElementById('main'))?.focus({ preventScroll: next === undefined });
  });
  // With the last note the whole part goes; this runs while it still stands there.
  useLayoutEffect(() => {
    const part = root.current;
    return () => {
      if (part?.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
    };
  }, []);
  if (items.length === 0) return null;
  const more = items.length - shown;
  return (
    <section className="tray-part" aria-labelledby={id} ref={root}>
      <div className="tray-head">
        <h2 className="section-title" id={id}>
          {title}
        </h2>
        {actions}
      </div>
      {why && <p className="section-note">{why}</p>}
      <ul className="rows">{items.slice(0, shown).map(row)}</ul>
      {more > 0 &&
        (isShort ? (
          <PlaceLink to={{ kind: 'notes', view: 'waiting' }} className="tray-all">
            {notesListText.trayAll(items.length)}
          </PlaceLink>
        ) : (
          <button type="button" className="button button-edge page-more" onClick={() => setShown(shown + atOnce)}>
            {notesListText.more(Math.min(atOnce, more))}
          </button>
        ))}
    </section>
  );
}
