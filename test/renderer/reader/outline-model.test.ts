import { expect, test } from 'vitest';
import { activeHeading, headings } from '../../../renderer/reader/outline-model.ts';

test.each([
  ['above the first heading', [400, 900], 300, false, null],
  ['under the first', [100, 900], 300, false, 0],
  ['just past the second', [-500, 299, 800], 300, false, 1],
  ['at the end, in a short last section', [-500, -100, 600], 300, true, 2],
  ['without headings', [], 300, true, null],
  ['at the end of a long last section', [-900, -500], 300, true, 1],
] as const)('%s', (_name, tops, line, atEnd, active) => {
  expect(activeHeading(tops, line, atEnd)).toBe(active);
});

test('the outline starts empty', () => {
  expect(headings.get()).toEqual([]);
});
