const tag = 'en-GB';

function written(at: string | number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tag, { ...options, timeZone: zone }).format(new Date(at));
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** @example "Thursday 10 December, 10:00" */
export function moment(at: string | number, zone: string): string {
  return `${day(at, zone)}, ${time(at, zone)}`;
}

/** @example "Thursday 10 December" */
export function day(at: string | number, zone: string): string {
  return written(at, zone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

/** @example "Thu 10 Dec" */
export function shortDay(at: string | number, zone: string): string {
  return written(at, zone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
}

/** @example "10:00" */
export function time(at: string | number, zone: string): string {
  return written(at, zone, clock);
}

/** The city of a zone. @example "London" */
export function city(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The ISO date of an instant on somebody's calendar. */
export function dateIn(at: string | number, zone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return ['year', 'month', 'day'].map((part) => parts.get(part as 'year') ?? '').join('-');
}

/** Minutes since midnight on somebody's wall clock. */
export function minuteOfDay(at: string | number, zone: string): number {
  return minutesOf(written(at, zone, { ...clock, hourCycle: 'h23' }));
}

/** @param text `HH:MM` */
export function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The ISO date a number of days after another. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO dates have no zone. @example weekDate('2026-12-14') → "Mon 14" */
export function weekDate(date: string): string {
  return written(`${date}T00:00:00Z`, 'UTC', { weekday: 'short', day: 'numeric' });
}

/** @example shortDate('2026-12-14') → "Mon 14 Dec" */
export function shortDate(date: string): string {
  return shortDay(`${date}T00:00:00Z`, 'UTC');
}
