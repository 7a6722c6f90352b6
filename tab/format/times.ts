// How times read. Instants are ISO 8601 in UTC, zones IANA names, locales BCP 47.

const wall: Intl.DateTimeFormatOptions = { weekday: 'short', hour: '2-digit', minute: '2-digit' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format for dates. Making one takes milliseconds, so each is made once. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** @example day('2026-12-08T10:00:00Z', 'Europe/London', 'en-GB') → 'Tuesday 8 December' */
export function day(instant: string, zone: string, locale: string): string {
  return format(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  }).format(new Date(instant));
}

/** @example hours({ start: '2026-12-08T10:00:00Z', end: '2026-12-08T10:30:00Z' }, 'Europe/Berlin', 'de') → '11:00–11:30 Uhr' */
export function hours(slot: { start: string; end: string }, zone: string, locale: string): string {
  return format(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).formatRange(new Date(slot.start), new Date(slot.end));
}

/** @example timeOfDay('2026-12-08T10:00:00Z', 'Asia/Kolkata', 'en-GB') → '15:30' */
export function timeOfDay(instant: string, zone: string, locale: string): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant));
}

/** Day and time in one, for lists. @example 'Tue, 8 Dec, 10:00' */
export function dayAndTime(instant: string, zone: string, locale: string): string {
  return format(locale, { ...wall, day: 'numeric', month: 'short', timeZone: zone }).format(
    new Date(instant),
  );
}

/** @example date('2026-12-07', 'en-GB') → '7 December 2026' */
export function date(iso: string, locale: string): string {
  return format(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/** Whether clocks and calendars in both zones read the same at that instant. */
export function sameWallClock(instant: string, zone: string, other: string): boolean {
  const at = Date.parse(instant);
  return wallClock(at, zone) === wallClock(at, other);
}

/** The ISO date in a zone. @param at epoch milliseconds */
export function isoDay(at: number, zone: string): string {
  return wallClock(at, zone).slice(0, 10);
}

/** @example wallClock(at, 'Europe/London') → '2026-12-08 10:00' */
function wallClock(at: number, zone: string): string {
  // Sweden writes dates as ISO does.
  return format('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(at);
}

/** The place after which a zone is named. @example city('America/New_York') → 'New York' */
export function city(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
