import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderLight } from '../../../content/core/guide/render-light.ts';
import { faultIn } from './html-check.ts';
import { markdown } from './markdown-arbitrary.ts';

const render = (text: string) => renderLight(text, { hasGuide: (id) => id !== 'gone' });

describe('what a note can say', () => {
  test.each([
    ['Ask Sam', '<p>Ask Sam</p>'],
    ['one\ntwo', '<p>one<br>\ntwo</p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['**bold** and *italic* and `code`', '<p><strong>bold</strong> and <em>italic</em> and <code>code</code></p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    ['1. a\n   - b', '<ol><li>a<ul><li>b</li></ul></li></ol>'],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
    ['\\*not italic\\*', '<p>*not italic*</p>'],
    ['', ''],
  ])('%j', (text, html) => expect(render(text)).toBe(html));
});

describe('what it cannot say stays as it was typed', () => {
  test.each([
    ['# Not a heading', '<p># Not a heading</p>'],
    ['Title\n===', '<p>Title<br>\n===</p>'],
    ['| a | b |\n|---|---|', '<p>| a | b |<br>\n|---|---|</p>'],
    ['<b>x</b>', '<p>&lt;b&gt;x&lt;/b&gt;</p>'],
    ['***\ntext', '<p>***<br>\ntext</p>'],
    [
      '[x]: https://a.example/',
      '<p>[x]: <a data-external="https://a.example/" href="https://a.example/" rel="noopener noreferrer">https://a.example/</a></p>',
    ],
    ['a[^1]', '<p>a[^1]</p>'],
    ['AT&amp;T', '<p>AT&amp;amp;T</p>'],
    ['~~gone~~', '<p>~~gone~~</p>'],
    ['- [ ] task', '<ul><li>[ ] task</li></ul>'],
    ['```\ncode\n```', '<p><code>code</code></p>'],
    [
      '![plan](https://a.example/x.png)',
      '<p>!<a data-external="https://a.example/x.png" href="https://a.example/x.png" rel="noopener noreferrer">plan</a></p>',
    ],
  ])('%j', (text, html) => expect(render(text)).toBe(html));
});

describe('links', () => {
  const out = (url: string, words = url) => `<a data-external="${url}" href="${url}" rel="noopener noreferrer">${words}</a>`;
  test.each([
    ['[rules](guide:house-rules)', '<a href="guide:house-rules" data-guide="house-rules">rules</a>'],
    [
      '[rules](guides://guide/house-rules#bq7f2ncd)',
      '<a href="guide:house-rules#bq7f2ncd" data-guide="house-rules" data-target="bq7f2ncd">rules</a>',
    ],
    ['See guides://guide/house-rules.', 'See <a href="guide:house-rules" data-guide="house-rules">guides://guide/house-rules</a>.'],
    ['[x](guides://guide/gone)', '<span class="missing-guide" data-missing="gone">x</span>'],
    ['Look (https://a.example/b_c_d?e=1) there', `Look (${out('https://a.example/b_c_d?e=1')}) there`],
    ['<https://a.example/>', out('https://a.example/')],
    ['[https://b.example/](https://a.example/)', out('https://a.example/', 'https://b.example/')],
    ['**https://a.example/x**', `<strong>${out('https://a.example/x')}</strong>`],
    ['[x](#here)', '<span class="missing-place">x</span>'],
    ['[x](javascript:alert(1))', '<span class="refused-link">x</span>'],
    ['[x](guides://image/a.png)', '<span class="refused-link">x</span>'],
    ['[x](guides://guide/../x)', '<span class="refused-link">x</span>'],
    ['https://user@bank.example:pw@evil.example/', '<span class="refused-link">https://user@bank.example:pw@evil.example/</span>'],
  ])('%s', (text, html) => expect(render(text)).toBe(`<p>${html}</p>`));
});

describe('hostile text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](vbscript:x) [x](data:text/html;base64,PHNjcmlwdD4=) [x](file:///etc/passwd) [x](ms-msdt:/id) [x](smb://h/s)',
    '[x](\\\\host\\share) [x](//host/share) [x](https:\\\\host)',
    '<javascript:alert(1)> <data:text/html,x>',
    '[a](https://a.example/"onmouseover="alert(1))',
    'https://a.example/"onmouseover="alert(1)',
    'guides://guide/x"onclick="y',
    'guides://guide/x#"><script>',
    '[a](guide:x"onclick="y) [a](guide:x#"><script>)',
    '- <svg/onload=alert(1)>',
    '> `</code><script>`',
    '\u202ehttps://a.example/\u0000',
  ])('%j stays text', (text) => {
    const html = render(text);
    expect(faultIn(html)).toBeNull();
    expect(html).not.toMatch(/<(?:script|img|svg)|javascript:[^<]*"/i);
  });

  test('law: any markdown gives well-formed html of few tags', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const html = render(text);
        expect(faultIn(html)).toBeNull();
        expect(html.match(/<(?!\/?(?:p|br|strong|em|code|ul|ol|li|blockquote|a|span)\b)[^>]*>/g)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test('law: no letter that was typed outside a link is lost', () => {
    const words = fc.array(
      fc.constantFrom('abc ', '# ', '- ', '> ', '\n', '\n\n', '    ', '*', '**', '`', '|', '1. ', '<b>', '\\', '===\n'),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const letters = (from: string) => (from.match(/abc/g) ?? []).length;
        expect(letters(render(text))).toBe(letters(text));
      }),
      { numRuns: 300 },
    );
  });
});

// The most that a note may hold is 20,000 characters.
describe('floods end quickly', () => {
  const flood = (text: string) => text.repeat(Math.ceil(20_000 / text.length)).slice(0, 20_000);
  test.each(['*a **a ', '[', '![', '[a](b) ', '> ', '- ', '> - ', '_a __a ', '`a', '<', '\\', 'https://a', 'guides://guide/'])(
    '%j',
    (text) => {
      expect(render(flood(text)).length).toBeGreaterThan(0);
    },
  );
});
