import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';
import { badRequest } from './errors.ts';

/** Graph's `dateTimeTimeZone`: a wall clock without offset, and a Windows or IANA zone name. */
export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

const known = new Map<string, string | null>([['utc', 'UTC']]);

/** The IANA name of a Windows or IANA zone name, or null when nobody knows it. */
export function ianaZone(name: string): string | null {
  const key = name.toLowerCase();
  const found = known.get(key);
  if (found !== undefined) return found;
  const iana = findIana(name)[0] ?? name;
  let valid: string | null = null;
  try {
    // Offsets such as `+01:00` are zones for Temporal, not for Graph.
    if (/^[A-Za-z]/.test(iana))
      valid = new Intl.DateTimeFormat('en', { timeZone: iana }).resolvedOptions().timeZone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  known.set(key, valid);
  return valid;
}

/** @throws GraphError 400 for a zone that nobody knows. */
export function requireZone(name: string): string {
  const iana = ianaZone(name);
  if (iana === null) {
    throw badRequest(
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
      'TimeZoneNotSupportedException',
    );
  }
  return iana;
}

const wallClock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z?)$/;

/**
 * The instant in epoch milliseconds, at a whole second. A time in a gap moves forward, a doubled one is the earlier.
 * @throws GraphError 400 for anything that is not a wall clock (a final `Z` is taken in UTC only).
 */
export function toInstant(value: DateTimeTimeZone, property: string): number {
  const zone = requireZone(value.timeZone);
  const match = wallClock.exec(value.dateTime);
  const utc = zone === 'UTC' || zone === 'Etc/UTC';
  if (match !== null && (match[3] === '' || utc)) {
    const text = value.dateTime.replace(/Z$/, '');
    try {
      const wall = Temporal.PlainDateTime.from(text, { overflow: 'reject' }).round({
        smallestUnit: 'second',
        roundingMode: 'floor',
      });
      return wall.toZonedDateTime(zone).epochMilliseconds;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw badRequest(
    `Cannot convert '${value.dateTime}' of '${property}' to a date and time: expected YYYY-MM-DDTHH:MM:SS without an offset.`,
    'ErrorPropertyValidationFailure',
  );
}

/** @example toDateTime(…, 'UTC') → { dateTime: '2026-12-15T10:00:00.0000000', timeZone: 'UTC' } */
export function toDateTime(instant: number, zoneName: string): DateTimeTimeZone {
  const zone = ianaZone(zoneName) ?? 'UTC';
  const text =
    zone === 'UTC'
      ? new Date(instant).toISOString().slice(0, 23)
      : Temporal.Instant.fromEpochMilliseconds(instant)
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .toString({ fractionalSecondDigits: 3 });
  return { dateTime: `${text}0000`, timeZone: zoneName };
}

/** `2026-12-15T10:00:00Z`, as Graph writes time stamps. */
export function toStamp(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/**
 * An ISO 8601 date and time of a query, epoch milliseconds; without an offset it is UTC, as Graph reads it.
 * @throws GraphError 400
 */
export function parseQueryTime(text: string, name: string): number {
  const value = /T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`;
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw badRequest(
      `The value '${text}' of parameter '${name}' is invalid: expected an ISO 8601 date and time.`,
      'ErrorInvalidParameter',
    );
  }
  return instant;
}
