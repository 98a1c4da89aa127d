import { expect, test } from 'vitest';
import type { BlockId, GuideId } from '../../../content/core/base/ids.ts';
import { openReading, readingHandlers } from '../../../electron/services/reading.ts';
import { tempFolder } from '../../support/temp.ts';

const now = () => new Date('2026-11-22T10:00:00Z');
const guide = 'x-setup' as GuideId;
const block = 'babcdefg' as BlockId;

test('what is read, saved and ticked is there after a restart', async () => {
  const folder = tempFolder();
  const file = openReading(folder, { now, log: () => undefined });
  const calls = readingHandlers(file, now);
  expect(calls['reading.position']({ guide, block, edition: 3 })).toBeNull();
  await calls['reading.saved']({ guide, saved: true });
  const { ticks } = await calls['reading.tick']({ guide, block, ticked: true });
  expect((await calls['reading.clear-ticks']({ guide })).ticks).toEqual({});
  const back = Object.entries(ticks[guide] ?? {}) as [BlockId, string][];
  expect((await calls['reading.restore-ticks']({ guide, ticks: back })).ticks).toEqual(ticks);
  await file.flush();
  expect(openReading(folder, { now, log: () => undefined }).get()).toEqual({
    saved: [guide],
    recent: [{ guide, block, edition: 3, at: '2026-11-22T10:00:00.000Z' }],
    ticks: { [guide]: { [block]: '2026-11-22T10:00:00.000Z' } },
  });
});
