import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameItems, stretchesOf } from '../../../content/core/suggestion/three-way.ts';

const row = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('the stretches together are the three rows', () => {
  fc.assert(
    fc.property(row, row, row, (base, ours, theirs) => {
      const stretches = stretchesOf(base, ours, theirs);
      for (const side of ['base', 'ours', 'theirs'] as const)
        expect(stretches.flatMap((stretch) => stretch[side])).toEqual({ base, ours, theirs }[side]);
    }),
  );
});

test('what is stable is the same in all three', () => {
  expect(
    stretchesOf(['a', 'b', 'c'], ['a', 'x', 'c'], ['a', 'b', 'y', 'c']).map(({ isStable, ours }) => [isStable, ours.join('')]),
  ).toEqual([
    [true, 'a'],
    [false, 'x'],
    [true, 'c'],
  ]);
});

test('rows are the same item by item', () => {
  expect([sameItems(['a'], ['a']), sameItems(['a'], ['a', 'b']), sameItems(['a'], ['b'])]).toEqual([true, false, false]);
});
