// Words of the selection bar and of a note's card, and what a change to notes is called when it is told or undone.
import type { HighlightName } from '../../content/core/annotation/model.ts';
import { counted } from './dates.ts';
import { highlightWords } from './notes.ts';

const kind = (name: HighlightName): string => `“${highlightWords[name].name}”`;

/** What was done, for the notice that offers Undo. */
export const noteDone = {
  highlighted: (name: HighlightName) => `Highlighted as ${kind(name)}`,
  noted: 'Note added',
  suggested: 'Suggestion started as a note',
  recoloured: (count: number, name: HighlightName) =>
    count === 1 ? `Marked as ${kind(name)}` : `${counted(count, 'note')} marked as ${kind(name)}`,
  rewritten: 'Note changed',
  tagged: (count: number) => (count === 1 ? 'Tags changed' : `Tags of ${counted(count, 'note')} changed`),
  archived: (count: number) => (count === 1 ? 'Note archived' : `${counted(count, 'note')} archived`),
  unarchived: (count: number) => (count === 1 ? 'Note taken out of the archive' : `${counted(count, 'note')} taken out of the archive`),
  changed: (count: number) => (count === 1 ? 'Note changed' : `${counted(count, 'note')} changed`),
  deleted: (count: number) => (count === 1 ? 'Note deleted' : `${counted(count, 'note')} deleted`),
  placed: 'Note placed here',
  accepted: (count: number) => (count === 1 ? 'Change seen' : `Changes of ${counted(count, 'note')} seen`),
  undone: (what: string) => `Undone: ${what}`,
  nothingToUndo: 'There is no change to notes to undo.',
} as const;

export const notesCardText = {
  /** Tag of a note that proposes other words, until suggestions can be sent. */
  suggestTag: 'suggest a change',
} as const;
