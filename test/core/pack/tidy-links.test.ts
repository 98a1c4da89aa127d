import { expect, test } from 'vitest';
import { destination } from '../../../content/core/pack/tidy-links.ts';

const find = (body: string) => (text: string, from: number) => body.indexOf(text, from);
/** The source after the edit, with `R(…)` for what was resolved. */
function after(body: string, resolve: (href: string) => string | null = (href) => `R(${href})`): string {
  const edit = destination(body, 0, resolve, find(body));
  return edit === null ? body : body.slice(0, edit.from) + edit.text + body.slice(edit.to);
}

test.each([
  ['page.md)', 'R(page.md))'],
  ['page.md "Title")', 'R(page.md) "Title")'],
  ['a(b)c)', 'R(a(b)c))'],
  ['<my page.md>)', 'R(my page.md))'],
  ['{{< ref "a.md" >}})', 'R(a.md))'],
  ['{{< ref "a.md" >}} "Title")', 'R(a.md) "Title")'],
  ['{{ "/x/" | url }}#part)', 'R(/x/#part))'],
  ['{{ site.baseurl }}/page/)', 'R(/page/))'],
  ['](](', ']('.repeat(2)],
  [')', ')'],
])('%s -> %s', (body, expected) => expect(after(body)).toBe(expected));

test('what cannot be resolved stays, without the tag', () => {
  expect(after('page.md)', () => null)).toBe('page.md)');
  expect(after('{{< ref "a.md" >}})', () => null)).toBe('a.md)');
  expect(after('{{ x }})', () => null)).toBe('#)');
});
