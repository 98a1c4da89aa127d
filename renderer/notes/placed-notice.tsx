// After a newer edition came: one sentence about what became of the notes on its guides. The page that is open keeps its
// edition; where nothing changed, nothing is said.
import { useEffect } from 'react';
import type { PlacedNotes } from '../../electron/ipc/note-replies.ts';
import { listen } from '../api.ts';
import { go } from '../state/navigation.ts';
import { notify } from '../state/notices.ts';
import { notesListText } from '../text/notes-list.ts';
import { placedSum } from './tray-model.ts';

export function tellPlaced({ counts }: PlacedNotes): void {
  if (placedSum(counts).changed === 0) return;
  notify(notesListText.placed(counts), { label: notesListText.look, run: () => void go({ kind: 'notes', view: 'waiting' }) });
}

export const usePlacedNotice = (): void => useEffect(() => listen('notes.placed', tellPlaced), []);
