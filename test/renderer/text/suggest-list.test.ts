import { describe, expect, test } from 'vitest';
import { declineReasons } from '../../../content/core/suggestion/responses.ts';
import { declineWords, eventWords, othersText, suggestListText, suggestOneText } from '../../../renderer/text/suggest-list.ts';

describe('what a group did', () => {
  test.each([
    [{ state: 'received', on: '2026-03-05', words: '' }, 'Received on 5 March 2026'],
    [{ state: 'in-review', on: '2026-03-05', words: '' }, 'In review since 5 March 2026'],
    [{ state: 'accepted', on: '2026-03-05', words: '', edition: '2.4' }, 'Accepted in edition 2.4, 5 March 2026'],
    [{ state: 'reworded', on: '2026-03-05', words: '', edition: '2.4' }, 'Accepted, reworded, in edition 2.4, 5 March 2026'],
  ] as const)('%j', (event, words) => expect(eventWords(event)).toBe(words));

  test('a reason is part of the sentence', () => {
    for (const reason of declineReasons)
      expect(eventWords({ state: 'declined', on: '2026-03-05', words: '', reason })).toBe(
        `Declined on 5 March 2026: ${declineWords[reason]}`,
      );
  });
});

test.each([
  [othersText.mark(1), '1 force already suggested a change here'],
  [othersText.mark(2), '2 forces already suggested a change here'],
  [suggestListText.waiting(0), 'sent today'],
  [suggestListText.waiting(1), 'waiting 1 day'],
  [suggestOneText.noAnswer(34), 'No answer yet. It has been waiting for 34 days.'],
  [suggestOneText.undecided(1), '1 place to decide.'],
  [suggestListText.more(2), 'and 2 other changes'],
])('figures and words agree: %s', (said, words) => expect(said).toBe(words));
