import { expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { cite, type Quoted, sourceLine } from '../../../renderer/reader/citation.ts';

const quoted: Quoted = {
  quote: 'Hide it.',
  guide: 'house-rules' as GuideId,
  title: 'House rules',
  section: 'Hide or delete',
  version: '0.1',
  status: 'draft',
  pack: 'Everyday use',
  group: 'Everyday use working group',
  edition: '2026-11-22',
  demo: false,
  block: 'bq7f2ncd',
};

test('the source names guide, section, version, state, edition and owner', () => {
  expect(sourceLine(quoted)).toBe(
    'National Guides, Everyday use: House rules, section “Hide or delete”, version 0.1 (draft), edition of 22 November 2026, Everyday use working group.',
  );
});

test('what is not there leaves no hole', () => {
  expect(sourceLine({ ...quoted, section: null, status: 'approved', group: '', demo: true })).toBe(
    'National Guides, Everyday use: House rules, version 0.1, edition of 22 November 2026 (demonstration).',
  );
});

test('as text the quotation comes first, the link last', () => {
  expect(cite(quoted).text.split('\n')).toEqual(['“Hide it.”', sourceLine(quoted), 'guides://guide/house-rules#bq7f2ncd', '']);
});

test('as html nothing of the guide becomes markup', () => {
  const { html } = cite({ ...quoted, quote: '<img src=x onerror=alert(1)> & "more"', title: '<b>Rules</b>' });
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
  expect([...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag).sort()).toEqual(
    ['blockquote', 'blockquote', 'br', 'cite', 'cite', 'p', 'p', 'p', 'p'].sort(),
  );
});

test('lines stay lines, spaces are tidied', () => {
  expect(cite({ ...quoted, quote: '  one \u00a0 two \r\n\r\n\tthree  ' }).text).toContain('“one two\nthree”');
});

test('a whole guide that was selected still fits the clipboard’s bound', () => {
  const { text, html } = cite({ ...quoted, quote: 'x'.repeat(500_000) });
  expect([text.length < 100_000, html.length < 200_000]).toEqual([true, true]);
});
