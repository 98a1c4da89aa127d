// Days and moments in words. Every function takes the moment it is compared with: nothing here reads a clock.
// Days are ISO days (`2026-11-22`); what is not a day is given back as it came.

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const nearFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

function instant(day: string): Date | null {
  if (!isoDay.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** "22 November 2026". */
export function longDay(day: string): string {
  const date = instant(day);
  return date ? dayFormat.format(date) : day;
}

/** "22 Nov 2026". */
export function shortDay(day: string): string {
  const date = instant(day);
  return date ? shortFormat.format(date) : day;
}

/** Day of an edition from its version (UTC seconds at signing), as an ISO day in `zone`. */
export function editionDay(version: number, zone?: string): string {
  return localDay(new Date(version * 1000).toISOString(), zone);
}

/** ISO day of an ISO time, as the person's calendar has it. */
export function localDay(time: string, zone?: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  // The Swedish form of a date is the ISO form.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(date);
}

/** "14:32", by the person's clock. */
export function clockTime(time: string, zone?: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(date);
}

/** "09:14 today", "09:14 yesterday", "09:14 on 4 March 2026". */
export function moment(time: string, now: string, zone?: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  const clock = clockTime(time, zone);
  const away = daysBetween(localDay(time, zone), localDay(now, zone));
  if (away === 0) return `${clock} today`;
  if (away === 1) return `${clock} yesterday`;
  return `${clock} on ${longDay(localDay(time, zone))}`;
}

/** "at 09:14", "at 17:02 yesterday", "at 09:14 on 4 March": as short as says enough in a line about lately. */
export function atMoment(time: string, now: string, zone?: string): string {
  const away = daysBetween(localDay(time, zone), localDay(now, zone));
  if (Number.isNaN(away)) return time;
  if (away === 0) return `at ${clockTime(time, zone)}`;
  return away === 1
    ? `at ${clockTime(time, zone)} yesterday`
    : `at ${clockTime(time, zone)} on ${nearDay(localDay(time, zone), now, zone)}`;
}

/** "10:02", "Tue 10:02", "4 March": since when something is so. After six days a weekday would name two days. */
export function sinceMoment(time: string, now: string, zone?: string): string {
  const away = daysBetween(localDay(time, zone), localDay(now, zone));
  if (Number.isNaN(away)) return time;
  if (away === 0) return clockTime(time, zone);
  if (away < 0 || away > 6) return nearDay(localDay(time, zone), now, zone);
  return `${new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: zone }).format(new Date(time))} ${clockTime(time, zone)}`;
}

/** "4 March", with the year where it is not the present one. */
export function nearDay(day: string, now: string, zone?: string): string {
  const date = instant(day);
  if (!date || day.slice(0, 4) !== localDay(now, zone).slice(0, 4)) return longDay(day);
  return nearFormat.format(date);
}

/** Whole days from one ISO day to a later one; negative when it is earlier, NaN when one is no day. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [instant(from), instant(to)];
  // A day has 86,400,000 milliseconds; both are midnights in UTC, so that no clock change comes between.
  return start && end ? Math.round((end.getTime() - start.getTime()) / 86_400_000) : Number.NaN;
}

/** "in 3 weeks", "5 days ago", "today": how far a day is away, in the largest unit that says enough. */
export function distance(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (Number.isNaN(days)) return '';
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const words = span(Math.abs(days));
  return days > 0 ? `in ${words}` : `${words} ago`;
}

// Up to two weeks in days, up to two months in weeks, up to two years in months.
function span(days: number): string {
  if (days < 14) return counted(days, 'day');
  if (days < 60) return counted(Math.round(days / 7), 'week');
  if (days < 730) return counted(Math.round(days / 30.44), 'month');
  return counted(Math.round(days / 365.25), 'year');
}

/** "1 guide", "4,000 guides". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
