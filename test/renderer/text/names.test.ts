import { expect, test } from 'vitest';
import { knownAudiences } from '../../../content/core/guide/known.ts';
import { calloutKinds } from '../../../content/core/guide/model.ts';
import { audiencePhrase, calloutWords, list, topicWords } from '../../../renderer/text/names.ts';

test('every audience that guides may name has words of its own', () => {
  for (const name of knownAudiences) expect(audiencePhrase([name])).not.toContain('-');
});

test('audiences run together as one phrase', () => {
  expect(audiencePhrase(['web-manager', 'contact-centre', 'neighbourhood-team'])).toBe(
    'web managers, contact centre and neighbourhood teams',
  );
  expect(audiencePhrase(['roads-policing'])).toBe('roads policing');
  expect(audiencePhrase([])).toBe('');
});

test('every callout has a word', () => {
  for (const kind of calloutKinds) expect(calloutWords[kind]).toMatch(/^[A-Z]/);
});

test('a topic is readable', () => {
  expect(topicWords('moderation-and-abuse')).toBe('Moderation and abuse');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is said as "%s"', (items, words) => {
  expect(list(items)).toBe(words);
});
