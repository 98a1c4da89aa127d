import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { RenderPorts } from '../../../content/core/guide/model.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { renderGuide } from '../../../content/core/guide/render.ts';
import { faultIn } from './html-check.ts';
import { markdown } from './markdown-arbitrary.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const idOf = (index: number) => `baaaaa${letters[index >> 5]}${letters[index & 31]}` as BlockId;
const ports: RenderPorts = {
  blockIds: Array.from({ length: 400 }, (_, index) => idOf(index)),
  image: (src) => (src === 'gone.png' ? null : { url: `guides://image/${src}`, width: 3, height: 4 }),
  hasGuide: (id) => id !== 'gone',
};
const render = (body: string, more: Partial<RenderPorts> = {}) => renderGuide({ body }, { ...ports, ...more });

describe('each block has its element', () => {
  test.each([
    ['## Who posts\n', '<h2 id="baaaaaaa" data-block="baaaaaaa" data-slug="who-posts">Who posts</h2>\n'],
    ['# One\n', '<h2 id="baaaaaaa" data-block="baaaaaaa" data-slug="one">One</h2>\n'],
    ['Text', '<p id="baaaaaaa" data-block="baaaaaaa">Text</p>\n'],
    ['3. c', '<ol start="3">\n<li><div class="item" id="baaaaaaa" data-block="baaaaaaa">c</div>\n</li>\n</ol>\n'],
    ['```js\n<b>\n```', '<pre class="code" id="baaaaaaa" data-block="baaaaaaa" tabindex="0"><code>&lt;b&gt;\n</code></pre>\n'],
    ['***', '<hr>\n'],
  ])('%j', (body, html) => expect(render(body)).toBe(html));

  test('tasks are real tick boxes with their text as label', () => {
    const html = render('- [x] Done *well*');
    expect(html).toContain(
      '<label class="task"><input type="checkbox" data-task="baaaaaaa" checked> <span id="baaaaaaa" data-block="baaaaaaa">Done <em>well</em></span></label>',
    );
    expect(render('- [ ] a', { blockIds: [] })).toContain('<input type="checkbox" disabled>');
  });

  test('tables can be scrolled by keyboard and are named by their head', () => {
    const html = render('| What | Where |\n| :- | -: |\n| a | b |');
    expect(html).toContain(
      '<div class="table-scroll" role="region" tabindex="0" aria-label="What, Where" id="baaaaaaa" data-block="baaaaaaa"><table>',
    );
    expect(html).toContain('<th scope="col" class="align-left">What</th><th scope="col" class="align-right">Where</th>');
  });

  test('callouts say their kind in data, and their title is text of its own', () => {
    expect(render('> [!must] Ask first\n> Then post.')).toBe(
      '<aside class="callout callout-must" data-callout="must">\n<p class="callout-label" data-callout-label="must" id="baaaaaaa" data-block="baaaaaaa">Ask first</p>\n' +
        `<p id="${idOf(1)}" data-block="${idOf(1)}">Then post.</p>\n</aside>\n`,
    );
    expect(render('> [!your-force-decides]\n> Which?')).toContain('<p class="callout-label" data-callout-label="your-force-decides"></p>');
    expect(render('> [!zip]\n> x')).toContain('<blockquote>');
  });

  test('footnotes link there and back, with ids that shadow nothing', () => {
    const html = render('a[^x] b[^x]\n\n[^x]: Source');
    expect(html).toContain('<a id="note-ref-1-2" href="#note-1" role="doc-noteref">1</a>');
    expect(html).toContain('<li id="note-1" class="footnote"><div class="item"');
    expect(html).toContain('href="#note-ref-1-2">');
  });
});

describe('links', () => {
  test.each([
    ['[a](guide:x-use#who)', '<a href="guide:x-use#who" data-guide="x-use" data-target="who">a</a>'],
    ['[a](guide:gone)', '<span class="missing-guide" data-missing="gone">a</span>'],
    ['## H\n[a](#h)', `<a href="#baaaaaaa" data-target="baaaaaaa">a</a>`],
    ['[a](#nowhere)', '<span class="missing-place">a</span>'],
    [
      '[a](https://a.example/?b=1&c="2")',
      '<a data-external="https://a.example/?b=1&amp;c=%222%22" href="https://a.example/?b=1&amp;c=%222%22" rel="noopener noreferrer">a</a>',
    ],
    [
      '<mailto:a@b.example>',
      '<a data-external="mailto:a@b.example" href="mailto:a@b.example" rel="noopener noreferrer">mailto:a@b.example</a>',
    ],
    ['[a](javascript:alert(1))', '<span class="refused-link">a</span>'],
    ['[a](//evil.example/x)', '<span class="refused-link">a</span>'],
  ])('%s', (body, html) => expect(render(body)).toContain(html));
});

describe('images', () => {
  test.each([
    [
      '![A "page"](roles.png)',
      '<p class="picture" id="baaaaaaa" data-block="baaaaaaa"><img src="guides://image/roles.png" alt="A &quot;page&quot;" width="3" height="4" loading="lazy"></p>',
    ],
    ['![A page](gone.png)', '<span class="missing-image">A page</span>'],
    ['![x](https://a.example/x.png)', '<span class="missing-image">x</span>'],
    ['![x](../x.png)', '<span class="missing-image">x</span>'],
  ])('%s', (body, html) => expect(render(body)).toContain(html));
});

describe('hostile text', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](vbscript:x) [x](data:text/html;base64,PHNjcmlwdD4=) [x](file:///etc/passwd) [x](ms-msdt:/id) [x](search-ms:query=x) [x](smb://h/s)',
    '[x](\\\\host\\share) [x](//host/share) [x](/%5c%5chost/share) [x](https:\\\\host)',
    '<javascript:alert(1)> <data:text/html,x>',
    '[x]: javascript:alert(1)\n\n[x]',
    '![" onerror="alert(1)](x.png "t\\" onload=")',
    '[a](https://a.example/"onmouseover="alert(1))',
    '[a](https://user@bank.example:pw@evil.example/)',
    '# <svg/onload=alert(1)>',
    '| <b onclick=x> |\n|-|\n| `</code><script>` |',
    '```"><script>alert(1)</script>\nx\n```',
    '> [!must] <img src=x onerror=alert(1)>\n> x',
    'a[^"><script>]\n\n[^"><script>]: x',
    '- [ ] <input onfocus=alert(1) autofocus>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '[a](guide:x"onclick="y) [a](guide:x#"><script>)',
    '<a href="javascript:x" style="position:fixed">',
  ];
  test.each(attacks)('%j stays text', (body) => {
    const html = render(body);
    expect(faultIn(html)).toBeNull();
  });

  test('law: any markdown gives well-formed html of our own tags and attributes only', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        expect(faultIn(render(body))).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test('law: every block id is used once, in order', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const { blocks } = parseGuide(body, 'a.md');
        const ids = [...render(body).matchAll(/ data-block="([^"]+)"/g)].map((match) => match[1]);
        expect(ids).toEqual(blocks.map((_, index) => idOf(index)));
      }),
      { numRuns: 200 },
    );
  });

  test('ids that are no block ids are not written', () => {
    expect(render('a', { blockIds: ['location' as BlockId] })).toBe('<p>a</p>\n');
  });
});

test('law: what the element of a block says is the text of the block', () => {
  const decode = (html: string) =>
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '');
  fc.assert(
    fc.property(markdown, (body) => {
      const html = render(body).replace(/<sup class="footnote-ref".*?<\/sup>/g, '');
      parseGuide(body, 'a.md').blocks.forEach((block, index) => {
        if (
          !['paragraph', 'list-item', 'task', 'heading', 'footnote'].includes(block.kind) ||
          html.includes('<img') ||
          html.includes('missing-image')
        )
          return;
        const element = new RegExp(
          `<(p|div|span|h[2-6])[^>]* data-block="${idOf(index)}"[^>]*>([\\s\\S]*?)</(?:p|div|h[2-6]|span></label)>`,
        ).exec(html);
        expect(
          decode(element?.[2] ?? 'no element')
            .replace(/\s+/g, ' ')
            .trim(),
        ).toBe(block.text);
      });
    }),
    { numRuns: 200 },
  );
});

describe('floods end quickly', () => {
  const size = 200_000;
  const flood = (text: string) => text.repeat(Math.ceil(size / text.length)).slice(0, size);
  test.each(['*a **a ', '[', '![', '[a](b) ', '> ', '- ', '> - ', '_a __a ', '`a', '<', '&#', '|a', '[^a]:', '# a\n', '\\', '~~a '])(
    '%j',
    (text) => {
      expect(render(flood(text), { blockIds: [] }).length).toBeGreaterThan(0);
    },
  );
});
