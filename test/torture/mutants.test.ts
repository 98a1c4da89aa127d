import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { mutantSuite } from './mutants.ts';

test('the tests notice forty small changes of core/trust', async () => {
  const { cases, failures, notes } = await mutantSuite(shortForm);
  expect(failures).toEqual([]);
  expect(cases).toBe(40);
  expect(Number(notes.killed)).toBeGreaterThanOrEqual(38);
});
