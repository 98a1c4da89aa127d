import { describe, expect, test } from 'vitest';
import { canMount } from '../support/real-share.ts';
import { shortForm } from '../support/torture.ts';
import { firstSyncSuite } from './first-sync.ts';

describe.skipIf(!canMount.samba)('the first sync from Samba (needs samba, smbclient, rclone and fuse3)', () => {
  test('ends whole over a line that answers late, also after it was killed twice, and in little memory', async () => {
    const { accepted, crashes, failures, notes } = await firstSyncSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(accepted).toBe(2);
    expect(notes.files).toBe(60);
  });
});
