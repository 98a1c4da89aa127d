import { expect, test } from 'vitest';
import { addMonths, dayOf, isDay, monthsOf } from '../../../content/core/guide/day.ts';

test.each(['2026-11-22', '2024-02-29', '1999-12-31'])('%s is a day', (day) => expect(isDay(day)).toBe(true));
test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-2', '22-11-2026', '2026-11-22T00:00', '', '9999-01-01'])(
  '%j is no day',
  (text) => expect(isDay(text)).toBe(false),
);

test('the day of a time stamp is read, a wrong one is not', () => {
  expect(dayOf('2021-05-26 14:00:00 -0500')).toBe('2021-05-26');
  expect(dayOf('2021-05-26T14:00Z')).toBe('2021-05-26');
  expect(dayOf('May 2021')).toBeNull();
  expect(dayOf('2021-05-99 10:00')).toBeNull();
});

test('months end on a day that exists', () => {
  expect(addMonths('2026-11-22', 3)).toBe('2027-02-22');
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
  expect(addMonths('2026-12-01', 12)).toBe('2027-12-01');
});

test('spans are read as months', () => {
  expect(['6 months', '1 year', '12 weeks', '1 day', 'soon'].map(monthsOf)).toEqual([6, 12, 3, null, null]);
});
