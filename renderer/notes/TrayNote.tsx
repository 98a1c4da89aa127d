// A note without a place: its old words, what it says, and where it might belong now. Proposes; the person decides.
import { useEffect, useId, useState } from 'react';
import type { LikelyNotePlace } from '../../electron/ipc/note-replies.ts';
import { ask } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { notesVersion } from '../state/notes.ts';
import { useStore } from '../state/use-store.tsx';
import { notesListText } from '../text/notes-list.ts';
import { archiveItems, keepItems } from './list-actions.ts';
import { NoteCaption } from './NoteCaption.tsx';
import { NoteWords } from './NoteWords.tsx';
import { placeNote } from './note-actions.ts';
import type { NoteItem } from './notes-page-model.ts';
import { startPlacing } from './placing.ts';

export function TrayNote({ item, isOpen }: { readonly item: NoteItem; readonly isOpen: boolean }) {
  const [open, setOpen] = useState(isOpen);
  const id = useId();
  const { note, title, state, readOnly } = item;
  const canPlace = title !== null && !readOnly;
  return (
    <li className="tray-note">
      <NoteCaption item={item} section={item.section} />
      <blockquote className="tray-quote tray-gone" aria-label={notesListText.oldWords}>
        {note.anchor.exact}
      </blockquote>
      <NoteWords note={note} />
      {title === null && <p className="notes-soft">{notesListText.guideGone}</p>}
      <p className="tray-acts">
        {canPlace && (
          <button type="button" className="button button-edge" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {open ? notesListText.hidePlaces : notesListText.findPlace}
          </button>
        )}
        {!readOnly && state === 'waiting' && (
          <button type="button" className="button" onClick={() => void keepItems([item])}>
            {notesListText.keep}
          </button>
        )}
        {!readOnly && (
          <button type="button" className="button" onClick={() => void archiveItems([item], true)}>
            {notesListText.archive}
          </button>
        )}
      </p>
      <div id={id}>{open && canPlace && <Places item={item} />}</div>
    </li>
  );
}

function Places({ item }: { readonly item: NoteItem }) {
  const { guide, id } = item.note;
  const version = useStore(notesVersion);
  const [places, setPlaces] = useState<readonly LikelyNotePlace[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after an update the places are others
  useEffect(() => {
    let wanted = true;
    void ask('notes.likely', { guide, id }).then((reply) => {
      if (!wanted) return;
      setPlaces(reply.ok ? reply.value : []);
      if (!reply.ok && reply.error.code !== 'NOTE_NOT_FOUND') tellFault(reply.error);
    });
    return () => {
      wanted = false;
    };
  }, [guide, id, version]);
  return (
    <section className="places" aria-label={notesListText.likely}>
      {places === null && <p className="notes-soft busy-words">{notesListText.likelyLoading}</p>}
      {places?.length === 0 && <p className="notes-soft">{notesListText.likelyNone}</p>}
      {places !== null && places.length > 0 && (
        <>
          <h3 className="places-title">{notesListText.likely}</h3>
          <ol className="places-list">
            {places.map((place) => (
              <li key={`${place.passage.start.block} ${place.passage.start.offset}`} className="place">
                <p className="place-words">{place.words}</p>
                <p className="note-facts">
                  {place.section !== null && <span>{place.section}</span>}
                  <span>{notesListText.reasons[place.reason]}</span>
                </p>
                {/* 0: the passage is counted in the newest edition. */}
                <button type="button" className="button button-edge" onClick={() => void placeNote(guide, 0, id, place.passage)}>
                  {notesListText.placeHere}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      {places !== null && (
        <button type="button" className="button button-text places-own" onClick={() => startPlacing(item)}>
          {notesListText.choosePlace}
        </button>
      )}
    </section>
  );
}
