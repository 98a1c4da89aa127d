import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkClock, probeShareTime } from '../../content/node/share-clock.ts';
import { tempFolder } from '../support/temp.ts';

const now = new Date('2026-11-22T09:00:00Z');
const seconds = Math.floor(now.getTime() / 1000);
const check = (newest: number, offMs: number) =>
  checkClock({
    share: tempFolder(),
    repository: 'facebook',
    newest,
    now: () => now,
    shareTime: async () => new Date(now.getTime() - offMs),
  });

describe('the clock for signing', () => {
  it.each<[string, number, number, object | null]>([
    ['is good when it agrees', seconds - 60, 0, null],
    ['is good a few seconds behind what another PC signed', seconds + 5, 0, null],
    ['is not good two minutes behind what was signed', seconds + 120, 0, { why: 'behind', seconds: 120 }],
    ['is good nine minutes off the share’s', seconds, 9 * 60_000, null],
    ['is not good eleven minutes ahead of the share’s', seconds, 11 * 60_000, { why: 'differs', seconds: 660 }],
    ['is not good eleven minutes behind the share’s', seconds, -11 * 60_000, { why: 'differs', seconds: -660 }],
  ])('%s', async (_, newest, off, data) => {
    expect(await check(newest, off)).toEqual(data === null ? null : { code: 'CLOCK', data });
  });

  it('sees the share’s time by a file that is gone afterwards', async () => {
    const folder = tempFolder();
    expect(Math.abs((await probeShareTime(folder)).getTime() - Date.now())).toBeLessThan(60_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the share is gone', async () => {
    await expect(probeShareTime('/dev/null/nothing')).rejects.toMatchObject({ code: 'SHARE_UNREACHABLE' });
  });
});
