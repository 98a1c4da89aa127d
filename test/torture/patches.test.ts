import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { canGit, patchSuite } from './patches.ts';

test.skipIf(!canGit)('git apply and git am give exactly the proposed text [needs git]', async () => {
  const { cases, failures, notes } = await patchSuite(shortForm);
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(24);
  expect([notes.applied, notes.merged]).toEqual([cases, cases]);
});
