// The rows, under their guides where they stand by guide. Arrow keys go from row to row, Space ticks, Enter opens, Delete
// deletes; what is not drawn yet is drawn when the keys come to it.
import { type KeyboardEvent, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { useStore } from '../state/use-store.tsx';
import { notesListText } from '../text/notes-list.ts';
import { focusRow } from './focus-row.tsx';
import { deleteItems } from './list-actions.ts';
import { chosen, edit, notesList, rowsAtOnce, showMore, stepBy, tick } from './list-store.ts';
import { NoteRow } from './NoteRow.tsx';
import { groupNotes, type NoteItem, nearestRow } from './notes-page-model.ts';

// A page of rows, as far as one sees at once.
const pageRows = 8;
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageRows,
  PageUp: -pageRows,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function NoteList() {
  const { listed: newest, ticked, limit, current, editing, order } = useStore(notesList);
  // The letters typed come first, the rows that match them after.
  const listed = useDeferredValue(newest);
  usePrintAll();
  const root = useRef<HTMLElement>(null);
  useKeptFocus(root.current, listed, current);
  const here = listed.some(({ key }) => key === current) ? current : (listed[0]?.key ?? null);
  const rows = (items: readonly NoteItem[]) => (
    <ul className="rows note-rows" aria-describedby="notes-keys">
      {items.map((item) => (
        <NoteRow
          key={item.key}
          item={item}
          isTicked={ticked.has(item.key)}
          isCurrent={item.key === here}
          isEditing={item.key === editing}
          withGuide={order !== 'guide'}
        />
      ))}
    </ul>
  );
  return (
    <section className="note-list" aria-label={notesListText.viewAll} ref={root} onKeyDown={pressed}>
      {order === 'guide'
        ? groupNotes(listed, limit).map(({ guide, title, items, count }) => (
            <section key={guide} className="note-group" aria-labelledby={`notes-of-${guide}`}>
              <h2 className="section-title note-guide" id={`notes-of-${guide}`}>
                {title === null ? guide : <PlaceLink to={{ kind: 'guide', guide, target: null }}>{title}</PlaceLink>}
                <span className="row-count">{notesListText.guideCount(count)}</span>
              </h2>
              {title === null && <p className="section-note">{notesListText.guideGone}</p>}
              {rows(items)}
            </section>
          ))
        : rows(listed.slice(0, limit))}
      {listed.length > limit && (
        <button type="button" className="button button-edge page-more no-print" onClick={showMore}>
          {notesListText.more(Math.min(rowsAtOnce, listed.length - limit))}
        </button>
      )}
      <p className="hidden-words" id="notes-keys">
        {notesListText.keys}
      </p>
    </section>
  );
}

function pressed(event: KeyboardEvent<HTMLElement>): void {
  const goal = event.target as HTMLElement;
  const key = goal.closest<HTMLElement>('.note-row')?.dataset.key;
  if (key === undefined || event.ctrlKey || event.altKey || event.metaKey || !goal.matches('.note-link, .note-tick')) return;
  const by = steps[event.key];
  if (by !== undefined) {
    event.preventDefault();
    const next = stepBy(by);
    if (event.shiftKey && next !== null && Math.abs(by) === 1) tick(next, true);
    // Rows that only now are drawn are there in the next frame.
    requestAnimationFrame(() => focusRow(next));
  } else if (event.key === ' ' && goal.matches('.note-link')) {
    event.preventDefault();
    tick(key, event.shiftKey);
  } else if (event.key === 'F2') {
    // As in a file manager.
    event.preventDefault();
    if (notesList.get().items.some((item) => item.key === key && !item.readOnly)) edit(key);
  } else if (event.key === 'Delete') {
    event.preventDefault();
    const { listed, ticked } = notesList.get();
    // As in a file manager: what is selected goes together.
    void deleteItems(ticked.has(key) ? chosen({ listed, ticked }) : listed.filter((item) => item.key === key));
  }
}

/** On paper nobody can ask for more: all that match are drawn for it. */
function usePrintAll(): void {
  useEffect(() => {
    let before = rowsAtOnce;
    const drawn = (limit: number): void => flushSync(() => notesList.update((now) => ({ ...now, limit })));
    const start = (): void => {
      before = notesList.get().limit;
      drawn(notesList.get().listed.length);
    };
    const end = (): void => drawn(before);
    addEventListener('beforeprint', start);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', start);
      removeEventListener('afterprint', end);
    };
  }, []);
}

/** A row that is deleted takes the focus with it: the row in its place has it then. */
function useKeptFocus(root: HTMLElement | null, listed: readonly NoteItem[], current: string | null): void {
  const before = useRef(listed);
  // Looked at while the row still stands there.
  const wasInside = root?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const old = before.current;
    before.current = listed;
    if (old !== listed && wasInside && document.activeElement === document.body) focusRow(nearestRow(old, listed, current));
  });
}
