import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from '../../../renderer/ui/marked-parts.ts';

const shown = (text: string, marks: [number, number][]) =>
  markedParts(text, marks).map((part) => (part.marked ? `[${part.text}]` : part.text));

test.each([
  ['plain', [], ['plain']],
  ['hide it', [[0, 4]], ['[hide]', ' it']],
  ['do hide it', [[3, 7]], ['do ', '[hide]', ' it']],
  [
    'abcdef',
    [
      [3, 5],
      [1, 2],
    ],
    ['a', '[b]', 'c', '[de]', 'f'],
  ],
  [
    'overlap',
    [
      [0, 4],
      [2, 6],
    ],
    ['[over]', '[la]', 'p'],
  ],
  [
    'outside',
    [
      [5, 99],
      [-3, 1],
    ],
    ['[o]', 'utsi', '[de]'],
  ],
  ['backwards', [[4, 2]], ['back', 'wards']],
  ['', [[0, 3]], []],
] as [string, [number, number][], string[]][])('%s with %j is %j', (text, marks, parts) => {
  expect(shown(text, marks)).toEqual(parts);
});

test('law: whatever the marks, no letter is lost or doubled', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }))), (text, marks) => {
      const parts = markedParts(text, marks);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      expect(new Set(parts.map((part) => part.at)).size).toBe(parts.length);
    }),
  );
});
