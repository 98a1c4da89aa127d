// The card of the note that is open (`activeNote`), beside its words: its kind, what it says, tags, what became of its
// words. Opened by a key it takes the focus and gives it back; opened by a pointer it does not.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { NoteId } from '../../content/core/annotation/model.ts';
import type { ShownNote } from '../../electron/ipc/note-replies.ts';
import { activeNote, openNotes } from '../state/notes.ts';
import { onEscape } from '../state/overlays.ts';
import { useStore } from '../state/use-store.tsx';
import { notesCardText } from '../text/notes-card.ts';
import { CardFoot } from './CardFoot.tsx';
import { CardHead } from './CardHead.tsx';
import { cardNote, cardWish, notesToBe, noteToBe, wishesToEdit } from './card-store.ts';
import { placeCard } from './float-place.ts';
import { cut } from './guide-notes-model.ts';
import { wasKey } from './last-input.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteFate } from './NoteFate.tsx';
import { NoteText } from './NoteText.tsx';
import { changeNotes } from './note-actions.ts';
import { boxesOf } from './passage-parts.tsx';
import type { OnGuide } from './SelectionBar.tsx';
import { TagField } from './TagField.tsx';
import { unsavedText } from './text-saver.ts';
import { freeView, useFloating } from './use-floating.tsx';

export function NoteCard({ guide, article }: OnGuide) {
  const id = useStore(activeNote);
  const notes = useStore(openNotes);
  useStore(notesToBe);
  const shown = cardNote(id);
  if (!shown || shown.note.guide !== guide.summary.id) return null;
  return createPortal(
    <Card key={shown.note.id} shown={shown} guide={guide} article={article} readOnly={notes?.readOnly ?? false} />,
    document.body,
  );
}

interface CardProps extends OnGuide {
  readonly shown: ShownNote;
  readonly readOnly: boolean;
}

// As long as a name can be heard.
const nameLength = 60;

function Card({ shown, guide, article, readOnly }: CardProps) {
  const { note, parts } = shown;
  const card = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState(() => !readOnly && (wishesToEdit(note.id) || unsavedText(note.id) !== null));
  useFocusGivenBack(card, note.id);
  useClosing(card);
  useFloating(
    {
      ...{ element: card, article, follow: false },
      place: (size, view) => {
        const page = article.current;
        const column = page?.querySelector('.text')?.getBoundingClientRect() ?? view;
        return placeCard(page ? boxesOf(page, parts) : [], size, view, column);
      },
    },
    parts.map(({ block, from, to }) => `${block} ${from} ${to}`).join(),
  );
  useWordsInView(card, article, parts);
  // Another wish for the card that is open already.
  useEffect(() => cardWish.subscribe(() => wishesToEdit(note.id) && setEditing(!readOnly)), [note.id, readOnly]);
  // Until it is on disk there is nothing that could be changed but its words.
  const locked = readOnly || noteToBe(note.id) !== null;
  return (
    <div
      className="note-card no-print"
      role="dialog"
      aria-label={notesCardText.name(cut(note.anchor.exact, nameLength))}
      data-pane="note"
      ref={card}
      tabIndex={-1}
    >
      <CardHead note={note} locked={locked} onClose={close} />
      <div className="note-card-body">
        <NoteFate shown={shown} edition={guide.seal.version} readOnly={readOnly} />
        {editing ? (
          <NoteEditor guide={note.guide} id={note.id} text={note.text} onDone={close} />
        ) : (
          note.text.trim() !== '' && <NoteText text={note.text} guide={note.guide} />
        )}
        {readOnly && <p className="note-hint">{notesCardText.newer}</p>}
        <TagField tags={note.tags} locked={locked} onChange={(tags) => void changeNotes([note], { tags })} />
      </div>
      <CardFoot {...{ note, parts, guide, article, locked }} onEdit={editing ? null : () => setEditing(true)} onClose={close} />
    </div>
  );
}

const close = (): void => activeNote.set(null);

/** A sheet at the foot of the window must not lie on the words that it is about: once, when it opens. */
function useWordsInView(card: RefObject<HTMLElement | null>, article: OnGuide['article'], parts: ShownNote['parts']): void {
  const latest = useRef(parts);
  useLayoutEffect(() => {
    const page = article.current;
    const [line] = page ? boxesOf(page, latest.current) : [];
    if (card.current?.dataset.side !== 'sheet' || !line || line.bottom <= card.current.getBoundingClientRect().top) return;
    scrollBy({ top: line.top - freeView().top, behavior: 'instant' });
  }, [card, article]);
}

/** A key that opened the card leads into it; whatever closes it, a focus that was in it goes back to where it came from. */
function useFocusGivenBack(card: RefObject<HTMLElement | null>, id: NoteId): void {
  useLayoutEffect(() => {
    const own = card.current;
    const before = document.activeElement;
    if (wasKey()) own?.focus({ preventScroll: true });
    return () => {
      if (cardWish.get()?.id === id) cardWish.set(null);
      if (!own?.contains(document.activeElement)) return;
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (isThere ? before : document.getElementById('main'))?.focus({ preventScroll: true });
    };
  }, [card, id]);
}

/** By Esc, and by a click into the page, not the one that opened it; while it is written in, the page may be read. */
function useClosing(card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const opened = performance.now();
    const off = onEscape(close);
    const beside = ({ target, timeStamp }: MouseEvent): void => {
      if (timeStamp <= opened || !(target instanceof Element) || !target.closest('#main')) return;
      if (card.current?.querySelector('.note-editor') || getSelection()?.isCollapsed === false) return;
      close();
    };
    addEventListener('click', beside);
    return () => {
      off();
      removeEventListener('click', beside);
    };
  }, [card]);
}
