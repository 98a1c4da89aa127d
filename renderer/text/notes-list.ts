// Words of the page of all notes, the tray of those that wait, the list beside a guide, and the notice after an update.
import type { Fate } from '../../content/core/annotation/model.ts';
import { counted, longDay, shortDay } from './dates.ts';
import { list } from './names.ts';

/** As notes-page-model.ts tells them apart. */
export const noteStateWords = {
  unchanged: 'Unchanged',
  reworded: 'Reworded',
  moved: 'Moved',
  waiting: 'Needs a new place',
  kept: 'Kept without a place',
  archived: 'Archived',
} as const;

export const noteSpanWords = { day: 'Last 24 hours', week: 'Last 7 days', month: 'Last month', year: 'Last year' } as const;
export const noteOrderWords = {
  guide: 'By guide',
  newest: 'Newest first',
  changed: 'Last changed first',
  oldest: 'Oldest change first',
} as const;

const notes = (count: number): string => counted(count, 'note');

export const notesListText = {
  loading: 'Fetching your notes …',
  views: 'Notes',
  viewAll: 'All notes',
  viewWaiting: 'To look at',

  empty: 'No notes yet',
  emptyHow: 'Select words in a guide and press Ctrl+Alt+1 to highlight them, or Ctrl+Alt+2 to write a note. Each one appears here.',
  emptyWhere: 'Notes are yours alone: they stay on this PC and never change a guide.',
  none: 'No note matches.',
  noneArchived: (count: number) => `${counted(count, 'archived note does', 'archived notes do')}.`,
  showArchived: 'Show archived notes',
  clear: 'Clear filters',

  search: 'Search notes',
  searchHint: 'Words, quotes, tags, guides',
  filters: 'Filters',
  guide: 'Guide',
  guideAny: 'Any guide',
  kind: 'Kind',
  kindAny: 'Any kind',
  tag: 'Tag',
  tagAny: 'Any tag',
  state: 'State',
  stateAny: 'All but archived',
  archivedCount: (count: number) => `Archived (${count.toLocaleString('en-GB')})`,
  words: 'Words',
  wordsAny: 'With or without words',
  wordsWith: 'With words',
  wordsWithout: 'Highlight only',
  span: 'Date changed',
  spanAny: 'Any date',
  order: 'Order',
  count: (shown: number, all: number) => (shown === all ? notes(all) : `${shown.toLocaleString('en-GB')} of ${notes(all)}`),
  more: (count: number) => `Show ${counted(count, 'more note')}`,
  guideGone: 'This guide is not on this PC any more. Its notes are kept.',
  guideCount: (count: number) => notes(count),

  rowName: (kind: string, quote: string) => `${kind}: “${quote}”`,
  noQuote: 'Note without quoted words',
  tick: (quote: string) => `Select: ${quote}`,
  tags: 'Tags',
  made: (day: string) => shortDay(day),
  changed: (day: string) => `changed ${shortDay(day)}`,
  edit: 'Edit the words',
  doneEditing: 'Done',
  keys: 'Up and Down go from note to note. Space selects, Enter opens the note in its guide, F2 edits its words, Delete deletes it.',

  selectAll: (count: number) => `Select all ${count.toLocaleString('en-GB')}`,
  selected: (count: number) => `${count.toLocaleString('en-GB')} selected`,
  selectedHidden: (count: number) => `${counted(count, 'more is', 'more are')} selected but not shown`,
  actions: 'With the selected notes',
  changeKind: 'Kind',
  changeTags: 'Tags',
  tagAdd: 'Add a tag',
  tagAddButton: 'Add',
  tagRemove: (tag: string) => `Remove “${tag}”`,
  archive: 'Archive',
  restore: 'Take out of the archive',
  delete: 'Delete',
  clearSelection: 'Select none',
  working: 'Changing the notes …',

  newer: (titles: readonly string[]) =>
    `A newer version of National Guides wrote the notes on ${list(titles)}. They can be read here, and changed once this PC has that version.`,
  refused: (count: number, title: string, file: string | null) =>
    `${counted(count, 'note')} on ${title} could not be read. ${count === 1 ? 'It was' : 'They were'} not thrown away: ${
      count === 1 ? 'it is' : 'they are'
    } kept ${file === null ? 'in a file beside the others' : `in the file ${file}`}, which your IT desk can open as text.`,

  setAsideBefore: (title: string, file: string) =>
    `Some notes on ${title} could not be read before now. What there was of them is kept in the file ${file}.`,

  trayTitle: (count: number) => `${counted(count, 'note needs', 'notes need')} a new place`,
  trayWhy: (count: number) =>
    count === 1
      ? 'Its words are no longer in the guide. Nothing is lost: choose where it belongs now, or keep it as it is.'
      : 'Their words are no longer in their guides. Nothing is lost: choose where each belongs now, or keep it as it is.',
  trayAll: (count: number) => `Look at all ${count.toLocaleString('en-GB')}`,
  trayEmpty: 'Nothing waits for you',
  trayEmptyWhy: 'When a new edition changes words that you marked, those notes are shown here, with the old words and the new.',
  oldWords: 'It stood on these words',
  under: (section: string) => `under “${section}”`,
  findPlace: 'Find it a place',
  hidePlaces: 'Hide the places',
  likely: 'Where it might belong now',
  likelyLoading: 'Looking for places …',
  likelyNone: 'No place in the guide is like it.',
  reasons: { id: 'the same paragraph, reworded', words: 'has words in common', context: 'stands between the same neighbours' },
  placeHere: 'Place here',
  choosePlace: 'Choose the words yourself',
  keep: 'Keep without a place',
  keptDone: (count: number) => `${notes(count)} kept without a place`,
  rewordedTitle: (count: number) => `${counted(count, 'note')} on words that were changed`,
  rewordedWhy: 'They stand where they stood. Only the words under them are new.',
  movedTitle: (count: number) => `${counted(count, 'note')} on words that moved`,
  movedWhy: 'The words are the same, and stand elsewhere in their guide now.',
  keptTitle: (count: number) => `${counted(count, 'note')} kept without a place`,
  removedWords: 'Taken out: ',
  addedWords: 'Put in: ',
  wordsEnd: ' (end)',
  seen: 'Seen',
  seenAll: 'Mark all as seen',
  showInGuide: 'Show in the guide',

  placing: 'Choose a place',
  placingHow: 'Select the words this note belongs to',
  placingNothing: 'Select words in the guide first: with the mouse, or F7 and Shift with the arrow keys.',
  cancel: 'Cancel',

  here: 'Notes',
  hereCount: (count: number) => `Notes (${count.toLocaleString('en-GB')})`,
  hereNone: 'None yet. Select words to mark them.',
  hereWaiting: (count: number) => `${counted(count, 'note waits', 'notes wait')} for you to look`,
  hereMore: (count: number) => `Show all ${count.toLocaleString('en-GB')}`,
  hereAll: 'My notes on this guide',

  link: 'My notes',
  /** After the figure. */
  linkWaiting: ' to look at',
  placed: placedSentence,
  look: 'Look at them',
  printed: (day: string) => `Printed ${longDay(day)}. These notes are one person’s own, and no part of any guide.`,
} as const;

/** "Your 14 notes: 11 unchanged, 2 reworded, 1 needs a new place." */
function placedSentence(counts: Readonly<Record<Fate, number>>): string {
  const all = counts.unchanged + counts.reworded + counts.moved + counts.gone;
  const parts = [
    [counts.unchanged, 'unchanged', 'unchanged'],
    [counts.reworded, 'reworded', 'reworded'],
    [counts.moved, 'moved', 'moved'],
    [counts.gone, 'needs a new place', 'need a new place'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return `Your ${notes(all)}: ${said.join(', ')}.`;
}
