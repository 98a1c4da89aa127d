// Everything about notes on a guide's page. Mounted after the first paint; its code comes after that too.
import { type RefObject, useEffect } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { showNotesOf } from '../state/notes.ts';
import { showMarks } from './marks.tsx';
import { NoteCard } from './NoteCard.tsx';
import { followSteps } from './next-note.tsx';
import { PrintedNotes } from './PrintedNotes.tsx';
import { SelectionBar } from './SelectionBar.tsx';

export interface LayerProps {
  readonly guide: GuideDocument;
  readonly article: RefObject<HTMLElement | null>;
}

export function NotesLayer({ guide, article }: LayerProps) {
  useEffect(() => {
    const page = article.current;
    if (!page) return;
    void showNotesOf(guide);
    const off = [showMarks(page), followSteps(page)];
    return () => {
      for (const stop of off) stop();
    };
  }, [guide, article]);
  useEffect(() => () => void showNotesOf(null), []);
  return (
    <>
      <PrintedNotes />
      <SelectionBar guide={guide} article={article} />
      <NoteCard guide={guide} article={article} />
    </>
  );
}
