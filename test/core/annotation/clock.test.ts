import { expect, test } from 'vitest';
import { compareClocks, joinClocks, tick } from '../../../content/core/annotation/clock.ts';

test.each([
  [{}, {}, 'equal'],
  [{ a: 1 }, { a: 1 }, 'equal'],
  [{ a: 1 }, { a: 2 }, 'before'],
  [{ a: 2 }, { a: 1 }, 'after'],
  [{ a: 1 }, { a: 1, b: 1 }, 'before'],
  [{ a: 2 }, { a: 1, b: 1 }, 'apart'],
] as const)('of %j and %j the first is %s', (a, b, order) => {
  expect(compareClocks(a, b)).toBe(order);
});

test('a tick comes after, and a join after both', () => {
  const [a, b] = [tick({}, 'a'), tick({}, 'b')];
  expect(compareClocks(a, {})).toBe('after');
  expect(compareClocks(joinClocks(a, b), a)).toBe('after');
  expect(compareClocks(joinClocks(a, b), b)).toBe('after');
});

test('a writer called like a property of every object is counted like any other', () => {
  expect(tick({}, 'constructor')).toEqual({ constructor: 1 });
});
