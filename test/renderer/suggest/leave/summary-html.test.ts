import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Suggestion } from '../../../../content/core/suggestion/model.ts';
import { pageOf, summaryHtml } from '../../../../renderer/suggest/leave/summary-html.ts';
import { anySuggestion, sampleDraft, sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

const htmlOf = (special: Partial<Suggestion> = {}) => summaryHtml({ draft: sampleDraft({ suggestion: sampleSuggestion(special) }) });
const tagsIn = (html: string): readonly string[] => [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag.toLowerCase());
const known =
  'html head meta title style body main article h1 h2 h3 p dl div dt dd section span del ins ul ol li a blockquote footer'.split(' ');

describe('summary.html', () => {
  test('shows old and new words, the reason, the evidence and who', () => {
    const html = htmlOf({
      evidence: [
        { kind: 'link', href: 'https://example.org/?a=1&b=2' },
        { kind: 'text', text: 'Seen\ntwice' },
      ],
    });
    expect(html).toContain('<del>may </del>');
    expect(html).toContain('<ins>must </ins>');
    expect(html).toMatch(/<span class="ear"> deletes <\/span><del>/);
    expect(html).toContain('The procedure says so.');
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">https://example.org/?a=1&amp;b=2</a>');
    expect(html).toContain('Seen\ntwice');
    expect(html).toContain('Ann Example, Web manager, Kent Police');
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain('<title>Suggestion for “House rules”</title>');
  });

  test('needs nothing else, may run nothing, and prints', () => {
    const html = htmlOf();
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`);
    expect(html).toContain('@media print');
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)|\bsrc=|url\(|@import/i);
  });

  test('is the same page on every PC and in every zone', () => {
    const draft = sampleDraft({
      suggestion: sampleSuggestion({ created: '2026-06-30T23:30:00.000Z', modified: '2026-06-30T23:30:00.000Z' }),
    });
    const zone = process.env.TZ;
    const pages = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((TZ) => {
      process.env.TZ = TZ;
      return summaryHtml({ draft });
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(pages).size).toBe(1);
    // London's calendar.
    expect(pages[0]).toContain('1 July 2026');
  });

  const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(1)>'</style>&lt;`;
  test.each<[string, Partial<Suggestion>]>([
    ['the reason', { why: hostile }],
    ['evidence', { evidence: [{ kind: 'text', text: hostile }] }],
    ['a link', { evidence: [{ kind: 'link', href: `javascript:${hostile}` }] }],
    ['the name of a file', { evidence: [{ kind: 'file', name: hostile, bytes: 1, digest: 'a'.repeat(64) as never }] }],
    ['a name', { author: { name: hostile, force: hostile, role: hostile } }],
    [
      'the text',
      { proposal: { kind: 'change', source: `${sampleSource}\n${hostile}\n\n[x](javascript:alert(1))\n\n![${hostile}](a.png)` } },
    ],
    [
      'the title',
      { proposal: { kind: 'new-guide', source: `---\ntitle: ${JSON.stringify(hostile)}\n---\n\n${hostile}`, template: null }, base: null },
    ],
    [
      'the passage',
      {
        proposal: { kind: 'comment' },
        about: { ...sampleSuggestion().about, anchor: { ...sampleSuggestion().about?.anchor, exact: hostile } } as never,
      },
    ],
  ])('holds no markup of others: %s', (_, special) => {
    const html = htmlOf(special);
    expect(tagsIn(html).filter((tag) => !known.includes(tag.replace('/', '')))).toEqual([]);
    expect(html).not.toMatch(/href="(?!https?:)/);
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  test('signs that turn text round are shown as a box', () => {
    expect(htmlOf({ why: 'abc\u202edef\u2066' })).toContain('abc\ufffddef\ufffd');
  });

  test('has only tags that are spelled here, whatever it is made of', () => {
    fc.assert(
      fc.property(anySuggestion, (suggestion) => {
        const html = pageOf([suggestion]);
        expect(tagsIn(html).filter((tag) => !known.includes(tag.replace('/', '')))).toEqual([]);
        expect(pageOf([structuredClone(suggestion)])).toBe(html);
      }),
    );
  });

  test('several stand on one page', () => {
    const html = pageOf([sampleSuggestion(), sampleSuggestion({ why: 'Another.' })]);
    expect(html.match(/<article>/g)).toHaveLength(2);
    expect(html).toContain('<title>2 suggestions</title>');
  });
});
