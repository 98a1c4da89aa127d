import { expect, test } from 'vitest';
import { metaOf } from '../../../renderer/reader/meta.ts';

test('sources and changes are read from the front matter', () => {
  const meta = metaOf(
    '---\nid: a\ntitle: A\nsources:\n  - { id: P1, title: Law, publisher: GOV.UK, url: null, date: null, seen: 2026-11-22, mark: A }\nchanges:\n  - { version: 0.1, date: 2026-11-22, note: First draft }\nrelated: [b]\n---\nText\n',
    'a.md',
  );
  expect([meta.sources[0]?.publisher, meta.changes[0]?.note, meta.related]).toEqual(['GOV.UK', 'First draft', ['b']]);
});

test.each(['', '---\n: : :\n---\n', '+++\nx = 1\n+++\n', '---\nunclosed'])('odd front matter (%j) is empty, not a fault', (source) => {
  expect(metaOf(source, 'a.md').sources).toEqual([]);
});
