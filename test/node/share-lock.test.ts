import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withShareLock } from '../../content/node/share-lock.ts';
import { tempFolder } from '../support/temp.ts';

const lockOf = (share: string) => path.join(share, 'staging', 'x', 'publish.lock');
const input = (share: string, owner: string, waitMs = 5_000) => ({ share, repository: 'x', owner, now: () => new Date(), waitMs });

describe('the lock of a share', () => {
  it('lets one work at a time, and is gone afterwards', async () => {
    const share = tempFolder();
    const log: string[] = [];
    const work = (owner: string) =>
      withShareLock(input(share, owner), async () => {
        log.push(`${owner} in`);
        await wait(30);
        log.push(`${owner} out`);
      });
    await Promise.all([work('Ann'), work('Ben')]);
    expect(log.filter((_, index) => index % 2 === 1)).toEqual(
      log.filter((_, index) => index % 2 === 0).map((line) => line.replace('in', 'out')),
    );
    expect(existsSync(lockOf(share))).toBe(false);
  });

  it('is gone after a failure too', async () => {
    const share = tempFolder();
    const failing = withShareLock(input(share, 'Ann'), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lockOf(share))).toBe(false);
  });

  it('says who has it', async () => {
    const share = tempFolder();
    const waited: string[] = [];
    await withShareLock(input(share, 'Ann'), async () => {
      const second = withShareLock({ ...input(share, 'Ben', 50), onWait: (owner) => waited.push(owner) }, async () => 'no');
      await expect(second).rejects.toMatchObject({ code: 'SHARE_BUSY', data: { owner: 'Ann' } });
    });
    expect(waited).toEqual(['Ann']);
  });

  it('takes over one that a crash left, also half written', async () => {
    const share = tempFolder();
    mkdirSync(path.dirname(lockOf(share)), { recursive: true });
    writeFileSync(lockOf(share), '{"own');
    const hourAgo = Date.now() / 1000 - 3_600;
    utimesSync(lockOf(share), hourAgo, hourAgo);
    expect(await withShareLock(input(share, 'Ben'), async () => 'done')).toBe('done');
  });
});
