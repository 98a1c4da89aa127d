import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { differentialSuite } from './differential.ts';

test('strict mode differs from three other clients only where it is known why', async () => {
  const { cases, accepted, crashes, failures } = await differentialSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(cases).toBeGreaterThanOrEqual(1_000);
  // A generator whose every repository is broken would compare nothing.
  expect(accepted).toBeGreaterThan(cases / 4);
});
