// Words of the search.
import { counted } from './dates.ts';
import { list } from './names.ts';

export const searchText = {
  label: 'Search all channels',
  placeholder: 'Search all channels',
  key: 'Ctrl K',
  clear: 'Clear the search',
  results: 'Results',
  scope: 'Look in',
  everywhere: 'All channels',
  typedScope: (names: readonly string[]) => `Only in ${list(names)}`,
  removeScope: (name: string) => `Search everywhere, not only in ${name}`,
  unknownScope: (names: readonly string[]) =>
    `There is no channel called ${list(names.map((name) => `“${name}”`))}, so it was searched for as a word.`,
  correction: (shown: string) => ['Showing results for ', shown, '.'] as const,
  instead: (typed: string) => `Search instead for “${typed}”`,
  verbatim: (typed: string) => `Showing results for exactly “${typed}”.`,
  withCorrection: 'Correct slips again',
  shownOf: (shown: number, total: number) => (shown < total ? `The best ${shown} of ${counted(total, 'guide')}` : counted(total, 'guide')),
  more: (count: number) => (count === 1 ? '1 more section' : `${count.toLocaleString('en-GB')} more sections`),
  top: 'Start of the guide',
  nothing: (text: string) => `Nothing found for “${text}”.`,
  nothingHint: 'Try fewer words, another word for the same thing, or all channels.',
  nothingInScope: 'You are looking in some channels only.',
  lookEverywhere: 'Look in all channels',
  suggestMissing: 'Suggest a missing guide',
  missing: 'Tell the working group this is missing',
  missingKept: (text: string) => `“${text}” is kept on this PC for your next suggestions.`,
  missingDone: 'Noted for the working group',
  onlyStopWords: 'These words stand in every guide. Add a word that says what it is about.',
  start: 'Type a few words, as you would say them.',
  startExamples: ['hide a comment', 'two-step sign-in', '“contact notice”', 'facebook: fake account'] as readonly string[],
  startTitle: 'For example',
  indexing: (done: number, of: number) =>
    `The search is still reading the guides: ${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}. More results may follow.`,
  openLink: 'Open this place',
  openLinkMissing: 'This link leads to a guide that is not on this PC.',
  keys: [
    ['↑ ↓', 'choose'],
    ['Enter', 'open'],
    ['Ctrl Enter', 'open and keep this list'],
    ['Esc', 'close'],
  ] as readonly (readonly [string, string])[],
  spoken: (total: number, correction: string | null) =>
    `${correction === null ? '' : `Showing results for ${correction}. `}${total === 0 ? 'Nothing found.' : `${counted(total, 'guide')} found.`}`,
} as const;
