import { expect, test } from 'vitest';
import { tokenize } from '../../../content/core/guide/markdown.ts';
import { escapeHtml, renderInline } from '../../../content/core/guide/render-inline.ts';

const render = (body: string) =>
  renderInline(tokenize(body).tokens[1]?.children ?? [], {
    ports: { blockIds: [], image: () => null, hasGuide: () => true },
    here: () => null,
  });

test.each([
  ['*a* **b** ~~c~~ `d <e>`', '<em>a</em> <strong>b</strong> <s>c</s> <code>d &lt;e&gt;</code>'],
  ['a  \nb\nc', 'a<br>\nb\nc'],
  ['"a" & \'b\'', '&quot;a&quot; &amp; &#39;b&#39;'],
  [
    '[![x](y.png)](https://a.example)',
    '<a data-external="https://a.example" href="https://a.example" rel="noopener noreferrer"><span class="missing-image">x</span></a>',
  ],
  ['[*a*](javascript:b)', '<span class="refused-link"><em>a</em></span>'],
])('%j', (body, html) => expect(render(body)).toBe(html));

test('every character that could end a text or a value is escaped', () => {
  expect(escapeHtml(`<>&"'`)).toBe('&lt;&gt;&amp;&quot;&#39;');
});
