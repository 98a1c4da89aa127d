import { expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { assignIds, draftLenient, draftStrict, type ImportPlace } from '../../../content/core/pack/draft.ts';
import { parsePackInfo } from '../../../content/core/pack/pack-yml.ts';
import { createResolver } from '../../../content/core/pack/resolve.ts';

const file = (path: string, text: string | Uint8Array) => ({
  path,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
const ids = new Map([
  ['a/page.md', 'page'],
  ['a/other.md', 'other'],
] as [string, GuideId][]);
const place: ImportPlace = {
  info: parsePackInfo(null, 'pack.yml', { name: 'folder', mode: 'lenient' }).info,
  ids,
  held: new Set(ids.values()),
  guides: createResolver([...ids.keys()]),
  image: (src) => (src === 'a.png' ? 'a-a.png' : null),
};
const importOf = (text: string | Uint8Array) => draftLenient(file('a/page.md', text), place);
const written = (text: string) => new TextDecoder().decode(importOf(text)?.bytes);

test('the copy of an import reads with the strict parser, into the same blocks', () => {
  const draft = importOf('---\ntitle: Page\nweight: 3\n---\n# Page\n\nSee [other](other.md#How) <b>now</b>.\n\n![x](a.png)\n');
  const again = parseGuide(new TextDecoder().decode(draft?.bytes), 'page.md');
  expect(again.problems).toEqual([]);
  expect(again.meta).toEqual(draft?.parsed.meta);
  expect(again.meta).toMatchObject({
    id: 'page',
    title: 'Page',
    pack: 'folder',
    status: 'draft',
    reviewBy: null,
    extra: { weight: 3, imported_from: 'a/page.md' },
  });
  expect(again.blocks.map(({ kind, text }) => `${kind}:${text}`)).toEqual(['paragraph:See other now.', 'image:x']);
  expect(again.links.map(({ href }) => href)).toEqual(['guide:other#how']);
});

test('a first heading that is the title is not read twice', () => {
  expect(written('# Only heading\n\nText')).toMatch(/title: Only heading\n[\s\S]*---\n\n+Text\n$/);
  expect(written('Text first\n\n# Only heading')).toContain('# Only heading');
  expect(written('Title\n=====\n\nText')).toContain('title: Title\n');
});

test('lines of problems are those of the source', () => {
  const draft = importOf('---\ntitle: A\n---\n<div>\n<p>\nText\n\n[x](javascript:y)\n');
  expect(draft?.problems.filter(({ rule }) => rule === 'link-refused').map(({ line }) => line)).toEqual([8]);
});

test('other encodings are read and named', () => {
  const draft = importOf(new Uint8Array([0x43, 0x61, 0x66, 0xe9]));
  expect(draft?.parsed.blocks[0]?.text).toBe('Café');
  expect(draft?.problems[0]).toMatchObject({ severity: 'warning', rule: 'not-utf8' });
  expect(draftStrict(file('a.md', new Uint8Array([0xe9]))).problems[0]).toMatchObject({ severity: 'error', rule: 'not-utf8' });
});

test('what holds no text is no guide', () => {
  expect(importOf('')).toBeNull();
  expect(importOf(' \n\n')).toBeNull();
  expect(importOf(new Uint8Array([1, 0, 2]))).toBeNull();
});

test('related guides that are not here are left out, so that the copy stays true', () => {
  expect(importOf('---\nrelated: [other, gone]\nsuperseded_by: gone\n---\nx')?.parsed.meta).toMatchObject({
    related: ['other'],
    supersededBy: null,
  });
});

test('each file has an id of its own, the same every time', () => {
  const files = ['index.md', 'a/index.md', 'b/a/index.md', 'c/_index.md', 'c.md', 'C.md'].map((path) => file(path, 'x'));
  expect([...assignIds(files, ['c']).values()]).toEqual(['index', 'a', 'b-a', 'c-2', 'c-3', 'c-4']);
  expect([...assignIds([file('x.md', '---\nslug: wanted\n---\n'), file('y.md', '---\nid: wanted\n---\n')], []).values()]).toEqual([
    'wanted',
    'y',
  ]);
});
