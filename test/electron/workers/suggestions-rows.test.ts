import { describe, expect, test } from 'vitest';
import { changesIn } from '../../../electron/workers/suggestions-rows.ts';
import { baseOf, sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

const changed = (source: string) => changesIn(sampleSuggestion({ base: baseOf(), proposal: { kind: 'change', source } }));

describe('the first change of a row', () => {
  test('is in plain words, at most 300 characters of them', () => {
    const source = sampleSource.replace('You may hide', `- You **must** [hide](https://example.org/) ${'x'.repeat(400)}`);
    const { first, edits } = changed(source);
    expect(first?.next.startsWith('You must hide')).toBe(true);
    expect(first?.next).toHaveLength(300);
    expect(first?.old).toBe('You may hide a comment.');
    expect(edits).toBe(1);
  });

  test('is the title before any paragraph', () => {
    const { first, edits, title } = changed(
      sampleSource.replace('title: House rules', 'title: Our rules').replace('may hide', 'must hide'),
    );
    expect(first).toEqual({ old: 'House rules', next: 'Our rules' });
    expect([edits, title]).toEqual([2, 'Our rules']);
  });

  test('is none where nothing changes, or there is nothing to compare', () => {
    expect(changed(sampleSource)).toMatchObject({ first: null, edits: 0 });
    expect(changesIn(sampleSuggestion({ proposal: { kind: 'comment' } }))).toEqual({ title: null, first: null, edits: 0 });
    const whole = { kind: 'new-guide', source: '---\ntitle: New\n---\n\nText.\n', template: null } as const;
    expect(changesIn(sampleSuggestion({ base: null, guide: null, proposal: whole }))).toEqual({ title: 'New', first: null, edits: 1 });
  });
});
