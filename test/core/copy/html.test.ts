import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyDocument } from '../../../content/core/copy/document.ts';
import { htmlOf } from '../../../content/core/copy/html.ts';
import { copyWords } from '../../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../../support/copied-guide.ts';

const html = (source: string): string =>
  htmlOf(copyDocument(source), {
    origin: copiedOrigin,
    words: copyWords,
    picture: (src) => (src === 'gone.png' ? null : { url: `data:image/png;base64,${src}`, width: 10.6, height: 20 }),
  });
const body = (markdown: string): string => html(`---\ntitle: T\n---\n${markdown}`).split('</dl>')[1] ?? '';

describe('a guide as a web page', () => {
  test('asks nothing of any network and runs nothing', () => {
    const page = html(copiedGuide);
    expect(page).toContain(`content="default-src 'none';style-src 'unsafe-inline';img-src data:"`);
    expect(page).not.toMatch(/<(?:script|link|iframe|object|base|form)\b|\son\w+=|@import|url\(/i);
    for (const [, src = ''] of page.matchAll(/\ssrc="([^"]*)"/g)) expect(src).toMatch(/^data:/);
    for (const [, href = ''] of page.matchAll(/\shref="([^"]*)"/g)) expect(href).toMatch(/^(?:https:\/\/|mailto:|#)/);
  });

  test('every link within it leads somewhere, and no id stands twice', () => {
    const page = html(copiedGuide);
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id = ''] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
  });

  test.each([
    [
      '- [x] a',
      '<ul class="tasks">\n<li class="tight"><input type="checkbox" aria-label="Checklist item" checked><div class="tight"><p>a</p>',
    ],
    ['3. a', '<ol start="3">'],
    ['> [!must] Now\n> a', '<aside class="callout callout-must">\n<p class="label">Must: Now</p>'],
    ['## H\n\n| A |\n| -: |\n| 1 |', '<th scope="col" class="right">A</th>'],
    ['[x](guide:house-rules)', '<p>x (“House rules, moderation and abuse”, guides://guide/house-rules)</p>'],
    ['![A & b](a.png)', '<img src="data:image/png;base64,a.png" alt="A &amp; b" width="10" height="20">'],
    ['![Gone](gone.png)', '[Picture: Gone]'],
    ['a <b>c</b>', 'a &lt;b&gt;c&lt;/b&gt;'],
    ['a[^1]\n\n[^1]: n', '<sup><a id="ref-1-1" href="#note-1">1</a></sup>'],
  ])('%j', (markdown, part) => {
    expect(body(markdown)).toContain(part);
  });

  test('what a guide says is never a tag, whatever it says', () => {
    const known =
      /^<\/?(?:html|head|body|main|section|aside|dl|dt|dd|h[1-6]|p|ul|ol|li|div|span|table|thead|tbody|tr|th|td|a|sup|strong|em|s|code|pre|blockquote|br|hr|img|input)\b/;
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<script>',
            '"',
            "'",
            '&',
            '<img onerror=x>',
            '[a](',
            'javascript:x)',
            '](guide:',
            'x)',
            '**',
            '`',
            '|',
            '\n',
            '<',
            '>',
          ),
          { maxLength: 30 },
        ),
        (bits) => {
          for (const [tag] of body(bits.join('')).matchAll(/<[^>]*>/g)) expect(tag).toMatch(known);
          expect(body(bits.join(''))).not.toMatch(/<[^>]*\son\w+=/);
        },
      ),
    );
  });
});
