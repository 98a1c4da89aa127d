import { expect, test } from 'vitest';
import { likeness, pairUnits, unitsOf } from '../../../../renderer/suggest/editor/units.ts';

const texts = (text: string): readonly string[] => unitsOf(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['paragraphs, however their lines are filled', 'one\ntwo\n\nthree', ['one\ntwo', 'three']],
  ['items and rows, each for itself', '- one\n- two\n  more\n1. three', ['- one', '- two\n  more', '1. three']],
  ['a heading and what stands right below it', 'one\n## two', ['one', '## two']],
  ['paragraphs of a callout', '> [!must] T\n> one\n>\n> two', ['> [!must] T\n> one', '> two']],
])('%s', (_name, text, units) => expect(texts(text)).toEqual(units));

test('likeness is 1 for the same words and 0 for none in common', () => {
  expect(likeness(['a', 'b'], ['a', 'b'])).toBe(1);
  expect(likeness(['a'], ['b'])).toBe(0);
  expect(likeness(['a', 'a'], ['a'])).toBeCloseTo(2 / 3);
  expect(likeness([], [])).toBe(1);
});

test('a paragraph that went is no pair of the one that stayed', () => {
  const old = unitsOf('Gone from here, all of it.\n\nHide the comment, do not delete it.');
  const next = unitsOf('Hide a comment, do not delete it at once.');
  expect(pairUnits(old, next)).toEqual([[1, 0]]);
});
