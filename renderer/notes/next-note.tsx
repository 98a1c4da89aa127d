// From note to note in reading order (F8, Shift+F8), from where the page is. Also brings the words of a note into view
// for whoever opens one from elsewhere.
import type { NoteId } from '../../content/core/annotation/model.ts';
import { showMatch } from '../reader/find-marks.tsx';
import { layOutAll } from '../reader/first-screen.tsx';
import { topEdge } from '../reader/scroll-place.tsx';
import { announce } from '../state/announcer.ts';
import { handle } from '../state/commands.ts';
import { activeNote, openNotes } from '../state/notes.ts';
import { notify } from '../state/notices.ts';
import { notesPageText } from '../text/notes-page.ts';
import { notesOnPage, type PageNote, stepNote } from './mark-model.ts';
import { rangesOf } from './page-places.tsx';

// Less than this is a page that nobody scrolled.
const stillPx = 2;

/** Carries the commands out on a guide's page. Returns how to stop. */
export function followSteps(article: HTMLElement): () => void {
  let last: { readonly id: NoteId; readonly at: number } | null = null;
  const step = (by: 1 | -1): void => {
    const notes = notesOnPage(openNotes.get());
    const stood = last !== null && Math.abs(scrollY - last.at) <= stillPx ? last.id : null;
    const present = notes.findIndex(({ id }) => id === (activeNote.get() ?? stood));
    layOutAll();
    const tops = notes.map((note) => topOf(note, article));
    const at = stepNote(tops, present === -1 ? null : present, topEdge(), by);
    const note = at === null ? null : notes[at];
    if (!note) {
      notify(notesPageText.none);
      return;
    }
    showNote(note, article);
    activeNote.set(note.id);
    last = { id: note.id, at: scrollY };
    announce(notesPageText.at((at ?? 0) + 1, notes.length, note.highlight));
  };
  const off = [handle('next-note', () => step(1)), handle('previous-note', () => step(-1))];
  return () => {
    for (const stop of off) stop();
  };
}

const topOf = ({ parts }: PageNote, article: HTMLElement): number =>
  rangesOf(parts.slice(0, 1), article)[0]?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;

/** Scrolls to a note's words unless they are in view, also within a table that scrolls by itself. */
export function showNote({ parts }: Pick<PageNote, 'parts'>, article: HTMLElement): void {
  const [range] = rangesOf(parts, article);
  if (!range) return;
  const box = range.startContainer.parentElement?.closest<HTMLElement>('.table-scroll, pre');
  if (box) showWithin(box, range);
  showMatch(range);
  // It puts a table back to its left edge.
  if (box) showWithin(box, range);
}

function showWithin(box: HTMLElement, range: Range): void {
  const [outer, inner] = [box.getBoundingClientRect(), range.getBoundingClientRect()];
  // The head of a table covers its first line.
  const head = box.querySelector('th')?.getBoundingClientRect().height ?? 0;
  if (inner.top < outer.top + head || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - head;
  if (inner.left < outer.left || inner.right > outer.right) box.scrollLeft += inner.left - outer.left;
}
