// Words about notes on a guide's page: marks in the margin, going from note to note, notes on paper.
import type { HighlightName } from '../../content/core/annotation/model.ts';
import { highlightWords } from './notes.ts';

const kind = (highlight: HighlightName): string => highlightWords[highlight].name.toLowerCase();

export interface MarkWords {
  readonly highlight: HighlightName;
  readonly hasText: boolean;
  /** What became of its words, where nobody has seen to that yet. */
  readonly news: 'reworded' | 'moved' | null;
}

const mark = ({ highlight, hasText, news }: MarkWords): string =>
  ['Highlighted', kind(highlight), ...(hasText ? ['has note'] : []), ...(news === null ? [] : [news])].join(', ');

export const notesPageText = {
  mark,
  /** One button for the notes of a block beyond those that have a mark of their own. */
  more: (count: number) => `${count} more notes on this passage`,
  moreSign: (count: number) => `+${count}`,
  at: (number: number, count: number, highlight: HighlightName) => `Note ${number} of ${count}, ${kind(highlight)}`,
  none: 'There are no notes on the text of this guide.',
  printOn: 'Your notes will be printed after each guide, with a number beside the words they belong to.',
  printOff: 'Guides will be printed without your notes.',
  printManaged: 'Your IT team decides this.',
  printed: 'My notes',
  printedIntro: 'Private notes of the person who printed this. They are not part of the guidance.',
  printedWithout: 'Notes without a place in this edition',
  printedTags: (tags: readonly string[]) => `Tags: ${tags.join(', ')}`,
} as const;
