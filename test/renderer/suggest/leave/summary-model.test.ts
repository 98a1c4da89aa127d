import { describe, expect, test } from 'vitest';
import { summaryOf, titleOf } from '../../../../renderer/suggest/leave/summary-model.ts';
import { baseOf, sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

describe('the summary of a suggestion', () => {
  test('says what, why, from whom and made from which edition', () => {
    const summary = summaryOf(sampleSuggestion({ base: baseOf(sampleSource, 1_790_000_000) }));
    expect(summary.title).toBe('Suggestion for “House rules”');
    expect(Object.fromEntries(summary.facts)).toMatchObject({
      Guide: 'House rules',
      Channel: 'everyday',
      'Made from': 'the edition of 21 September 2026',
      Kind: 'Clearer wording',
      Urgency: 'At the next review',
      From: 'Ann Example, Web manager, Kent Police',
      Written: '23 November 2026',
    });
    expect(summary.why).toEqual({ label: 'Why', text: 'The procedure says so.' });
    expect(summary.changes.map(({ head }) => head)).toEqual(['Paragraph, changed, under “House rules”']);
  });

  test('without a name it comes from a role and a force', () => {
    const { facts } = summaryOf(sampleSuggestion({ author: { name: null, force: 'Gwent Police', role: 'Officer' } }));
    expect(facts).toContainEqual(['From', 'Officer, Gwent Police']);
  });

  test('a question shows the passage it is about, and no changes', () => {
    const summary = summaryOf(sampleSuggestion({ proposal: { kind: 'question' }, why: 'Since when?' }));
    expect(summary).toMatchObject({ passage: 'may hide', changes: [], why: { label: 'Question', text: 'Since when?' } });
  });

  test('formatting, links and moves are sentences', () => {
    const source = sampleSource.replace('may hide', '**may** [hide](https://example.org/)');
    const { changes } = summaryOf(sampleSuggestion({ proposal: { kind: 'change', source } }));
    expect(changes[0]?.notes).toEqual(['“may” becomes bold.', '“hide” links to https://example.org/']);
  });

  test('a guide is named by its own text, else by its id, else not at all', () => {
    expect(titleOf(sampleSuggestion())).toBe('House rules');
    expect(titleOf(sampleSuggestion({ base: null, proposal: { kind: 'comment' } }))).toBe('house-rules');
    expect(titleOf(sampleSuggestion({ guide: null, base: null, about: null, proposal: { kind: 'comment' } }))).toBeNull();
  });
});
