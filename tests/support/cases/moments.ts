// Moments as cases write them: `Thu 10 Dec 10:30`, in London in the winter of 2026, which is UTC.

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = { Dec: Date.UTC(2026, 11), Jan: Date.UTC(2027, 0) } as const;
const day = 24 * 60 * 60_000;
const minute = 60_000;

/** A regular expression that finds a moment. */
export const momentPattern = `(?:${weekdays.join('|')}) \\d{1,2} (?:Dec|Jan) \\d\\d:\\d\\d`;

/**
 * Reads a moment.
 * @returns epoch milliseconds
 * @throws when it is no moment, or the date is another day of the week
 */
export function momentFrom(text: string): number {
  const [, weekday, date, month, hours, minutes] =
    /^(\w{3}) (\d{1,2}) (Dec|Jan) (\d\d):(\d\d)$/.exec(text) ?? [];
  if (month !== 'Dec' && month !== 'Jan')
    throw new Error(`"${text}" is no moment such as "Thu 10 Dec 10:30"`);
  const at = months[month] + (Number(date) - 1) * day + (Number(hours) * 60 + Number(minutes)) * minute;
  if (momentText(at) !== text)
    throw new Error(`"${text}" is not a ${weekday ?? ''}: say "${momentText(at)}"`);
  return at;
}

/** @param at epoch milliseconds */
export function momentText(at: number): string {
  const date = new Date(at);
  const month = at < months.Jan ? 'Dec' : 'Jan';
  return `${weekdays[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${month} ${date.toISOString().slice(11, 16)}`;
}

/** @example 'Mon 14 Dec 10:00 to 10:30' */
export function spanText(start: number, end: number): string {
  const [from, to] = [momentText(start), momentText(end)];
  return from.slice(0, -5) === to.slice(0, -5) ? `${from} to ${to.slice(-5)}` : `${from} to ${to}`;
}

/** Reads `Mon 14 Dec 10:00 to 10:30`, or `Mon 14 Dec 10:00 to Fri 18 Dec 18:00`. */
export function spanFrom(text: string): { readonly start: number; readonly end: number } {
  const [from = '', to = ''] = text.split(' to ');
  const start = momentFrom(from);
  const end = momentFrom(to.length === 5 ? `${from.slice(0, -5)}${to}` : to);
  if (end <= start) throw new Error(`"${text}" ends before it begins`);
  return { start, end };
}
