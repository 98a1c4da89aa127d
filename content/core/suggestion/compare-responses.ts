// What a draft answers that the published edition does not: for those who put their names to it. Answers are told one by
// one, because each is a word to somebody; of what is open the numbers are enough.
import type { Sha256 } from '../base/ids.ts';
import type { Answer, AnswerEvent, Responses } from './responses.ts';

export interface ResponsesDifference {
  /** New events, in their order. */
  readonly answered: readonly { readonly suggestion: Sha256; readonly events: readonly AnswerEvent[] }[];
  /** Of which something that was said is gone or says something else now. */
  readonly takenBack: readonly Sha256[];
  /** Came to the list of what is open, changed there, and went from it. */
  readonly opened: number;
  readonly changed: number;
  readonly closed: number;
}

export function compareResponses(before: Responses, after: Responses): ResponsesDifference {
  const now = new Map(after.answers.map((answer) => [answer.suggestion, answer]));
  const was = new Map(before.answers.map((answer) => [answer.suggestion, answer]));
  const open = new Map(before.open.map((entry) => [entry.suggestion, JSON.stringify(entry)]));
  const still = new Set(after.open.map(({ suggestion }) => suggestion));
  return {
    answered: after.answers.flatMap(({ suggestion, events }) => {
      const fresh = events.slice(sharedEvents(was.get(suggestion), events));
      return fresh.length === 0 ? [] : [{ suggestion, events: fresh }];
    }),
    takenBack: before.answers
      .filter((answer) => sharedEvents(answer, now.get(answer.suggestion)?.events ?? []) < answer.events.length)
      .map(({ suggestion }) => suggestion),
    opened: after.open.filter(({ suggestion }) => !open.has(suggestion)).length,
    changed: after.open.filter((entry) => open.has(entry.suggestion) && open.get(entry.suggestion) !== JSON.stringify(entry)).length,
    closed: before.open.filter(({ suggestion }) => !still.has(suggestion)).length,
  };
}

function sharedEvents(answer: Answer | undefined, events: readonly AnswerEvent[]): number {
  const apart = events.findIndex((event, at) => JSON.stringify(event) !== JSON.stringify(answer?.events[at]));
  return apart < 0 ? events.length : apart;
}
