// Notes on the page of a guide: their painted words, their marks in the margin, and what the mouse does with both. Joined
// to the stores here; React draws none of it, since it stands in the guide's text.
import type { NoteId } from '../../content/core/annotation/model.ts';
import { activeNote, openNotes } from '../state/notes.ts';
import { paintHighlights } from './highlights.tsx';
import { noteOfMark, putMarks } from './margin-marks.tsx';
import { notesOnPage, type PageNote } from './mark-model.ts';
import { notesAtPoint } from './note-at-point.tsx';

/** Shows the notes of the open guide until the returned function is called. */
export function showMarks(article: HTMLElement): () => void {
  const highlights = paintHighlights(article);
  const marks = putMarks(article);
  let notes: readonly PageNote[] = [];
  let hovered: NoteId | null = null;
  let frame = 0;
  let seen = false;

  const stress = (): void => {
    highlights.stress(activeNote.get(), hovered);
    marks.stress(activeNote.get());
  };
  const paint = (): void => {
    // The boxes of a long guide's rest come right after its first paint (first-screen.tsx); marks would hurry them.
    if (article.querySelector('.text > [data-later]')) {
      soon();
      return;
    }
    notes = notesOnPage(openNotes.get());
    highlights.show(notes);
    marks.show(notes);
    stress();
    if (!seen && openNotes.get()) measure();
    seen ||= openNotes.get() !== null;
  };
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(paint);
  };
  const hover = (id: NoteId | null): void => {
    if (id === hovered) return;
    hovered = id;
    highlights.stress(activeNote.get(), hovered);
    article.toggleAttribute('data-over-note', id !== null);
  };
  const stopMouse = followMouse(article, () => notes, hover);
  const changed = (): void => {
    if (!seen && openNotes.get()) performance.mark('notes-here');
    paint();
  };
  const off = [openNotes.subscribe(changed), activeNote.subscribe(stress), stopMouse];
  if (openNotes.get()) changed();
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of off) stop();
    highlights.clear();
    marks.clear();
    article.removeAttribute('data-over-note');
  };
}

/** From the notes' arrival to the frame that shows them. */
function measure(): void {
  requestAnimationFrame(() => {
    // A message is handled after the frame is drawn.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      performance.measure('notes-painted', 'notes-here');
    };
    port2.postMessage(null);
  });
}

function followMouse(article: HTMLElement, notes: () => readonly PageNote[], hover: (id: NoteId | null) => void): () => void {
  let frame = 0;
  const move = (event: PointerEvent): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => hover(pointedAt(event, notes())));
  };
  const leave = (): void => {
    cancelAnimationFrame(frame);
    hover(null);
  };
  let clicked: NoteId | null = null;
  const click = (event: MouseEvent): void => {
    const mark = markOf(event.target);
    if (mark) activeNote.set(noteOfMark(mark, activeNote.get()));
    // It was the first half of a double click, which selects a word.
    else if (event.detail > 1 && clicked !== null && clicked === activeNote.get()) activeNote.set(null);
    else if (isPlain(event)) {
      const here = notesAtPoint(notes(), event.clientX, event.clientY);
      // Where notes overlap, another click is for the next one.
      const open = here.findIndex(({ id }) => id === activeNote.get());
      const next = here[(open + 1) % here.length];
      clicked = next?.id ?? null;
      if (next) activeNote.set(next.id);
    }
  };
  const focus = (event: FocusEvent): void => hover(noteIn(event.target));
  const blur = (): void => hover(null);
  article.addEventListener('pointermove', move);
  article.addEventListener('pointerleave', leave);
  article.addEventListener('click', click);
  article.addEventListener('focusin', focus);
  article.addEventListener('focusout', blur);
  return () => {
    cancelAnimationFrame(frame);
    article.removeEventListener('pointermove', move);
    article.removeEventListener('pointerleave', leave);
    article.removeEventListener('click', click);
    article.removeEventListener('focusin', focus);
    article.removeEventListener('focusout', blur);
  };
}

const markOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.note-mark') : null;

const noteIn = (target: EventTarget | null): NoteId | null => {
  const mark = markOf(target);
  return mark && noteOfMark(mark, activeNote.get());
};

/** Links, boxes and their labels do what they do; somebody who selects words means those. */
const isPlain = ({ target, button, defaultPrevented, detail }: MouseEvent): boolean =>
  button === 0 &&
  !defaultPrevented &&
  detail === 1 &&
  target instanceof Element &&
  target.closest('a, button, input, label, textarea') === null &&
  getSelection()?.isCollapsed !== false;

function pointedAt({ target, clientX, clientY, buttons }: PointerEvent, notes: readonly PageNote[]): NoteId | null {
  const mark = noteIn(target);
  if (mark) return mark;
  if (buttons !== 0 || !(target instanceof Element) || target.closest('.text') === null) return null;
  if (target.closest('a, button, input, label') !== null) return null;
  return notesAtPoint(notes, clientX, clientY)[0]?.id ?? null;
}
