const day = 86_400_000;

/** ISO dates of the Mondays after an instant, the next one first. */
export function mondaysAfter(at: string, count: number): string[] {
  const today = new Date(at.slice(0, 10)).getTime();
  const first = today + ((8 - new Date(today).getUTCDay()) % 7 || 7) * day;
  return Array.from({ length: count }, (_, n) => new Date(first + 7 * n * day).toISOString().slice(0, 10));
}

/** What the weekday is called that comes some days before a Monday. @example weekdayBefore(4, 'en-GB') → 'Thursday' */
export function weekdayBefore(days: number, locale: string): string {
  // 1970 began on a Thursday: its fifth day was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format((4 - days) * day);
}
