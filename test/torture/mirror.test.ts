import { describe, expect, test } from 'vitest';
import { canRsync } from '../support/real-share.ts';
import { shortForm } from '../support/torture.ts';
import { rsyncSuite } from './mirror-rsync.ts';

describe.skipIf(!canRsync)('a mirror by rsync (needs rsync)', () => {
  test('killed at random, it never shows a refusal, a mixture or an older edition, and ends whole', async () => {
    const { cases, accepted, crashes, failures } = await rsyncSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(cases).toBeGreaterThanOrEqual(5);
    expect(accepted).toBeGreaterThan(0);
  });
});
