// What is said of suggestions at a terminal: why a file was refused, what became of one, and who made it.
import { assertNever } from '../../core/base/assert-never.ts';
import type { Standing } from '../../core/suggestion/group.ts';
import type { Author, Suggestion, SuggestionKind } from '../../core/suggestion/model.ts';
import type { AnswerEvent, DeclineReason } from '../../core/suggestion/responses.ts';
import type { InboxRefusal } from '../../node/inbox.ts';
import { printable } from '../terminal.ts';

/** After the file's name; every reason has its words, or this does not compile. */
export const refusalWords: Readonly<Record<InboxRefusal, string>> = {
  'not-a-zip': 'is no bundle, is damaged, or was cut while it was copied',
  'too-many-files': 'holds more files than a bundle has',
  'file-name': 'holds a file with a name that no bundle has',
  missing: 'lacks one of the files that a bundle has',
  'wrong-patch': 'holds another patch than its suggestion gives',
  'wrong-evidence': 'holds other evidence than its suggestion names',
  'too-large': 'is larger than a bundle may be',
  'not-json': 'holds a suggestion that cannot be read',
  newer: 'was made by a newer National Guides: use the newer program',
  'not-a-suggestion': 'holds something that is no suggestion',
  'not-canonical': 'was not written by National Guides as it is',
  'wrong-digest': 'begins from another text than it says',
  'source-too-large': 'holds a text longer than a guide may be',
  'text-not-clean': 'holds text with hidden control characters',
  'why-too-long': 'gives a reason longer than may be',
  'too-much-evidence': 'has more evidence than may be',
  evidence: 'has evidence that is none',
  'evidence-too-large': 'has more bytes of evidence than may be',
  author: 'does not say properly who made it',
  passage: 'names a passage that cannot be',
  base: 'does not fit the text it begins from',
  times: 'has times that cannot be',
  unreadable: 'cannot be read here',
  'other-channel': 'is for another channel',
  'inbox-full': 'was not looked at: there are more words in this inbox than fit at once',
};

export const standingWords: Readonly<Record<Standing, string>> = {
  current: 'fits',
  carried: 'fits, from an older edition',
  taken: 'said already',
  conflict: 'CONFLICT: the guide changed there since',
  gone: 'GONE: there is no such guide now',
};

export const kindWords: Readonly<Record<SuggestionKind, string>> = {
  'factual-error': 'factual error',
  outdated: 'outdated',
  wording: 'clearer wording',
  missing: 'missing',
  other: 'other',
};

/** For the guide's change log, after "…". */
export const logWords: Readonly<Record<SuggestionKind, string>> = {
  'factual-error': 'Corrected',
  outdated: 'Brought up to date',
  wording: 'Clearer wording',
  missing: 'Added what was missing',
  other: 'Changed',
};

export const declineWords: Readonly<Record<DeclineReason, string>> = {
  'out-of-scope': 'it is out of scope',
  'already-covered': 'it is covered already',
  'no-evidence': 'there is no evidence for it',
  'against-policy': 'it is against policy',
  other: 'for another reason',
};

export function answerWords(event: AnswerEvent): string {
  switch (event.state) {
    case 'received':
      return 'received';
    case 'in-review':
      return 'in review';
    case 'accepted':
      return `accepted in ${event.edition}`;
    case 'reworded':
      return `reworded in ${event.edition}`;
    case 'declined':
      return `declined: ${declineWords[event.reason]}`;
    default:
      return assertNever(event);
  }
}

export function proposalWords({ proposal, kind }: Suggestion): string {
  switch (proposal.kind) {
    case 'change':
      return kindWords[kind];
    case 'new-guide':
      return 'new guide';
    case 'comment':
      return 'comment';
    case 'question':
      return 'question';
    case 'support':
      return `supports ${proposal.suggestion.slice(0, 8)}`;
    default:
      return assertNever(proposal);
  }
}

/** Force, and the name only where it was given. */
export const authorWords = ({ name, force }: Author): string => printable(name ? `${name}, ${force}` : force);
