import { expect, it } from 'vitest';
import { answerWords, authorWords, declineWords, proposalWords, refusalWords } from '../../../content/cli/inbox/words.ts';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { declineReasons } from '../../../content/core/suggestion/responses.ts';
import { sampleSuggestion } from '../../support/suggestions.ts';

const day = { on: '2026-11-24', words: '' };

it('says of every answer what it means', () => {
  expect(answerWords({ ...day, state: 'received' })).toBe('received');
  expect(answerWords({ ...day, state: 'in-review' })).toBe('in review');
  expect(answerWords({ ...day, state: 'accepted', edition: '0.2' })).toBe('accepted in 0.2');
  expect(answerWords({ ...day, state: 'reworded', edition: '0.2' })).toBe('reworded in 0.2');
  for (const reason of declineReasons) expect(answerWords({ ...day, state: 'declined', reason })).toBe(`declined: ${declineWords[reason]}`);
});

it('says what is proposed', () => {
  const of = (proposal: Parameters<typeof sampleSuggestion>[0]) => proposalWords(sampleSuggestion(proposal));
  expect(of({})).toBe('clearer wording');
  expect(of({ proposal: { kind: 'new-guide', source: '', template: null } })).toBe('new guide');
  expect(of({ proposal: { kind: 'comment' } })).toBe('comment');
  expect(of({ proposal: { kind: 'question' } })).toBe('question');
  expect(of({ proposal: { kind: 'support', suggestion: 'ab'.repeat(32) as Sha256 } })).toBe('supports abababab');
});

it('names a person only where a name was given, and lets nothing hide in it', () => {
  expect(authorWords({ name: 'Ann', force: 'Kent Police', role: '' })).toBe('Ann, Kent Police');
  expect(authorWords({ name: null, force: 'Kent\u202ePolice', role: '' })).toBe('Kent\uFFFDPolice');
});

it('has words for every refusal that go on after "it"', () => {
  for (const words of Object.values(refusalWords)) expect(words).toMatch(/^(?:is|has|holds|lacks|was|begins|gives|does|names|cannot) /);
});
