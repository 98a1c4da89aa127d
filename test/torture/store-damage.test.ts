import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { storeDamageSuite } from './store-damage.ts';

test('any one file of the store may be damaged in any way', async () => {
  const { cases, accepted, crashes, failures, notes } = await storeDamageSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(accepted).toBe(cases);
  expect(cases).toBeGreaterThanOrEqual(4 * Number(notes.files) - 4);
});
