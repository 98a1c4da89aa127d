// A person's notes as end-notes of a printed guide. On the screen there is nothing of it.
import { useEffect } from 'react';
import { openNotes } from '../state/notes.ts';
import { settings } from '../state/settings.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { highlightWords } from '../text/notes.ts';
import { notesPageText } from '../text/notes-page.ts';
import { NoteText } from './NoteText.tsx';
import { type PrintedNote, printedNotes } from './printed-model.ts';

export function PrintedNotes() {
  const wanted = useSelected(settings, ({ values }) => values.printNotes);
  const notes = useStore(openNotes);
  // Marks and lines at the words are printed by the style sheet (marks-print.css).
  useEffect(() => {
    document.documentElement.toggleAttribute('data-print-notes', wanted);
    return () => document.documentElement.removeAttribute('data-print-notes');
  }, [wanted]);
  const printed = wanted ? printedNotes(notes) : [];
  if (printed.length === 0) return null;
  const placed = printed.filter(({ number }) => number !== null);
  const others = printed.filter(({ number }) => number === null);
  return (
    <section className="printed-notes" data-not-text="" aria-labelledby="printed-notes-title">
      <h2 id="printed-notes-title">{notesPageText.printed}</h2>
      <p className="printed-intro">{notesPageText.printedIntro}</p>
      <ol>{placed.map(row)}</ol>
      {others.length > 0 && (
        <>
          <h3>{notesPageText.printedWithout}</h3>
          <ul>{others.map(row)}</ul>
        </>
      )}
    </section>
  );
}

function row({ number, shown: { note } }: PrintedNote) {
  return (
    <li key={note.id} value={number ?? undefined}>
      <p className="printed-quote">
        <strong>{highlightWords[note.highlight].name}</strong> <q>{note.anchor.exact}</q>
      </p>
      {note.text.trim() !== '' && <NoteText text={note.text} guide={note.guide} />}
      {note.tags.length > 0 && <p className="printed-tags">{notesPageText.printedTags(note.tags)}</p>}
    </li>
  );
}
