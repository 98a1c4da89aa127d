// The answers of two editions that were published at the same time -> all of them. Nobody's answer is lost: where both say
// something of one suggestion, both are told, a decision last.
import { type AnswerEvent, isDecided, latest, type Responses, responseLimits, withOpen } from './responses.ts';

/** @param ours of the newest edition: of two decisions its own stands */
export function mergeResponses(ours: Responses, theirs: Responses): Responses {
  const other = new Map(theirs.answers.map((answer) => [answer.suggestion, answer]));
  const known = new Set(ours.answers.map(({ suggestion }) => suggestion));
  const answers = [
    ...ours.answers.map((answer) => ({ ...answer, events: joined(answer.events, other.get(answer.suggestion)?.events ?? []) })),
    ...theirs.answers.filter(({ suggestion }) => !known.has(suggestion)),
  ];
  const decided = new Set(answers.filter((answer) => isDecided(latest(answer))).map(({ suggestion }) => suggestion));
  const open = theirs.open.reduce(withOpen, { answers, open: ours.open.filter(({ suggestion }) => !decided.has(suggestion)) });
  return { ...open, open: open.open.slice(0, responseLimits.open) };
}

function joined(ours: readonly AnswerEvent[], theirs: readonly AnswerEvent[]): readonly AnswerEvent[] {
  const said = new Set(ours.map((event) => JSON.stringify(event)));
  const more = theirs.filter((event) => !said.has(JSON.stringify(event)));
  if (more.length === 0) return ours;
  const last = ours.at(-1);
  const stays = last !== undefined && (isDecided(last) || !more.some(isDecided));
  const events = stays ? [...ours.slice(0, -1), ...more, last] : [...ours, ...more];
  // The newest are what counts.
  return events.slice(-responseLimits.events);
}
