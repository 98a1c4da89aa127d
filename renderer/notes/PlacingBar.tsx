// Over a guide, while a person looks for the words that a note belongs to now. The old words stand in it, so that they
// need not be remembered.
import { useEffect, useState } from 'react';
import { announce } from '../state/announcer.ts';
import { go, navigation } from '../state/navigation.ts';
import { notify } from '../state/notices.ts';
import { onEscape } from '../state/overlays.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { notesListText } from '../text/notes-list.ts';
import { cut } from './guide-notes-model.ts';
import { placeNote } from './note-actions.ts';
import { passageOf } from './page-places.tsx';
import { placing, stopPlacing } from './placing.ts';

// One line of the bar.
const oldWords = 120;

export function PlacingBar() {
  const item = useStore(placing);
  const place = useSelected(navigation, (state) => state.place);
  const shown = useSelected(navigation, (state) => state.guide);
  const [busy, setBusy] = useState(false);
  const isHere = item !== null && shown?.summary.id === item.note.guide;
  useEffect(() => {
    // To go anywhere else is to think better of it; while the guide is fetched the page before it is still there.
    if (item && place.kind !== 'notes' && !isHere) stopPlacing();
  }, [item, place, isHere]);
  useEffect(() => {
    if (!isHere) return;
    document.documentElement.dataset.placing = '';
    announce(notesListText.placingHow);
    const off = onEscape(cancel);
    return () => {
      off();
      delete document.documentElement.dataset.placing;
    };
  }, [isHere]);
  if (!item || !isHere || !shown) return null;
  const put = async (): Promise<void> => {
    const article = document.querySelector<HTMLElement>('article.guide');
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const passage = range && article && passageOf(range, article);
    if (!passage) {
      notify(notesListText.placingNothing);
      return;
    }
    setBusy(true);
    const isDone = await placeNote(item.note.guide, shown.seal.version, item.note.id, passage);
    setBusy(false);
    if (!isDone) return;
    getSelection()?.removeAllRanges();
    stopPlacing();
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <section className="placing no-print" aria-label={notesListText.placing}>
      <p>
        <strong>{notesListText.placingHow}.</strong> <q className="placing-old">{cut(item.note.anchor.exact, oldWords)}</q>
      </p>
      {/* The selection must outlive the press of the button. */}
      <div className="placing-acts">
        <button
          type="button"
          className="button button-main"
          aria-disabled={busy}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => !busy && void put()}
        >
          {notesListText.placeHere}
        </button>
        <button type="button" className="button" onMouseDown={(event) => event.preventDefault()} onClick={cancel}>
          {notesListText.cancel}
        </button>
      </div>
    </section>
  );
}

/** Back to the tray that one came from. */
function cancel(): void {
  stopPlacing();
  void go({ kind: 'notes', view: 'waiting' });
}
