import { expect, test } from 'vitest';
import { htmlEdit } from '../../../content/core/pack/tidy-html.ts';

/** What the tag at the start leaves, and how long it was. */
function edit(body: string, at = 0) {
  const found = htmlEdit(body, at, { depth: 0 }, (text, from) => body.indexOf(text, from), {
    image: (src) => (src === 'a.png' ? 'folder-a.png' : null),
  });
  return found === null ? null : [found.text, body.slice(found.to)];
}

test.each([
  ['<b>x', ['', 'x']],
  ['</div>x', ['', 'x']],
  ['<h1 id="a">x', ['\n## ', 'x']],
  ['<h3>x', ['\n### ', 'x']],
  ['<li>x', ['- ', 'x']],
  ['<br/>x', [' ', 'x']],
  ['<td>x', [' ', 'x']],
  ['<!-- a\n b -->x', ['', 'x']],
  ['<!-- open', ['', ' open']],
  ['<script src="a">alert("</b>")</script>x', ['', 'x']],
  ['<style>b{}</STYLE>x', ['', 'b{}</STYLE>x']],
  ['<iframe src="x"></iframe>x', ['', 'x']],
  ['<img src="a.png" alt="A [phone]">x', ['![A phone](folder-a.png)', 'x']],
  ['<img alt=phone src=b.png>x', ['phone', 'x']],
  ['<a href="{{< ref "a.md" >}}">x', ['', 'x']],
  ['<a href="a>b">x', ['', 'x']],
])('%s', (body, expected) => expect(edit(body)).toEqual(expected));

test.each(['< b>', '<https://a.example>', '<a@b.example>', '<b', '<1>', '<a b="c>'])('%s is no tag', (body) =>
  expect(edit(body)).toBeNull(),
);

test('a block tag in the middle of a line parts the text', () => expect(edit('a<p>b', 1)).toEqual(['\n\n', 'b']));
