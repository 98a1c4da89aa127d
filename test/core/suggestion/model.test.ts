import { expect, test } from 'vitest';
import { isSuggestionId, proposedSource } from '../../../content/core/suggestion/model.ts';
import { sampleSuggestion } from '../../support/suggestions.ts';

test.each([
  ['urn:uuid:00000000-0000-4000-8000-000000000001', true],
  ['urn:uuid:00000000-0000-4000-8000-00000000000A', false],
  ['urn:uuid:../../etc/passwd', false],
  ['00000000-0000-4000-8000-000000000001', false],
])('%s as the id of a suggestion: %s', (text, is) => {
  expect(isSuggestionId(text)).toBe(is);
});

test('a change and a new guide propose a text, words about one do not', () => {
  expect(proposedSource(sampleSuggestion({ proposal: { kind: 'new-guide', source: 'New', template: null } }))).toBe('New');
  expect(proposedSource(sampleSuggestion({ proposal: { kind: 'question' } }))).toBeNull();
});
