import { expect, test } from 'vitest';
import { calloutIn, footnoteIn, grammar, kindOf } from '../../../../renderer/suggest/editor/grammar.ts';

const names = (text: string): readonly string[] => {
  const found: string[] = [];
  grammar.parse(text).iterate({ enter: ({ name }) => void found.push(name) });
  return found;
};

test('html is text', () => {
  expect(names('a <b onclick="x">c</b>\n\n<div>\nx\n</div>').filter((name) => /HTML/.test(name))).toEqual([]);
});

test('footnotes and the words of callouts are signs of their own', () => {
  expect(names('one[^P1]')).toContain('Footnote');
  expect(names('> [!must] x')).toContain('CalloutWord');
  expect(names('> [!nonsense] x')).not.toContain('CalloutWord');
  expect(names('words [!must] x')).not.toContain('CalloutWord');
});

test('a definition of a link is words, as links by reference are off', () =>
  expect(names('[x]: https://y.uk')).not.toContain('LinkReference'));

test('a kind is told by its word, a note by its label', () => {
  expect(kindOf(' Must ')).toBe('must');
  expect(kindOf('other')).toBeNull();
  expect(calloutIn('[!your-force-decides]')).toBe('your-force-decides');
  expect(footnoteIn('[^V17a]')).toBe('V17a');
});
