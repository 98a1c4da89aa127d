// Opens a note from elsewhere: its guide, its words, its card. A note without a place opens its guide alone.
import type { Note } from '../../content/core/annotation/model.ts';
import type { GuideNotes, ShownNote } from '../../electron/ipc/note-replies.ts';
import { layOutAll } from '../reader/first-screen.tsx';
import { navigation, openGuide } from '../state/navigation.ts';
import { activeNote, findNote, openNotes } from '../state/notes.ts';
import { showNote } from './next-note.tsx';

// A slow disk takes a second; after this the person is doing something else.
const patienceMs = 5_000;

/** True once the note's card is open. */
export async function goToNote(note: Pick<Note, 'id' | 'guide' | 'fate' | 'anchor'>): Promise<boolean> {
  // The edition that is shown may be an older one, in which it stands elsewhere, or stands at all.
  const known = shownIn(openNotes.get(), note)?.parts[0]?.block;
  await openGuide(note.guide, known ?? (note.fate === 'gone' ? null : note.anchor.block));
  if (!(await notesAreHere(note))) return false;
  const article = document.querySelector<HTMLElement>('article.guide');
  const here = shownIn(openNotes.get(), note);
  if (!article || !here || here.parts.length === 0) return false;
  layOutAll();
  showNote(here, article);
  activeNote.set(note.id);
  return true;
}

const shownIn = (notes: GuideNotes | null, { guide, id }: Pick<Note, 'guide' | 'id'>): ShownNote | null =>
  notes?.guide === guide ? findNote(notes, id) : null;

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
