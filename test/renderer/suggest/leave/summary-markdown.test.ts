import { describe, expect, test } from 'vitest';
import { renderGuide } from '../../../../content/core/guide/render.ts';
import { summaryMarkdown } from '../../../../renderer/suggest/leave/summary-markdown.ts';
import { sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

describe('suggestions as Markdown', () => {
  test('put old and new under each other', () => {
    const text = summaryMarkdown([sampleSuggestion({ evidence: [{ kind: 'link', href: 'https://example.org/' }] })]);
    expect(text).toContain('# Suggestion for “House rules”');
    expect(text).toContain('National text now:\n\n> You may hide a comment.\n\nSuggested:\n\n> You must hide a comment.');
    expect(text).toContain('- <https://example.org/>');
    expect(text.endsWith('\n')).toBe(true);
  });

  test('say what is new or gone once', () => {
    const added = summaryMarkdown([sampleSuggestion({ proposal: { kind: 'change', source: `${sampleSource}\nOne more.\n` } })]);
    expect(added).toContain('Suggested:\n\n> One more.');
    expect(added).not.toContain('National text now:');
    const gone = summaryMarkdown([
      sampleSuggestion({ proposal: { kind: 'change', source: sampleSource.replace('You may hide a comment.\n', '') } }),
    ]);
    expect(gone).toContain('National text now:\n\n> You may hide a comment.');
    expect(gone).not.toContain('Suggested:');
  });

  test('make no markup of what anybody wrote', () => {
    const why = '# Not a heading\n<script>alert(1)</script>\n![a](b.png) **bold** [x](javascript:alert)\n\n---';
    const html = renderGuide(
      { body: summaryMarkdown([sampleSuggestion({ why })]) },
      { blockIds: [], image: () => null, hasGuide: () => false },
    );
    expect(html).not.toMatch(/<(?:img|a|script|hr)/);
    expect(html).toContain('# Not a heading');
    expect(html).toContain('**bold**');
  });

  test('several are parted by a rule', () => {
    expect(summaryMarkdown([sampleSuggestion(), sampleSuggestion()]).split('\n\n---\n\n')).toHaveLength(2);
  });
});
