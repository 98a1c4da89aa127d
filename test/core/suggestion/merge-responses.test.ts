// Two editors answer on two copies of a share: nobody's answer is lost.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import { mergeResponses } from '../../../content/core/suggestion/merge-responses.ts';
import { type AnswerEvent, latest, noResponses, type Responses, withEvent, withOpen } from '../../../content/core/suggestion/responses.ts';
import { readResponses, writeResponses } from '../../../content/core/suggestion/responses-json.ts';

const digest = (digit: string): Sha256 => digit.repeat(64) as Sha256;
const day = { on: '2026-11-24', words: '' };
const received: AnswerEvent = { ...day, state: 'received' };
const accepted: AnswerEvent = { ...day, state: 'accepted', edition: '0.2' };
const declined: AnswerEvent = { ...day, state: 'declined', reason: 'other' };
const said = (digit: string, ...events: readonly AnswerEvent[]): Responses =>
  events.reduce((all, event) => withEvent(all, digest(digit), event), noResponses);
const eventsOf = ({ answers }: Responses) => answers.map(({ suggestion, events }) => [suggestion[0], ...events.map(({ state }) => state)]);

it('holds the answers of both', () => {
  expect(eventsOf(mergeResponses(said('a', received), said('b', accepted)))).toEqual([
    ['a', 'received'],
    ['b', 'accepted'],
  ]);
});

it('tells all that was said of one suggestion, a decision last, and of two decisions the newest edition’s', () => {
  expect(eventsOf(mergeResponses(said('a', received), said('a', received, accepted)))).toEqual([['a', 'received', 'accepted']]);
  expect(eventsOf(mergeResponses(said('a', received, accepted), said('a', received)))).toEqual([['a', 'received', 'accepted']]);
  expect(eventsOf(mergeResponses(said('a', received, accepted), said('a', declined)))).toEqual([['a', 'received', 'declined', 'accepted']]);
});

it('keeps open what neither has decided, with the forces of both', () => {
  const entry = { suggestion: digest('a'), guide: 'house-rules' as GuideId, blocks: [], kind: 'wording' as const, since: '2026-11-23' };
  const open = (...forces: readonly string[]) => withOpen(said('a', received), { ...entry, forces });
  expect(mergeResponses(open('Kent'), open('Essex')).open).toEqual([{ ...entry, forces: ['Kent', 'Essex'] }]);
  expect(mergeResponses(open('Kent'), said('a', received, declined)).open).toEqual([]);
  expect(mergeResponses(said('a', declined), open('Essex')).open).toEqual([]);
});

it('is what a reader reads, whatever was said: a law', () => {
  const event = fc.constantFrom(received, accepted, declined, { ...received, words: 'Thank you.' });
  const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), event), { maxLength: 30 });
  const all = (list: readonly (readonly [string, AnswerEvent])[]) =>
    list.reduce((responses, [digit, one]) => withEvent(responses, digest(digit), one), noResponses);
  fc.assert(
    fc.property(some, some, (ours, theirs) => {
      const [left, right] = [all(ours), all(theirs)];
      const merged = mergeResponses(left, right);
      expect(readResponses(writeResponses(merged)).refused).toBe(0);
      const names = new Set([...left.answers, ...right.answers].map(({ suggestion }) => suggestion));
      expect(new Set(merged.answers.map(({ suggestion }) => suggestion))).toEqual(names);
      for (const answer of left.answers)
        if (['accepted', 'declined'].includes(latest(answer).state))
          expect(latest(merged.answers.find(({ suggestion }) => suggestion === answer.suggestion) ?? answer)).toEqual(latest(answer));
    }),
  );
});
