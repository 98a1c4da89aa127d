import { describe, expect, test } from 'vitest';
import { conflictParts, decidedText, historyOf, isClosed, isConflict } from '../../../../renderer/suggest/one/one-model.ts';
import { answerSample, sentSample } from '../../../support/suggestion-rows.ts';
import { baseOf, sampleDraft, sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

const now = '2026-04-07T12:00:00.000Z';
const dated = sampleSuggestion({ created: '2026-03-01T10:00:00.000Z', modified: '2026-03-02T10:00:00.000Z' });

describe('what has happened', () => {
  test('begins with the first day, and tells a later change', () => {
    expect(historyOf({ draft: sampleDraft({ suggestion: dated }), answer: null }, now).map(({ words }) => words)).toEqual([
      'Begun on 1 March 2026',
      'Last changed on 2 March 2026',
    ]);
  });

  test('says for how long a sent one has been waiting', () => {
    const draft = sampleDraft({ suggestion: dated, state: 'sent', sent: sentSample });
    expect(
      historyOf({ draft, answer: null }, now)
        .slice(2)
        .map(({ words }) => words),
    ).toEqual(['Sent to the drop-box on 4 March 2026', 'No answer yet. It has been waiting for 34 days.']);
  });

  test('ends with what the group did and wrote', () => {
    const draft = sampleDraft({ suggestion: dated, state: 'answered', sent: { ...sentSample, way: 'file' } });
    const answer = answerSample(
      { state: 'received', on: '2026-03-05', words: '' },
      { state: 'reworded', on: '2026-03-09', words: 'Thank you, shortened.', edition: '2.4' },
    );
    expect(historyOf({ draft, answer }, now).slice(2)).toMatchObject([
      { words: 'Saved as a file on 4 March 2026', said: '' },
      { words: 'Received on 5 March 2026', said: '' },
      { words: 'Accepted, reworded, in edition 2.4, 9 March 2026', said: 'Thank you, shortened.' },
    ]);
  });
});

test.each([
  [sampleDraft(), false, false],
  [sampleDraft({ state: 'ready' }), false, false],
  [sampleDraft({ state: 'sent', sent: sentSample }), false, true],
  [sampleDraft(), true, true],
])('what was sent, and what a newer app wrote, is closed (%#)', (draft, readOnly, closed) =>
  expect(isClosed({ draft, readOnly })).toBe(closed),
);

describe('where both changed the same words', () => {
  const suggestion = sampleSuggestion({
    base: baseOf(),
    proposal: { kind: 'change', source: sampleSource.replace('may hide', 'must hide') },
  });
  const conflict = baseOf(sampleSource.replace('may hide', 'should never hide'), 2);
  const parts = conflictParts({ draft: sampleDraft({ suggestion, conflict }) });

  test('the texts stand side by side, with the one from before', () => {
    const places = parts?.filter(isConflict) ?? [];
    expect(places).toHaveLength(1);
    expect(places[0]?.ours).toContain('should never hide');
    expect(places[0]?.theirs).toContain('must hide');
    expect(places[0]?.base).toContain('may hide');
  });

  test('there is no text before every place is decided, and then all else is as it was', () => {
    expect(decidedText(parts ?? [], [null])).toBeNull();
    expect(decidedText(parts ?? [], [])).toBeNull();
    const mine = parts?.find(isConflict)?.theirs ?? '';
    expect(decidedText(parts ?? [], [mine])).toBe(sampleSource.replace('may hide', 'must hide'));
  });

  test('nothing is to be decided without a newer edition', () => expect(conflictParts({ draft: sampleDraft({ suggestion }) })).toBeNull());
});
