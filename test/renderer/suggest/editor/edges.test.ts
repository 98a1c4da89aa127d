import { expect, test } from 'vitest';
import { edgesOf } from '../../../../renderer/suggest/editor/edges.ts';

test.each([
  ['## a\n\nb', { first: 'h2', last: 'text' }],
  ['a\n\n### b\n', { first: 'text', last: 'h3' }],
  ['> a\n\n| b |\n|---|', { first: 'callout', last: 'table' }],
  ['##### a', { first: 'h4', last: 'h4' }],
  ['', { first: 'text', last: 'text' }],
])('“%s”', (text, edges) => expect(edgesOf(text)).toEqual(edges));
