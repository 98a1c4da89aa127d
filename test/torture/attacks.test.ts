import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { allAttacks, attackSuite } from './attacks.ts';

test('every attack on a share ends in its own code, and in nothing unverified', async () => {
  const figures = await attackSuite(shortForm);
  expect(figures.failures).toEqual([]);
  expect(figures.crashes).toBe(0);
  expect(figures.cases).toBeGreaterThanOrEqual(250);
});

test('no two attacks have the same name', () => {
  const names = allAttacks.map(([name]) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
