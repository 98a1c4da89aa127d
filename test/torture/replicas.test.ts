import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { replicaSuite } from './replicas.ts';

test('no reader of a replicated share goes back or sees a mixture, and one heal brings all to the newest', async () => {
  const { cases, accepted, crashes, failures } = await replicaSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(cases).toBeGreaterThanOrEqual(200);
  expect(accepted).toBeGreaterThan(cases);
});
