import { expect, test } from 'vitest';
import { link, nextItem, type Replacement, type Typed, toggleList, wrap } from '../../../renderer/notes/edit-markdown.ts';

/** `[` and `]` say what is selected; `|` where the caret is. */
function typed(marked: string): Typed {
  const from = marked.search(/[[|]/);
  const text = marked.replace('[', '').replace(/[|]/, '');
  const end = text.indexOf(']');
  return end === -1 ? { text, from, to: from } : { text: text.replace(']', ''), from, to: end };
}
function after(marked: string, act: (typed: Typed) => Replacement | null): string | null {
  const before = typed(marked);
  const done = act(before);
  if (!done) return null;
  const text = before.text.slice(0, done.from) + done.insert + before.text.slice(done.to);
  const [from, to] = done.select;
  return from === to ? `${text.slice(0, from)}|${text.slice(from)}` : `${text.slice(0, from)}{${text.slice(from, to)}}${text.slice(to)}`;
}

test.each([
  ['ask [Sam] now', 'ask **{Sam}** now'],
  ['ask [Sam ]now', 'ask **{Sam}** now'],
  ['ask S|am', 'ask **{Sam}**'],
  ['ask |', 'ask **|**'],
  ['ask **[Sam]** now', 'ask {Sam} now'],
])('bold: %s becomes %s', (before, expected) => expect(after(before, (text) => wrap(text, '**'))).toBe(expected));

test.each([
  ['ask [Sam]', 'ask *{Sam}*'],
  ['ask *[Sam]*', 'ask {Sam}'],
  ['ask **[Sam]**', 'ask ***{Sam}***'],
  ['ask ***[Sam]***', 'ask **{Sam}**'],
])('italic: %s becomes %s', (before, expected) => expect(after(before, (text) => wrap(text, '*'))).toBe(expected));

test.each([
  ['one\n[two\nthree]', 'one\n{- two\n- three}'],
  ['- one\n[- two]', '- one\n{two}'],
  ['|', '- |'],
  ['one|', '- one|'],
  ['[one\n\ntwo]', '{- one\n\n- two}'],
  ['[one\n]two', '{- one}\ntwo'],
])('list: %j becomes %j', (before, expected) => expect(after(before, toggleList)).toBe(expected));

test('a link asks for what it lacks', () => {
  expect(after('see |', link)).toBe('see [|]()');
  expect(link(typed('see [rules]'))).toEqual({ from: 4, to: 9, insert: '[rules]()', select: [12, 12] });
  expect(link({ text: 'https://a.example/', from: 0, to: 18 })).toEqual({
    ...{ from: 0, to: 18, insert: '[](https://a.example/)' },
    select: [1, 1],
  });
});

test.each([
  ['- one|', '- one\n- |'],
  ['- one\n- |', '- one\n|'],
  ['9. one|', '9. one\n10. |'],
  ['  * one|', '  * one\n  * |'],
  ['one|', null],
  ['-one|', null],
])('Enter after %j gives %j', (before, expected) => expect(after(before, nextItem)).toBe(expected));
