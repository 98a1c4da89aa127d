import { expect, test } from 'vitest';
import { grammar } from '../../../../renderer/suggest/editor/grammar.ts';
import { type Piece, piecesIn } from '../../../../renderer/suggest/editor/markup.ts';

const pieces = (text: string): readonly Piece[] => piecesIn(grammar.parse(text), (from, to) => text.slice(from, to), 0, text.length);
const signs = (text: string): readonly string[] =>
  pieces(text).flatMap((piece) => (piece.kind === 'sign' ? [text.slice(piece.from, piece.to)] : []));

test.each([
  ['emphasis', 'a **b** *c*', ['**', '**', '*', '*']],
  ['a link with its address', '[a](guide:x "t")', ['[', '](guide:x "t")']],
  ['a picture', '![a](b.png)', ['![', '](b.png)']],
  ['brackets that are words', '[a]', []],
  ['a heading with the space behind its sign', '## A', ['## ']],
  ['a heading with signs at both ends', '## A ##', ['## ', ' ##']],
  ['a quote', '> a\n> b', ['> ', '> ']],
  ['a sign that is meant', '\\*', ['\\']],
  ['a line break', 'a\\\nb', ['\\']],
  ['nothing in code', '```\n**a**\n```', []],
])('signs of %s', (_name, text, found) => expect(signs(text)).toEqual(found));

test('a sign knows what it belongs to', () => {
  const [first] = pieces('a **b** c').filter(({ kind }) => kind === 'sign');
  expect(first).toMatchObject({ scope: [2, 7], block: false });
});

test('items have a bullet, or the number that is read', () => {
  const labels = (text: string) => pieces(text).flatMap((piece) => (piece.kind === 'item' ? [[piece.label, piece.depth]] : []));
  expect(labels('- a\n   - b')).toEqual([
    ['•', 1],
    ['•', 2],
  ]);
  expect(labels('3. a\n3. b\n9. c').map(([label]) => label)).toEqual(['3.', '4.', '5.']);
});

test('the white space before an inner item belongs to its sign', () => {
  const text = '- a\n   - b';
  const inner = pieces(text).filter(({ kind }) => kind === 'item')[1];
  expect(inner && text.slice(inner.from, inner.to)).toBe('   - ');
});

test('boxes, callouts, footnotes, headings and tables are told', () => {
  expect(pieces('- [x] a').find(({ kind }) => kind === 'box')).toMatchObject({ done: true });
  expect(pieces('> [!must] T').find(({ kind }) => kind === 'callout')).toMatchObject({ callout: 'must', titled: true });
  expect(pieces('> [!must]\n> t').find(({ kind }) => kind === 'callout')).toMatchObject({ titled: false });
  expect(pieces('> [!must] T').find(({ kind }) => kind === 'quote')).toMatchObject({ callout: 'must' });
  expect(pieces('a[^b]').find(({ kind }) => kind === 'footnote')).toMatchObject({ label: 'b', opens: false });
  expect(pieces('[^b]: a').find(({ kind }) => kind === 'footnote')).toMatchObject({ opens: true });
  expect(pieces('# a').find(({ kind }) => kind === 'heading')).toMatchObject({ level: 2 });
  expect(pieces('| a |\n|---|\n| b |').some(({ kind }) => kind === 'table')).toBe(true);
});
