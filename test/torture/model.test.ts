import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { modelSuite } from './model.ts';

test('no history of a share and its readers makes anyone read what was not published, or go back', async () => {
  const { cases, accepted, failures } = await modelSuite(shortForm);
  expect(failures).toEqual([]);
  expect(cases).toBe(300);
  expect(accepted).toBeGreaterThan(cases);
});
