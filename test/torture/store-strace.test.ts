import { describe, expect, test } from 'vitest';
import { shortForm } from '../support/torture.ts';
import { canStrace, storeStraceSuite } from './store-strace.ts';

describe.skipIf(!canStrace)('the real system calls (needs strace, and leave to trace)', () => {
  test('an import killed as it enters one leaves the old or the new edition, and nothing behind', async () => {
    const { cases, accepted, crashes, failures, notes } = await storeStraceSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(accepted).toBe(cases);
    expect(notes.killed).toBeGreaterThanOrEqual(cases / 2);
    expect([notes.fsync, notes.rename, notes.openat, notes.pwrite64]).not.toContain(0);
  });
});
