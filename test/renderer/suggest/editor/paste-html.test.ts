import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownOf, markdownOfPlain } from '../../../../renderer/suggest/editor/paste-html.ts';

const word = (body: string): string =>
  `<html xmlns:o="urn:x"><head><style>p.MsoNormal{margin:0}</style><xml><o:x>no</o:x></xml></head><body lang=EN-GB><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

test.each([
  ['words', '<p>One <span lang=EN-GB>two</span></p>', 'One two'],
  ['paragraphs', '<p>One</p>\n<p>Two</p>', 'One\n\nTwo'],
  ['bold and italic', '<p>a <b>b</b> <i>c</i> <strong>d</strong></p>', 'a **b** *c* **d**'],
  ['bold by its style', '<span style="font-weight:700">b</span> c', '**b** c'],
  ['a wrapper that says bold but is not', '<b style="font-weight:normal" id="docs-internal-guid"><span>a</span></b>', 'a'],
  ['white space outside of signs', '<p>a<b> b </b>c</p>', 'a **b** c'],
  ['bold in bold once', '<b>a <strong>b</strong></b>', '**a b**'],
  ['a link', '<a href="https://www.gov.uk/x">gov</a>', '[gov](https://www.gov.uk/x)'],
  ['a link that may not be followed as its words', '<a href="javascript:alert(1)">x</a> <a href="file:///c:/x">y</a>', 'x y'],
  ['a list', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n   - c'],
  ['a numbered list', '<ol><li><p>a</p></li><li>b</li></ol>', '1. a\n2. b'],
  [
    'Word’s own list',
    '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>a</p>',
    '- a',
  ],
  ['a heading', '<h1>Title</h1><p>x</p>', '## Title\n\nx'],
  ['a table by its rows', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a – b\n\nc – d'],
  ['signs of markdown as words', '<p>2 * 3 [x] a_b _c_ `d` | e</p>', '2 \\* 3 \\[x\\] a_b \\_c\\_ \\`d\\` \\| e'],
  ['what would open a list as words', '<p>- a</p><p># b</p><p>1. c</p>', '\\- a\n\n\\# b\n\n1\\. c'],
  ['named and numbered characters', '<p>&pound;5 &ndash; &#8217;tis &eacute;&amp;&lt;b&gt;</p>', '£5 – ’tis é&<b>'],
  ['quotation marks as they are', '<p>“so” ‘it’</p>', '“so” ‘it’'],
  ['no script, no style, no comment', '<p>a<script>alert(1)</script><style>x</style><!-- no -->b</p>', 'ab'],
  ['no marks that turn the text', '<p>a\u202eb\u200bc</p>', 'abc'],
  ['composed letters', '<p>cafe\u0301</p>', 'café'],
])('%s', (_name, html, markdown) => expect(markdownOf(html)).toBe(markdown));

test('of what Word writes only the part that was copied is read', () => {
  expect(markdownOf(word('<p class=MsoNormal>One<o:p></o:p></p>'))).toBe('One');
});

test('too much html is not looked at', () => expect(markdownOf('<p>'.repeat(1_000_000))).toBeNull());

test('whatever the html, nothing of it is a tag of ours or a script afterwards, and it ends soon', () => {
  const html = fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '<b>',
        '</b>',
        '<a href="',
        'javascript:x',
        '">',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '<li>',
        '<ul>',
        '</ul>',
        'word ',
        '&lt;',
        '&#x3c;',
        '<td>',
        "'",
        '"',
        '\u202e',
        '<svg/onload=x>',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(html, (text) => {
      const markdown = markdownOf(text) ?? '';
      expect(markdown).not.toMatch(/\]\((?!https?:|mailto:)/i);
      expect(markdown).not.toMatch(/[\u202a-\u202e\u200b]|\r/);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['lines of a text without blank lines as paragraphs', 'One\r\nTwo', 'One\n\nTwo'],
  ['paragraphs as they are', 'One\nmore\n\nTwo', 'One\nmore\n\nTwo'],
  ['a list as it is', '- a\n- b', '- a\n- b'],
  ['one line', 'One', 'One'],
  ['a space that does not break as a space', 'a\u00a0b', 'a b'],
])('plain text: %s', (_name, text, markdown) => expect(markdownOfPlain(text)).toBe(markdown));
