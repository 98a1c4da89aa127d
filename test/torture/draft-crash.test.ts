import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { draftCrashSuite } from './draft-crash.ts';

test('no draft is lost or half-written when the process is killed at any change of a file', async () => {
  const { cases, accepted, failures, notes } = await draftCrashSuite(shortForm);
  expect(failures).toEqual([]);
  expect(accepted).toBe(cases);
  expect(notes.dead).toBeGreaterThanOrEqual(60);
  expect(notes.killed).toBeGreaterThanOrEqual(10);
});
