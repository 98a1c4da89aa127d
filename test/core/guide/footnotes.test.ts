import { expect, test } from 'vitest';
import { tokenize } from '../../../content/core/guide/markdown.ts';

const notes = (body: string) =>
  tokenize(body)
    .tokens.filter((token) => token.type.startsWith('footnote_') || token.type === 'inline')
    .map((token) => (token.type === 'inline' ? token.content : `${token.type.slice(9)}${token.meta?.number ?? ''}`));

test('notes stand at the end, in the order of their first mention', () => {
  expect(notes('a[^b] c[^a] d[^b]\n\n[^a]: A\n[^b]: B')).toEqual([
    'a[^b] c[^a] d[^b]',
    'block_open',
    'open1',
    'B',
    'back1',
    'close',
    'open2',
    'A',
    'back2',
    'close',
    'block_close',
  ]);
});

test('what is defined and never used is known, what is not defined stays text', () => {
  const { env } = tokenize('a[^x]\n\n[^y]: Y');
  expect(env.unusedFootnotes).toEqual([{ label: 'y', line: 3 }]);
  expect(notes('a[^x]')).toEqual(['a[^x]']);
});

test('a note within a list or a note is found', () => {
  expect(notes('a[^1]\n\n- item\n\n  [^1]: in a list')).toContain('in a list');
  expect(notes('a[^1] b[^2]\n\n[^1]: one\n\n    [^2]: two')).toEqual(expect.arrayContaining(['one', 'two']));
});

test('labels such as __proto__ and toString are labels', () => {
  expect(notes('a[^__proto__] b[^toString]\n\n[^__proto__]: P\n[^toString]: T')).toEqual(expect.arrayContaining(['P', 'T']));
  expect(notes('a[^constructor]')).toEqual(['a[^constructor]']);
});

test('notes inside a sentence are text', () => expect(notes('a^[b]')).toEqual(['a^[b]']));
