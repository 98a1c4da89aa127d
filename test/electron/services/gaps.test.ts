import { describe, expect, test } from 'vitest';
import { type Gap, gapsHandlers, openGaps, parseGaps, withGap } from '../../../electron/services/gaps.ts';
import { tempFolder } from '../../support/temp.ts';

const at = new Date('2026-11-22T10:00:00Z');
const now = () => at;

describe('gap notes', () => {
  test('are kept and counted', async () => {
    const folder = tempFolder();
    const file = openGaps(folder, { now, log: () => undefined });
    const { 'gaps.add': add } = gapsHandlers(file, now);
    expect(await add({ query: 'geofence' })).toEqual({ count: 1 });
    expect(await add({ query: 'drone' })).toEqual({ count: 2 });
    await file.flush();
    expect(
      openGaps(folder, { now, log: () => undefined })
        .get()
        .map(({ query }) => query),
    ).toEqual(['drone', 'geofence']);
  });

  test('of the same words are one, however they are typed', () =>
    expect(withGap(withGap([], '  Geofence\n area ', at), 'geofence AREA', at)).toEqual([
      { query: 'geofence AREA', at: at.toISOString(), times: 2 },
    ]));

  test('of nothing are none', () => expect(withGap([], ' \n ', at)).toEqual([]));

  test('are bounded', () => {
    let gaps: readonly Gap[] = [];
    for (let count = 0; count < 1_010; count += 1) gaps = withGap(gaps, `word ${count}`, at);
    expect([gaps.length, gaps[0]?.query]).toEqual([1_000, 'word 1009']);
    expect(withGap([], 'x'.repeat(600), at)[0]?.query.length).toBe(500);
  });

  test('that do not fit are left out', () => {
    expect(parseGaps([{ query: 'a', at: 'x', times: 1 }, { query: 1 }, null])).toEqual([{ query: 'a', at: 'x', times: 1 }]);
    expect(parseGaps({})).toBeNull();
  });
});
