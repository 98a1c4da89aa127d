import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { suggestionCrashSuite } from './suggestion-crash.ts';

test('no word of a suggestion is lost when the notes process ends at any change of a file', async () => {
  const { cases, accepted, failures, notes } = await suggestionCrashSuite(shortForm);
  expect(failures).toEqual([]);
  expect(accepted).toBe(cases);
  expect(notes.dead).toBeGreaterThanOrEqual(30);
  expect(notes.killed).toBeGreaterThanOrEqual(10);
});
