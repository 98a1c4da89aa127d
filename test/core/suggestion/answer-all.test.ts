// Whoever said the same or supports it hears the same; what is open is known, and nobody's answer is lost to another's.
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { answerAll, relativesOf } from '../../../content/core/suggestion/answer-all.ts';
import { groupSuggestions } from '../../../content/core/suggestion/group.ts';
import type { Suggestion } from '../../../content/core/suggestion/model.ts';
import {
  type AnswerEvent,
  latest,
  noResponses,
  type Responses,
  responseLimits,
  withEvent,
} from '../../../content/core/suggestion/responses.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { sampleSuggestion } from '../../support/suggestions.ts';

const of = (force: string, special: Partial<Suggestion> = {}): { digest: Sha256; suggestion: Suggestion } => {
  const suggestion = sampleSuggestion({ author: { name: null, force, role: 'Editor' }, ...special });
  return { digest: digestOf(suggestion, sha256), suggestion };
};
const first = of('Kent Police', { created: '2026-11-01T09:00:00.000Z' });
const same = of('Essex Police', { created: '2026-11-02T09:00:00.000Z' });
const support = of('Surrey Police', { proposal: { kind: 'support', suggestion: first.digest }, base: null, about: null });
const other = of('Dorset Police', { proposal: { kind: 'comment' } });
const { entries } = groupSuggestions([first, same, support, other], new Map());
const day = { on: '2026-11-24', words: '' };
const accepted: AnswerEvent = { ...day, state: 'accepted', edition: '0.2' };
const received: AnswerEvent = { ...day, state: 'received' };
const states = ({ answers }: Responses) => Object.fromEntries(answers.map((answer) => [answer.suggestion, latest(answer).state]));

it('are the same words and their support, whichever of them was named', () => {
  expect(relativesOf(entries, first.digest)).toEqual([first.digest, support.digest, same.digest]);
  expect(new Set(relativesOf(entries, same.digest))).toEqual(new Set([first.digest, support.digest, same.digest]));
  expect(relativesOf(entries, other.digest)).toEqual([other.digest]);
});

describe('an answer', () => {
  it('reaches all who said it, and no others', () => {
    const said = answerAll(noResponses, entries, new Map([[same.digest, accepted]]));
    expect(states(said)).toEqual({ [first.digest]: 'accepted', [same.digest]: 'accepted', [support.digest]: 'accepted' });
  });

  it('leaves alone who was answered for good, or is answered now in another way', () => {
    const declined: AnswerEvent = { ...day, state: 'declined', reason: 'other' };
    const before = withEvent(noResponses, same.digest, declined);
    const said = answerAll(
      before,
      entries,
      new Map<Sha256, AnswerEvent>([
        [first.digest, accepted],
        [support.digest, received],
      ]),
    );
    expect(states(said)).toEqual({ [first.digest]: 'accepted', [same.digest]: 'declined', [support.digest]: 'received' });
  });

  it('opens what is received, with the forces behind it, and closes what is decided', () => {
    const open = answerAll(noResponses, entries, new Map(entries.map(({ digest }) => [digest, received])));
    expect(new Map(open.open.map(({ suggestion, forces }) => [suggestion, forces]))).toEqual(
      new Map([
        [first.digest, ['Kent Police', 'Surrey Police']],
        [same.digest, ['Essex Police']],
        [other.digest, ['Dorset Police']],
      ]),
    );
    expect(answerAll(open, entries, new Map([[first.digest, accepted]])).open.map(({ suggestion }) => suggestion)).toEqual([other.digest]);
  });

  it('is said once', () => {
    const events = new Map([[first.digest, accepted]]);
    const once = answerAll(noResponses, entries, events);
    expect(answerAll(once, entries, events)).toEqual(once);
  });

  it('lists no more as open than readers take, and answers all the same', () => {
    const [entry] = answerAll(noResponses, entries, new Map([[other.digest, received]])).open;
    if (!entry) throw new Error('nothing is open');
    const open = Array.from({ length: responseLimits.open }, (_, at) => ({ ...entry, suggestion: sha256(`${at}`) }));
    const said = answerAll({ answers: [], open }, entries, new Map([[first.digest, received]]));
    expect([said.open.length, states(said)[first.digest]]).toEqual([responseLimits.open, 'received']);
  });
});
