import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { storeFaultSuite } from './store-faults.ts';

test('each error of the system at each kind of call ends in its own code and never in a crash', async () => {
  const { cases, accepted, crashes, failures } = await storeFaultSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(accepted).toBe(cases);
  expect(cases).toBeGreaterThanOrEqual(100);
});
