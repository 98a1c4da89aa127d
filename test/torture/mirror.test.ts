import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { processTree } from '../bench/process-tree.ts';
import { canNginx, nginxMirror } from '../support/mirror-nginx.ts';
import { canSyncthing, syncthingPair } from '../support/mirror-syncthing.ts';
import { canRsync, isAlive } from '../support/real-share.ts';
import { inFolder, shortForm } from '../support/torture.ts';
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

describe.skipIf(!canSyncthing || !canNginx)('the servers of the mirrors (need syncthing and nginx-light)', () => {
  test('nothing of them survives', async () => {
    await inFolder(async (home) => {
      for (const name of ['pair', 'share']) mkdirSync(path.join(home, name));
      const pair = await syncthingPair(path.join(home, 'pair'));
      const mirror = await nginxMirror(path.join(home, 'nginx'), path.join(home, 'share'));
      const running = [...pair.pids, mirror.pid].flatMap(processTree);
      expect(running.length).toBeGreaterThan(3);
      expect(running.every(isAlive)).toBe(true);
      await pair.stop();
      await mirror.stop();
      await expect.poll(() => running.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    });
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
