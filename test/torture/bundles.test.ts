import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { bundleSuite } from './bundles.ts';

test('no hostile bundle is taken for a right one, and none makes a file', async () => {
  const { cases, accepted, crashes, failures, notes } = await bundleSuite(shortForm);
  expect(failures).toEqual([]);
  expect([accepted, crashes, notes.outside]).toEqual([0, 0, 0]);
  // The issue's: a hundred archives and sixty names, bits and lengths beside.
  expect(notes.refused).toBeGreaterThanOrEqual(160);
  expect(cases).toBeGreaterThanOrEqual(500);
});
