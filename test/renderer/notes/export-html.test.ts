import { describe, expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { exportHtml } from '../../../renderer/notes/export-html.ts';
import type { ExportedNote, ExportedNotes } from '../../../renderer/notes/export-model.ts';

const note: ExportedNote = {
  quote: 'Hide a comment\nthen tell',
  before: null,
  highlight: 'do',
  kind: 'To do',
  words: 'Ours is **Monday**',
  facts: [['Kind', 'To do']],
  link: 'guides://guide/house-rules#baaaaaaa',
};
const pageOf = (note: ExportedNote, title = 'House rules'): ExportedNotes => ({
  title: 'My notes',
  intro: 'Private.',
  guides: [{ guide: 'house-rules' as GuideId, title, sections: [{ heading: 'Hide', notes: [note] }] }],
  count: 1,
});
const tagsIn = (html: string): readonly string[] => [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag.toLowerCase());

describe('notes as a web page', () => {
  test('stand by guide, section and note, with their light formatting', () => {
    const html = exportHtml(pageOf(note));
    expect(html).toContain('<h2 id="title-house-rules">House rules</h2>');
    expect(html).toContain('<blockquote class="do"><p>Hide a comment</p><p>then tell</p></blockquote>');
    expect(html).toContain('Ours is <strong>Monday</strong>');
    expect(html).toContain('<dt>Link</dt><dd>guides://guide/house-rules#baaaaaaa</dd>');
    expect(html).toBe(exportHtml(pageOf(note)));
  });

  test('need nothing else, and may run nothing', () => {
    const html = exportHtml(pageOf(note));
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).toContain('@media print');
    expect(html).not.toMatch(/<(?:script|link|img|iframe)|src=|url\(|@import/i);
  });

  test('name their guides above where there are several', () => {
    const one = pageOf(note);
    const [guide] = one.guides as [ExportedNotes['guides'][number]];
    expect(exportHtml(one)).not.toContain('<nav');
    expect(exportHtml({ ...one, guides: [guide, { ...guide, guide: 'x-setup' as GuideId, title: 'X' }] })).toContain(
      '<a href="#guide-x-setup">X</a>',
    );
  });

  const hostile =
    '<script>alert(1)</script><img src=x onerror="alert(1)"> </style></title>\'" <a href="javascript:alert(1)">x</a> [x](javascript:alert(1))';
  test('hold no tag and no address that somebody else wrote', () => {
    const plain = tagsIn(exportHtml(pageOf({ ...note, words: 'plain' })));
    const html = exportHtml(
      pageOf({ ...note, quote: hostile, words: hostile, facts: [[hostile, hostile]], link: hostile, before: hostile }, hostile),
    );
    const extra = new Set(tagsIn(html).filter((tag) => !plain.includes(tag)));
    expect([...extra]).toEqual(['span', '/span']);
    expect(html).not.toMatch(/href="javascript/i);
    expect(html).toContain('<span class="refused-link">x</span>');
  });
});
