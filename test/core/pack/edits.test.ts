import { expect, test } from 'vitest';
import { applyEdits } from '../../../content/core/pack/edits.ts';

test('each line of the result knows its line in the source', () => {
  const source = 'one\ntwo cut\nthree\nfour\nfive';
  const edits = [
    { from: 4, to: 4, text: 'a\nb\n' },
    { from: 7, to: 18, text: '' },
    { from: 22, to: 23, text: '-' },
  ];
  const { text, lineAt } = applyEdits(source, edits);
  expect(text).toBe('one\na\nb\ntwofour-five');
  expect(text.split('\n').map((_, index) => lineAt(index + 1))).toEqual([1, 2, 2, 2]);
  expect(lineAt(99)).toBe(2);
  expect(lineAt(0)).toBe(1);
});

test('without edits nothing changes', () => {
  const { text, lineAt } = applyEdits('a\nb\nc', []);
  expect(text).toBe('a\nb\nc');
  expect([1, 2, 3].map(lineAt)).toEqual([1, 2, 3]);
});
