import { describe, expect, test } from 'vitest';
import {
  atMoment,
  counted,
  daysBetween,
  distance,
  editionDay,
  localDay,
  longDay,
  moment,
  nearDay,
  shortDay,
  sinceMoment,
} from '../../../renderer/text/dates.ts';

describe('a day in words', () => {
  test.each([
    ['2026-11-22', '22 November 2026', '22 Nov 2026'],
    ['2026-03-03', '3 March 2026', '3 Mar 2026'],
    ['2013 to 2025', '2013 to 2025', '2013 to 2025'],
    ['2026', '2026', '2026'],
    ['2026-13-40', '2026-13-40', '2026-13-40'],
  ])('%s is %s', (day, long, short) => {
    expect([longDay(day), shortDay(day)]).toEqual([long, short]);
  });

  test('a day is the same in every time zone of the PC', () => {
    const before = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    expect(longDay('2026-11-22')).toBe('22 November 2026');
    process.env.TZ = before;
  });
});

describe('a moment in words', () => {
  test.each([
    ['2026-11-22T09:14:00Z', '09:14 today'],
    ['2026-11-21T23:59:00Z', '23:59 yesterday'],
    ['2026-03-04T07:05:00Z', '07:05 on 4 March 2026'],
    ['no time', 'no time'],
  ])('%s is %s', (time, words) => {
    expect(moment(time, '2026-11-22T18:00:00Z', 'UTC')).toBe(words);
  });

  test('British Summer Time is what the clock on the wall shows', () => {
    expect(moment('2026-07-01T23:30:00Z', '2026-07-02T08:00:00Z', 'Europe/London')).toBe('00:30 today');
  });
});

describe('how far a day is away', () => {
  test.each([
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-27', 'in 5 days'],
    ['2026-12-13', 'in 3 weeks'],
    ['2026-06-03', '6 months ago'],
    ['2027-05-22', 'in 6 months'],
    ['2029-11-22', 'in 3 years'],
    ['soon', ''],
  ])('%s is %s', (day, words) => {
    expect(distance(day, '2026-11-22')).toBe(words);
  });

  test('the clocks going back does not add a day', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });
});

test('an edition has the day on which it was signed, as the calendar on the wall has it', () => {
  const version = Date.UTC(2026, 6, 1, 23, 30) / 1000;
  expect([editionDay(version, 'UTC'), editionDay(version, 'Europe/London')]).toEqual(['2026-07-01', '2026-07-02']);
  expect(localDay('not a time')).toBe('not a time');
});

test('things are counted in words', () => {
  expect([counted(1, 'guide'), counted(0, 'guide'), counted(4_000, 'guide'), counted(2, 'branch office', 'branch offices')]).toEqual([
    '1 guide',
    '0 guides',
    '4,000 guides',
    '2 branch offices',
  ]);
});

describe('moments of lately', () => {
  const now = '2026-11-22T18:00:00Z';

  test.each([
    ['2026-11-22T10:02:00Z', 'at 10:02', '10:02'],
    ['2026-11-21T10:02:00Z', 'at 10:02 yesterday', 'Sat 10:02'],
    ['2026-11-16T10:02:00Z', 'at 10:02 on 16 November', 'Mon 10:02'],
    ['2026-11-15T10:02:00Z', 'at 10:02 on 15 November', '15 November'],
    ['2025-11-22T10:02:00Z', 'at 10:02 on 22 November 2025', '22 November 2025'],
    // A clock that was put back: no weekday to come.
    ['2026-11-24T10:02:00Z', 'at 10:02 on 24 November', '24 November'],
    ['soon', 'soon', 'soon'],
  ])('%s is %s, and since then %s', (time, at, since) => {
    expect([atMoment(time, now, 'UTC'), sinceMoment(time, now, 'UTC')]).toEqual([at, since]);
  });

  test('a day of another year has its year', () => {
    expect([nearDay('2026-03-04', now, 'UTC'), nearDay('2025-03-04', now, 'UTC'), nearDay('2026', now)]).toEqual([
      '4 March',
      '4 March 2025',
      '2026',
    ]);
  });
});
