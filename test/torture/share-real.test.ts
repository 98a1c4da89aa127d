import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canMount, faultShare, isAlive, isMounted, sambaShare } from '../support/real-share.ts';
import { inFolder, shortForm } from '../support/torture.ts';
import { fuseAttackSuite, sambaAttackSuite } from './share-attacks.ts';
import { shareFaultSuite } from './share-faults.ts';

describe.skipIf(!canMount.faults)('on a FUSE mount (needs fuse3 and python3-fusepy)', () => {
  test('every fault of every kind of file has its code, and the next sync is whole', async () => {
    const { failures, crashes, cases } = await shareFaultSuite(shortForm);
    expect(failures).toEqual([]);
    expect(crashes).toBe(0);
    expect(cases).toBeGreaterThanOrEqual(60);
  });

  test('attacks end in the codes of the plain folder', async () => {
    const { failures, cases } = await fuseAttackSuite(shortForm);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(60);
  });

  test('nothing survives', async () => {
    await inFolder(async (home) => {
      const { seen, pids, stop } = await faultShare(home);
      expect(isMounted(seen)).toBe(true);
      await stop();
      expect([isMounted(seen), pids.some(isAlive)]).toEqual([false, false]);
    });
  });
});

describe.skipIf(!canMount.samba)('on Samba (needs samba, smbclient, rclone and fuse3)', () => {
  test('attacks end in the codes of the plain folder', async () => {
    const { failures, cases } = await sambaAttackSuite(shortForm);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(60);
  });

  test('nothing survives, even of a server that is frozen', async () => {
    await inFolder(async (home) => {
      const share = await sambaShare(home);
      const { pids } = share;
      share.freeze();
      await share.stop();
      expect([isMounted(share.seen), pids.filter(isAlive), existsSync(path.join(home, 'rclone.pid'))]).toEqual([false, [], true]);
    });
  });
});
