// The notes of the guide on the page, beside it: in reading order, the one that is read marked.
import { memo, useEffect, useMemo, useState } from 'react';
import type { NoteId } from '../../content/core/annotation/model.ts';
import type { ShownNote } from '../../electron/ipc/note-replies.ts';
import { topEdge } from '../reader/scroll-place.tsx';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { navigation } from '../state/navigation.ts';
import { activeNote, openNotes } from '../state/notes.ts';
import { drawer } from '../state/overlays.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { highlightWords } from '../text/notes.ts';
import { notesListText } from '../text/notes-list.ts';
import { goToNote } from './go-to-note.tsx';
import { activeNoteAt, guideNotesView, rowText } from './guide-notes-model.ts';
import { KindShape } from './KindWord.tsx';
import { showOnly } from './list-store.ts';

// Under the outline of a long guide there is room for about as many.
const atFirst = 12;
// The pane's own padding, in CSS pixels: what is shown stands clear of its edge.
const room = 24;

export function GuideNotesList() {
  const notes = useStore(openNotes);
  const guide = useSelected(navigation, (state) => state.guide?.summary.id ?? null);
  const open = useStore(activeNote);
  const { placed, waiting, count } = useMemo(() => guideNotesView(notes), [notes]);
  const [isWhole, setWhole] = useState(false);
  const read = useRead(placed);
  useOpenInView(open, placed, () => setWhole(true));
  if (!notes || notes.guide !== guide) return null;
  const close = (): void => drawer.set(null);
  const active = open ?? (read === null ? null : (placed[read]?.note.id ?? null));
  const shown = isWhole ? placed : placed.slice(0, atFirst);
  return (
    <section className="pane-part guide-notes" aria-labelledby="guide-notes">
      <h2 className="pane-title" id="guide-notes">
        {count === 0 ? notesListText.here : notesListText.hereCount(count)}
      </h2>
      {count === 0 && <p className="pane-empty">{notesListText.hereNone}</p>}
      {waiting > 0 && (
        <PlaceLink to={{ kind: 'notes', view: 'waiting' }} className="guide-notes-waiting" onOpen={close}>
          {notesListText.hereWaiting(waiting)}
        </PlaceLink>
      )}
      <ul className="guide-notes-list">
        {shown.map((each) => (
          <Row key={each.note.id} shown={each} isActive={each.note.id === active} />
        ))}
      </ul>
      {placed.length > shown.length && (
        <button type="button" className="button button-text guide-notes-more" onClick={() => setWhole(true)}>
          {notesListText.hereMore(placed.length)}
        </button>
      )}
      {count > 0 && (
        <PlaceLink
          to={{ kind: 'notes', view: 'all' }}
          className="guide-notes-all"
          onOpen={() => {
            close();
            showOnly(guide);
          }}
        >
          {notesListText.hereAll}
        </PlaceLink>
      )}
    </section>
  );
}

const Row = memo(function Row({ shown, isActive }: { readonly shown: ShownNote; readonly isActive: boolean }) {
  const { note, parts } = shown;
  const { text, isQuote } = rowText(shown);
  const open = (): void => {
    drawer.set(null);
    void goToNote(note);
  };
  return (
    <li>
      <a
        className="guide-note"
        href={`#${parts[0]?.block ?? ''}`}
        aria-current={isActive ? 'true' : undefined}
        draggable={false}
        onClick={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <KindShape kind={note.highlight} />
        <span className="hidden-words">{highlightWords[note.highlight].name}: </span>
        <span className="guide-note-words">{isQuote ? <q>{text}</q> : text}</span>
      </a>
    </li>
  );
});

/** The note whose card is open is shown in the list, wherever it stands there. */
function useOpenInView(open: NoteId | null, placed: readonly ShownNote[], showAll: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another card opens, not at every change of a note
  useEffect(() => {
    if (open === null) return;
    if (placed.findIndex(({ note }) => note.id === open) >= atFirst) showAll();
    requestAnimationFrame(() => {
      const pane = document.querySelector('.outline');
      const row = pane?.querySelector('.guide-note[aria-current]')?.getBoundingClientRect();
      const view = pane?.getBoundingClientRect();
      if (!pane || !row || !view) return;
      // Not by scrollIntoView, which would move the page as well.
      pane.scrollTop += Math.min(0, row.top - view.top - room) + Math.max(0, row.bottom - Math.min(view.bottom, innerHeight) + room);
    });
  }, [open]);
}

/** Position of the note that one is reading at. */
function useRead(placed: readonly ShownNote[]): number | null {
  const [read, setRead] = useState<number | null>(null);
  // Measured anew only when a note is at another place: words that are kept while they are typed change none.
  const starts = placed.map(({ parts }) => parts[0]?.block ?? '').join(' ');
  useEffect(() => {
    const blocks = starts === '' ? [] : starts.split(' ');
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const tops = blocks.map(topOf);
      const edge = topEdge();
      // A third of the way down is where the eye is.
      setRead(activeNoteAt(tops, edge + (innerHeight - edge) / 3));
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    soon();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [starts]);
  return read;
}

/** What is not laid out yet is further down. */
function topOf(block: string): number {
  const element = document.getElementById(block);
  return element && element.getClientRects().length > 0 ? element.getBoundingClientRect().top : Number.POSITIVE_INFINITY;
}
