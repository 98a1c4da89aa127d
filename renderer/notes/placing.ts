// Choosing the words that a note belongs to now: while it goes on, a bar stands over the note's guide.
import { go } from '../state/navigation.ts';
import { createStore } from '../state/store.ts';
import type { NoteItem } from './notes-page-model.ts';

export const placing = createStore<NoteItem | null>(null);

// Clear of the bar that asks for the words, in CSS pixels.
const room = 200;

/** Opens the newest edition of the guide, where the note stood last. */
export function startPlacing(item: NoteItem): void {
  const { guide, anchor } = item.note;
  placing.set(item);
  void go(
    { kind: 'guide', guide, target: null },
    {
      fresh: true,
      moved: ({ blockIds }) => (anchor.block !== null && blockIds.includes(anchor.block) ? { block: anchor.block, offset: room } : null),
    },
  );
}

export const stopPlacing = (): void => placing.set(null);
