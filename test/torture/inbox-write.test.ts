import { expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { inboxWriteSuite } from './inbox-write.ts';

test('a drop-box on a network folder that fails, freezes or loses the sender is never torn, and has each suggestion once', async () => {
  const { cases, accepted, crashes, failures, notes } = await inboxWriteSuite(shortForm);
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(accepted).toBe(cases);
  // What the machine lacks is named there.
  if (!Object.keys(notes).some((note) => note.startsWith('skipped'))) expect(cases).toBeGreaterThanOrEqual(100);
});
