import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { loadSuite } from './load.ts';

test('sixty PCs ask for ten channels: two opens and little to read each, and a changed page moves only itself', async () => {
  const { cases, accepted, crashes, failures, notes } = await loadSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(cases).toBeGreaterThanOrEqual(120);
  expect(accepted).toBe(60);
  expect(notes['most opens']).toBe(2);
});
