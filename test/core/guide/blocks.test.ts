import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../content/core/guide/blocks.ts';
import { markdown } from './markdown-arbitrary.ts';

const kinds = (body: string) => analyse(body).blocks.map((block) => `${block.kind}:${block.text}`);

test.each([
  ['## A\n\nText *with* `code`\nand more', ['heading:A', 'paragraph:Text with code and more']],
  ['- a\n- b\n  - c\n\n  d', ['list-item:a', 'list-item:b', 'list-item:c', 'paragraph:d']],
  ['- \n\nafter', ['paragraph:after']],
  ['- [ ] Ask\n- [x] Post\n- [ ]', ['task:Ask', 'task:Post', 'list-item:[ ]']],
  ['> quoted\n>\n> - in list', ['paragraph:quoted', 'list-item:in list']],
  ['> [!should] Why\n> text', ['paragraph:Why', 'paragraph:text']],
  ['> [!could]\n>\n> text', ['paragraph:text']],
  ['|a|b|\n|-|-|\n|1|**2**|', ['table:a\tb\n1\t2']],
  ['    code\n\n```\nmore  code\n```', ['code:code', 'code:more code']],
  ['![alt text](a.png)', ['image:alt text']],
  ['see ![alt](a.png)', ['paragraph:see alt']],
  ['a[^1]\n\n[^1]: note\n\n    more\n\nb', ['paragraph:a', 'paragraph:b', 'footnote:note', 'paragraph:more']],
  ['a&amp;b &copy; \\*c\\*', ['paragraph:a&b © *c*']],
  ['<b>x</b>', ['paragraph:<b>x</b>']],
  ['', []],
])('%j', (body, expected) => expect(kinds(body)).toEqual(expected));

test('a block knows its callout, also within lists and quotes in it', () => {
  const { blocks } = analyse('> [!warning]\n> a\n>\n> - b\n>\n> > c\n\nd');
  expect(blocks.map((block) => block.callout)).toEqual(['warning', 'warning', 'warning', null]);
});

test('lines are those of the source', () => {
  const { blocks } = analyse('one\n\n- two\n  still two\n- three\n\n> [!note] four\n> five\n\n|a|\n|-|\n|b|');
  expect(blocks.map((block) => block.lines)).toEqual([
    [1, 1],
    [3, 4],
    [5, 5],
    [7, 7],
    [8, 8],
    [10, 12],
  ]);
});

test('headings have levels 2 to 6 and slugs of their own', () => {
  const { outline } = analyse('# A\n## Who posts?\n## Who posts\n###### Z');
  expect(outline).toEqual([
    { level: 2, text: 'A', slug: 'a', block: 0 },
    { level: 2, text: 'Who posts?', slug: 'who-posts', block: 1 },
    { level: 2, text: 'Who posts', slug: 'who-posts-2', block: 2 },
    { level: 6, text: 'Z', slug: 'z', block: 3 },
  ]);
});

describe('findings', () => {
  const rules = (body: string) => analyse(body).findings.map((finding) => `${finding.rule} ${finding.line} ${finding.detail}`.trim());
  test.each([
    ['a\n[x](javascript:y)', ['link-refused 2 javascript:y']],
    ['![a](../x.png)', ['image-refused 1 ../x.png']],
    ['![](x.png)', ['image-no-alt 1 x.png']],
    ['a\nb <b>c</b>', ['raw-html 2 <b>']],
    ['`<b>` and &lt;b&gt;', []],
    ['> [!zip]\n> x', ['callout-unknown 1 zip']],
    ['a[^9]', ['footnote-missing 1 9']],
    ['a\n\n[^9]: b', ['footnote-unused 3 9']],
    ['# Title', ['heading-1 1 Title']],
    ['pay \u202efdp.exe', ['hidden-characters 1']],
    [`${'> '.repeat(40)}deep`, ['too-deep 1']],
    ['1 < 2 and 3 > 2', []],
  ])('%j', (body, expected) => expect(rules(body)).toEqual(expected));
});

test('text that is nested too deeply stays', () => {
  expect(kinds(`${'> '.repeat(40)}deep\n\nafter`)).toEqual([expect.stringMatching(/deep$/), 'paragraph:after']);
});

test('law: any text has blocks with lines in order of their kind, and never throws', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const { blocks } = analyse(body);
      for (const block of blocks) {
        expect(block.lines[0]).toBeLessThanOrEqual(block.lines[1]);
        expect(block.lines[0]).toBeGreaterThanOrEqual(1);
        if (block.kind !== 'table') expect(block.text).toBe(block.text.trim());
      }
    }),
    { numRuns: 200 },
  );
});
