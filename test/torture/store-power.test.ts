import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { storePowerSuite } from './store-power.ts';

test('after a power cut at any moment the store opens whole, floors hold, and the next import ends well', async () => {
  const { cases, accepted, crashes, failures, notes } = await storePowerSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(accepted).toBe(cases);
  expect(cases).toBeGreaterThanOrEqual(50);
  expect(notes.operations).toBeGreaterThan(100);
});
