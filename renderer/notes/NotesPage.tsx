// All notes, over all guides: what waits for a look, and the list with its filters. Asks again whenever notes changed.
import { useEffect, useMemo } from 'react';
import { Fault } from '../shell/Fault.tsx';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { facts } from '../state/library.ts';
import { navigation } from '../state/navigation.ts';
import { notesVersion } from '../state/notes.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { localDay } from '../text/dates.ts';
import { notesText } from '../text/notes.ts';
import { notesListText } from '../text/notes-list.ts';
import { BulkBar } from './BulkBar.tsx';
import { FileActions } from './FileActions.tsx';
import { FileWarnings, SetAsideBefore } from './FileWarnings.tsx';
import { focusRow } from './focus-row.tsx';
import { ImportReport } from './ImportReport.tsx';
import { clearFilters, loadNotes, narrow, notesList } from './list-store.ts';
import { NoteList } from './NoteList.tsx';
import { NotesFilter } from './NotesFilter.tsx';
import { NotesFolder } from './NotesFolder.tsx';
import { listNotes } from './notes-page-model.ts';
import { Tray } from './Tray.tsx';
import { trayCount, trayOf } from './tray-model.ts';

export function NotesPage() {
  const view = useSelected(navigation, ({ place }) => (place.kind === 'notes' ? place.view : 'all'));
  const version = useStore(notesVersion);
  const { all, failure, items, editing } = useStore(notesList);
  const { now } = useStore(facts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is what makes it ask again
  useEffect(() => {
    // What is typed is kept every second: thousands of notes need not come anew for that.
    if (editing === null) void loadNotes();
  }, [version, editing]);
  useBackToRow();
  const tray = useMemo(() => trayOf(items), [items]);
  const count = trayCount(tray);
  return (
    <>
      <h1 className="page-title">{notesText.title}</h1>
      <FileActions />
      <ImportReport />
      <p className="paper-only">{notesListText.printed(localDay(now))}</p>
      {failure && (
        <div className="fault-page">
          <Fault error={failure} onRetry={() => void loadNotes()} showLog />
        </div>
      )}
      {!all && !failure && <p className="page-lead busy-words">{notesListText.loading}</p>}
      {all && items.length === 0 && <NoNotes />}
      <FileWarnings guides={all?.guides ?? []} />
      {items.length > 0 && (
        <>
          <nav className="notes-views no-print" aria-label={notesListText.views}>
            <PlaceLink to={{ kind: 'notes', view: 'all' }} className="notes-view" aria-current={view === 'all' ? 'page' : undefined}>
              {notesListText.viewAll}
            </PlaceLink>
            <PlaceLink
              to={{ kind: 'notes', view: 'waiting' }}
              className="notes-view"
              aria-current={view === 'waiting' ? 'page' : undefined}
            >
              {notesListText.viewWaiting}
              {count > 0 && <span className="count-mark">{count.toLocaleString('en-GB')}</span>}
            </PlaceLink>
          </nav>
          {view === 'waiting' ? (
            <Tray view={tray} />
          ) : (
            <>
              {tray.waiting.length > 0 && <Tray view={{ ...tray, reworded: [], moved: [], kept: [] }} isShort />}
              <NotesFilter />
              <BulkBar />
              <Listed />
            </>
          )}
        </>
      )}
      <SetAsideBefore guides={all?.guides ?? []} />
      <NotesFolder />
    </>
  );
}

function Listed() {
  const { items, listed, filter, at } = useStore(notesList);
  if (listed.length > 0) return <NoteList />;
  const archived = filter.state === null ? listNotes(items, { ...filter, state: 'archived' }, 'guide', at).length : 0;
  return (
    <div className="section-note notes-none">
      <p>
        {notesListText.none} {archived > 0 && notesListText.noneArchived(archived)}
      </p>
      <p className="notes-none-acts">
        <button type="button" className="button button-edge" onClick={clearFilters}>
          {notesListText.clear}
        </button>
        {archived > 0 && (
          <button type="button" className="button button-edge" onClick={() => narrow({ state: 'archived' })}>
            {notesListText.showArchived}
          </button>
        )}
      </p>
    </div>
  );
}

function NoNotes() {
  return (
    <div className="notes-empty">
      <h2 className="section-title">{notesListText.empty}</h2>
      <p>{notesListText.emptyHow}</p>
      <p className="notes-soft">{notesListText.emptyWhere}</p>
    </div>
  );
}

/** Coming back from a guide, the keys stand on the note that one went to. */
function useBackToRow(): void {
  useEffect(() => {
    if (navigation.get().landing.spot !== null) focusRow(notesList.get().current);
  }, []);
}
