import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { flipSuite } from './flips.ts';

test('no flipped bit and no shorter length of a metadata file is believed', async () => {
  const { cases, accepted, crashes, failures } = await flipSuite(shortForm);
  expect(failures).toEqual([]);
  expect([accepted, crashes]).toEqual([0, 0]);
  expect(cases).toBeGreaterThanOrEqual(5_000);
});
