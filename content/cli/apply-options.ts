// The words of `guides apply`: what the group decides of the chosen suggestions, and what it tells their authors.
import { type AnswerEvent, declineReasons, responseLimits } from '../core/suggestion/responses.ts';
import { readArguments, UsageError } from './arguments.ts';

const rules = {
  accept: { takesValue: false },
  reword: { takesValue: false },
  decline: { takesValue: true },
  receive: { takesValue: false },
  review: { takesValue: false },
  say: { takesValue: true },
  note: { takesValue: true },
  all: { takesValue: false },
  each: { takesValue: false },
  json: { takesValue: false },
} as const;

/** `accept` and `reword` still want the guide's version. */
export type Decision = { readonly how: 'accept' | 'reword' } | { readonly how: 'answer'; readonly event: AnswerEvent };

export interface ApplyWords {
  readonly folder: string;
  readonly share: string;
  readonly channel: string;
  /** Beginnings of digests; empty where all that are not answered yet are meant. */
  readonly named: readonly string[];
  readonly decision: Decision;
  readonly words: string;
  /** For the guide's change log, instead of the usual words. */
  readonly note: string | null;
  readonly isEach: boolean;
  readonly isJson: boolean;
}

/** More than were ever waiting. */
const mostNamed = 10_000;
const longestNote = 300;

/** @param day ISO day. Throws `UsageError`. */
export function readApply(args: readonly string[], day: string): ApplyWords {
  const { positional, options } = readArguments(args, rules, [3, mostNamed]);
  const [folder = '', share = '', channel = '', ...named] = positional;
  const given = (['accept', 'reword', 'decline', 'receive', 'review'] as const).filter((name) => options.has(name));
  if (given.length > 1) throw new UsageError(`Decide one thing: --${given.join(' or --')}.`);
  const words = options.get('say') ?? '';
  if (words.length > responseLimits.words) throw new UsageError(`--say may have ${responseLimits.words} characters.`);
  const decision = decisionOf(given[0] ?? 'accept', { on: day, words }, options.get('decline') ?? '');
  const isAll = options.has('all');
  if (isAll === named.length > 0) throw new UsageError('Name the suggestions by the beginnings of their digests, or give --all.');
  if (isAll && !(decision.how === 'answer' && decision.event.state === 'received'))
    throw new UsageError('--all is for --receive: anything else is decided one by one.');
  const note = options.get('note') ?? null;
  if (note !== null && note.length > longestNote) throw new UsageError(`--note may have ${longestNote} characters.`);
  return { folder, share, channel, named, decision, words, note, isEach: options.has('each'), isJson: options.has('json') };
}

type Name = 'accept' | 'reword' | 'decline' | 'receive' | 'review';

function decisionOf(name: Name, said: { readonly on: string; readonly words: string }, reason: string): Decision {
  if (name === 'accept' || name === 'reword') return { how: name };
  if (name === 'receive') return { how: 'answer', event: { ...said, state: 'received' } };
  if (name === 'review') return { how: 'answer', event: { ...said, state: 'in-review' } };
  const known = declineReasons.find((one) => one === reason);
  if (!known) throw new UsageError(`"${reason}" is no reason; there are ${declineReasons.join(', ')}.`);
  if (known === 'other' && said.words.trim() === '') throw new UsageError('For "other" say why: --say "...".');
  return { how: 'answer', event: { ...said, state: 'declined', reason: known } };
}
