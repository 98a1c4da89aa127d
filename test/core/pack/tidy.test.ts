import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyBody } from '../../../content/core/pack/tidy.ts';
import { markdown } from '../guide/markdown-arbitrary.ts';

function tidy(body: string) {
  const reports: string[] = [];
  const { text, lineAt } = tidyBody(body, {
    link: (href) => (href === 'b.md' ? 'guide:b' : null),
    image: (src) => (src === '../a.png' ? 'a.png' : null),
    report: (rule, line, detail) => reports.push(`${rule} ${line} ${detail}`),
  });
  return { text, lineAt, reports };
}

test.each([
  ['a [b](b.md) ![c](../a.png) [d](c.md)', 'a [b](guide:b) ![c](a.png) [d](c.md)'],
  ['[b]: b.md\n', '[b]: guide:b\n'],
  ['[{{< img alt="X" >}}]({{< ref "b.md" >}})', '[X](guide:b)'],
  ['[![x](../a.png)](b.md)', '[![x](a.png)](guide:b)'],
  ['a <b>bold</b> & &lt;tag&gt;', 'a bold & &lt;tag&gt;'],
  ['{{< note >}}Keep **this**{{< /note >}}', 'Keep **this**'],
  ['{% comment %}gone{% endcomment %}kept', 'kept'],
  ['## How{#how}\n{: .class}\n', '## How\n\n'],
  ['`<b>` ``{{< x >}}``', '`<b>` ``{{< x >}}``'],
  ['```html\n<b>[x](b.md)</b>\n```\n<i>y</i>', '```html\n<b>[x](b.md)</b>\n```\ny'],
  ['~~~\n{{< x >}}\n', '~~~\n{{< x >}}\n'],
  ['<div>\n    <p>Text</p>\n    more\n</div>', '\nText\n\n\nmore\n'],
  ['<ul><li>a</li><li>b</li></ul>', '\n- a\n- b\n\n'],
  ['1 < 2 {x} {{ open', '1 < 2 {x} {{ open'],
])('%j', (body, expected) => expect(tidy(body).text).toBe(expected));

test('each cut is reported with its line, and lines lead back to the source', () => {
  const { text, reports, lineAt } = tidy('a\n<!-- b\nc -->\n<p>d</p>\n{{< e >}}\nlast <b>');
  expect(reports).toEqual([
    'comment-removed 2 <!-- b\nc -->',
    'html-removed 4 <p>',
    'html-removed 4 </p>',
    'shortcode-removed 5 {{< e >}}',
    'html-removed 6 <b>',
  ]);
  expect(lineAt(text.split('\n').length)).toBe(6);
});

test('law: no text throws, and every line leads to a line of the source', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const { text, lineAt } = tidy(body);
      expect(lineAt(text.split('\n').length)).toBeLessThanOrEqual(body.split('\n').length);
    }),
    { numRuns: 300 },
  );
});

test.each(['<a b="', '<div>', '<!--', '{{< ', '{{', '{% ', '](', '](<', '![', '`', '{:', '<script>', '<a {{ "', '&', '[a]: '])(
  'a flood of %j ends quickly',
  (piece) => {
    expect(tidy(piece.repeat(Math.ceil(200_000 / piece.length))).text).toBeTypeOf('string');
  },
);
