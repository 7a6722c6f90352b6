import { isoDay } from '../format/times.ts';

/** Why a break cannot end on a day. */
type DayFault = 'dayMissing' | 'date-past' | 'date-too-far';

/**
 * The first and the last day on which a break may end: tomorrow, and two years from today.
 * @param at ISO 8601, now
 * @param zone IANA, the scheme's
 */
export function daysBack(at: string, zone: string): { readonly first: string; readonly last: string } {
  const today = isoDay(Date.parse(at), zone);
  const first = new Date(`${today}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() + 1);
  const last = new Date(`${today}T00:00:00Z`);
  last.setUTCFullYear(last.getUTCFullYear() + 2);
  return { first: iso(first), last: iso(last) };
}

const iso = (day: Date) => day.toISOString().slice(0, 10);

/** What is wrong with a day as the end of a break; null: nothing. */
export function dayFault(day: string, { first, last }: ReturnType<typeof daysBack>): DayFault | null {
  if (day === '') return 'dayMissing';
  return day < first ? 'date-past' : day > last ? 'date-too-far' : null;
}
