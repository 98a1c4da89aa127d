import { describe, expect, test } from 'vitest';
import { canNginx } from '../support/mirror-nginx.ts';
import { canSyncthing } from '../support/mirror-syncthing.ts';
import { canRsync } from '../support/real-share.ts';
import { shortForm } from '../support/torture.ts';
import { nginxSuite } from './mirror-nginx.ts';
import { rsyncSuite } from './mirror-rsync.ts';
import { syncthingSuite } from './mirror-syncthing.ts';

describe.skipIf(!canRsync)('a mirror by rsync (needs rsync)', () => {
  test('killed at random, it never shows a refusal, a mixture or an older edition, and ends whole', async () => {
    const { cases, accepted, crashes, failures } = await rsyncSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(cases).toBeGreaterThanOrEqual(5);
    expect(accepted).toBeGreaterThan(0);
  });
});

describe.skipIf(!canSyncthing)('a Syncthing pair (needs syncthing)', () => {
  test('two editors publish at once on both sides: nobody is refused or goes back, one heal joins both and names the loser', async () => {
    const { cases, accepted, crashes, failures, notes } = await syncthingSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(accepted).toBeGreaterThanOrEqual(2 * cases);
    expect([notes.lost, notes.named]).toEqual([cases, cases]);
  });
});

describe.skipIf(!canNginx)('a static mirror on nginx (needs nginx-light)', () => {
  test('four clients hold the published bytes, over lines that fail these or none', async () => {
    const { cases, accepted, crashes, failures } = await nginxSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(accepted).toBe(cases / 2);
  });
});
