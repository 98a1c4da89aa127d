// Words of the selection bar and of a note's card, and what a change to notes is called when it is told or undone.
import type { HighlightName } from '../../content/core/annotation/model.ts';
import { counted, longDay, shortDay } from './dates.ts';
import { highlightWords } from './notes.ts';

const kind = (name: HighlightName): string => `“${highlightWords[name].name}”`;

/** What was done, for the notice that offers Undo. */
export const noteDone = {
  highlighted: (name: HighlightName) => `Highlighted as ${kind(name)}`,
  noted: 'Note added',
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

export const selectionText = {
  /** Of the part of the window, and of the row of buttons in it. */
  part: 'Selected words',
  bar: 'What to do with the selected words',
  highlight: 'Highlight',
  chooseKind: 'Choose the kind of highlight',
  kinds: 'Kind of highlight',
  note: 'Note',
  suggest: 'Suggest a change',
  copy: 'Copy',
  copyName: 'Copy with citation',
  /** Said once while the window is open. */
  how: 'Words selected. Press Ctrl+Alt+1 to highlight them, Ctrl+Alt+2 to write a note, Ctrl+Alt+3 to suggest a change, or F6 for all choices.',
  byKeysHow: 'Selecting by keyboard. Arrow keys move, Shift and arrow keys select, Ctrl goes by words. Esc ends it.',
  nothing: 'Select the words first: with the mouse, or with Shift and the arrow keys.',
} as const;

export const notesCardText = {
  name: (words: string) => `Note on “${words}”`,
  close: 'Close the note',
  kind: 'Kind',
  write: 'Write a note',
  edit: 'Edit',
  delete: 'Delete',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  copy: 'Copy with citation',
  copied: 'Copied with its source.',
  myNote: 'My note:',
  made: (day: string) => `Made ${shortDay(day)}`,
  changed: (day: string) => `changed ${shortDay(day)}`,

  field: 'Note',
  format: 'Format',
  bold: 'Bold',
  italic: 'Italic',
  list: 'List',
  link: 'Link',
  hint: 'Saved while you type. Ctrl+Enter or Esc closes.',
  kept: 'Saved',
  waiting: 'Not saved yet',
  failed: 'Not saved yet. It is tried again by itself.',

  tags: 'Tags',
  addTag: 'Add a tag',
  removeTag: (tag: string) => `Remove the tag ${tag}`,
  tagsInUse: 'Tags in use',
  tagAdded: (tag: string) => `Tag ${tag} added`,
  tagRemoved: (tag: string) => `Tag ${tag} removed`,

  rewordedOn: (day: string) => `Its words have changed in the edition of ${longDay(day)}`,
  movedOn: (day: string) => `It has moved here in the edition of ${longDay(day)}`,
  gone: 'Its words are not in this edition',
  goneWords: 'They were:',
  seen: 'Seen',
  removedWords: 'Removed: ',
  addedWords: 'Added: ',
  endOfChange: ' End of change.',
  newer: 'A newer National Guides wrote these notes, so they can be read here but not changed.',
} as const;
