import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { storeCrashSuite } from './store-crash.ts';

test('an import killed at any call, and again while it recovers, leaves the old or the new edition and goes on where it was', async () => {
  const { cases, accepted, crashes, failures, notes } = await storeCrashSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(accepted).toBe(cases);
  expect(notes.points).toBeGreaterThan(50);
  expect(cases).toBeGreaterThanOrEqual(30);
});
