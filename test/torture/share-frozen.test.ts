import { describe, expect, test } from 'vitest';
import { canMount } from '../support/real-share.ts';
import { shortForm } from '../support/torture.ts';
import { shareFrozenSuite } from './share-frozen.ts';

describe.skipIf(!canMount.samba)('a server that freezes or dies (needs samba, smbclient, rclone and fuse3)', () => {
  test('takes the sync process with it and nothing else, and the copy goes on where it stopped', async () => {
    const { failures, crashes, accepted, cases } = await shareFrozenSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(accepted).toBe(cases);
  });
});
