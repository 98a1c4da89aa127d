// ISO days as text (`2026-11-22`): they sort as text and need no clock or time zone.

/** A real day of the calendar between 1900 and 2199. */
export function isDay(text: string): boolean {
  const match = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The day at the start of a time stamp such as `2021-05-26 14:00:00 -0500`, else null. */
export function dayOf(text: string): string | null {
  const day = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(text.trim())?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

/** The same day of a later month, or that month's last day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${inYear}-${two(inMonth)}-${two(Math.min(date, daysIn(inYear, inMonth)))}`;
}

/** `6 months`, `1 year`, `12 weeks` as months, weeks rounded; null when it is none of these. */
export function monthsOf(text: string): number | null {
  const match = /^\s*(\d{1,3})\s*(week|month|year)s?\s*$/i.exec(text);
  if (!match) return null;
  const count = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  return unit === 'year' ? count * 12 : unit === 'month' ? count : Math.max(1, Math.round(count / 4.35));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
