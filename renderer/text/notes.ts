// Words about notes that several places share. Each task has a file of its own beside this one.
import type { Fate, HighlightName } from '../../content/core/annotation/model.ts';

export const notesText = {
  title: 'My notes',
} as const;

/** What a highlight means; never told by its colour alone. */
export const highlightWords: Readonly<Record<HighlightName, { readonly name: string; readonly hint: string }>> = {
  important: { name: 'Important', hint: 'Must not be missed' },
  do: { name: 'To do', hint: 'Something to act on' },
  ask: { name: 'To ask', hint: 'Unclear, or to be checked' },
  local: { name: 'Local', hint: 'Different in this force' },
};

export const fateWords: Readonly<Record<Fate, string>> = {
  unchanged: 'Unchanged',
  reworded: 'Reworded',
  moved: 'Moved',
  gone: 'Needs a new place',
};
