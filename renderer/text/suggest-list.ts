// Words of the list of suggestions and of the page of one of them.
import type { SuggestionKind } from '../../content/core/suggestion/model.ts';
import type { AnswerEvent, DeclineReason } from '../../content/core/suggestion/responses.ts';
import { counted, longDay } from './dates.ts';

export const declineWords: Readonly<Record<DeclineReason, string>> = {
  'out-of-scope': 'it is outside what this guide covers',
  'already-covered': 'the guidance says it already',
  'no-evidence': 'there is no evidence for it yet',
  'against-policy': 'it goes against policy',
  other: 'see what the group says',
};

/** What the group did, with its day. */
export function eventWords(event: AnswerEvent): string {
  const on = longDay(event.on);
  switch (event.state) {
    case 'received':
      return `Received on ${on}`;
    case 'in-review':
      return `In review since ${on}`;
    case 'accepted':
      return `Accepted in edition ${event.edition}, ${on}`;
    case 'reworded':
      return `Accepted, reworded, in edition ${event.edition}, ${on}`;
    case 'declined':
      return `Declined on ${on}: ${declineWords[event.reason]}`;
  }
}

export const stateWords = {
  draft: 'Draft',
  ready: 'Ready to send',
  sent: 'Sent',
  received: 'Received',
  'in-review': 'In review',
  accepted: 'Accepted',
  reworded: 'Accepted, reworded',
  declined: 'Declined',
  conflict: 'Needs your decision',
} as const;

export const groupWords = {
  decide: 'Need your decision',
  draft: 'Drafts',
  ready: 'Ready to send',
  sent: 'Sent',
  answered: 'Answered',
} as const;

export const suggestListText = {
  lead: 'Changes you suggest to the national guides. They are kept on this PC until you send them.',
  loading: 'Fetching your suggestions',
  empty: 'You have not suggested anything yet',
  emptyHow:
    'In a guide, select the words that should change and press Ctrl+Alt+3, or choose “Suggest a change” in the bar above them. Type as in a document: what you take out is struck, what you put in is underlined.',
  emptyNext: 'Your draft is saved while you type. When it is ready you see exactly what leaves this PC, and send it or save it as a file.',
  search: 'Search your suggestions',
  channel: 'Channel',
  anyChannel: 'All channels',
  state: 'State',
  anyState: 'All states',
  none: 'No suggestion matches.',
  clear: 'Show all',
  count: (count: number) => counted(count, 'suggestion'),
  tick: (title: string) => `Choose ${title}`,
  chosen: (count: number) => `${count} chosen`,
  untick: 'Choose none',
  sendChosen: 'Preview and send',
  delete: 'Delete',
  noTitle: 'A guide that is missing',
  whole: 'About the whole guide',
  more: (count: number) => `and ${counted(count, 'other change')}`,
  what: { change: 'Change', 'new-guide': 'Missing guide', comment: 'Comment', question: 'Question', support: 'Support of a suggestion' },
  waiting: (days: number) => (days === 0 ? 'sent today' : `waiting ${counted(days, 'day')}`),
  unread: (names: string) => `These files of suggestions cannot be read now, and nothing in them is changed: ${names}.`,
  aside: (names: string) => `These damaged files were put aside. Their words may still be in them: ${names}.`,
  missing: 'Suggest a missing guide',
} as const;

export const suggestOneText = {
  back: 'My suggestions',
  loading: 'Fetching the suggestion',
  edit: 'Edit in the guide',
  send: 'Preview and send',
  delete: 'Delete',
  openGuide: 'Open the guide',
  readOnly: 'A newer National Guides wrote this suggestion. It can be read here and not changed.',
  gone: 'This guide is not on this PC any more. Both texts are kept in the suggestion, and it can still be sent.',
  lost: 'A file that was attached is not on this PC any more. Remove it, or attach it again.',
  fields: 'About this suggestion',
  history: 'What has happened',
  begun: (day: string) => `Begun on ${day}`,
  changed: (day: string) => `Last changed on ${day}`,
  sentInbox: (day: string) => `Sent to the drop-box on ${day}`,
  sentFile: (day: string) => `Saved as a file on ${day}`,
  noAnswer: (days: number) =>
    days === 0 ? 'No answer yet: it was sent today.' : `No answer yet. It has been waiting for ${counted(days, 'day')}.`,
  says: 'The group says',
  decide: 'The national text changed where you did',
  decideHow: 'Both stand here, with the text from before. Take one, or write one out of the two; nothing is lost until you have decided.',
  national: 'National text now',
  yours: 'Your version',
  before: 'Text before both',
  emptyPart: 'Nothing stands here.',
  takeNational: 'Use the national text',
  takeYours: 'Use your version',
  write: 'Write it yourself',
  done: 'Use these texts',
  undecided: (count: number) => `${counted(count, 'place')} to decide.`,
  place: (at: number, of: number) => `Place ${at} of ${of}`,
  editGuide: 'The guide',
  newGuide: 'New guide',
  newTitle: 'Title',
  newSummary: 'Summary, in one line',
} as const;

export const missingGuideText = {
  title: 'Suggest a missing guide',
  channel: 'Channel or subject',
  name: 'What should it be called',
  begin: 'Begin the guide',
  cancel: 'Cancel',
  why: (query: string) => `Nobody found anything for “${query}”.`,
  headings: ['What it is for', 'Who it is for', 'What to do', 'What not to do', 'Where to get help'],
  fill: 'Write here what people need to know.',
} as const;

export const othersText = {
  mark: (forces: number) => `${counted(forces, 'force')} already suggested a change here`,
  title: 'Already suggested here',
  since: (day: string) => `since ${day}`,
  by: (forces: readonly string[]) => (forces.length === 0 ? 'A force' : forces.join(', ')),
  suggests: 'suggests',
  hidden: 'The words are with the group.',
  removes: 'would take this out.',
  support: 'Add my support',
  supported: 'You support this',
  close: 'Close',
  kinds: {
    'factual-error': 'Factual error',
    outdated: 'Law or platform changed',
    wording: 'Clearer wording',
    missing: 'Something is missing',
    other: 'Other',
  } satisfies Readonly<Record<SuggestionKind, string>>,
} as const;
