// Opens a note from elsewhere: its guide, its words, its card. A note without a place opens its guide alone.
import type { Note } from '../../content/core/annotation/model.ts';
import { layOutAll } from '../reader/first-screen.tsx';
import { navigation, openGuide } from '../state/navigation.ts';
import { activeNote, openNotes } from '../state/notes.ts';
import { notesOnPage } from './mark-model.ts';
import { showNote } from './next-note.tsx';

// A slow disk takes a second; after this the person is doing something else.
const patienceMs = 5_000;

/** True once the note's card is open. */
export async function goToNote(note: Pick<Note, 'id' | 'guide' | 'fate' | 'anchor'>): Promise<boolean> {
  await openGuide(note.guide, note.fate === 'gone' ? null : note.anchor.block);
  if (note.fate === 'gone' || !(await notesAreHere(note))) return false;
  const article = document.querySelector<HTMLElement>('article.guide');
  const here = notesOnPage(openNotes.get()).find(({ id }) => id === note.id);
  if (!article || !here) return false;
  layOutAll();
  showNote(here, article);
  activeNote.set(note.id);
  return true;
}

/** Waits for the notes of the guide that is shown now. False where they do not come, or another guide is shown first. */
function notesAreHere({ guide }: Pick<Note, 'guide'>): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (came: boolean): void => {
      clearTimeout(timer);
      for (const stop of off) stop();
      resolve(came);
    };
    const look = (): void => {
      if (navigation.get().guide?.summary.id !== guide) done(false);
      else if (openNotes.get()?.guide === guide) done(true);
    };
    const off = [openNotes.subscribe(look), navigation.subscribe(look)];
    const timer = setTimeout(() => done(false), patienceMs);
    look();
  });
}
