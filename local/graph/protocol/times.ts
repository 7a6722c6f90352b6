import { clockOf, instantOf, wallOf } from '../../../core/time/clock.ts';
import { ianaZone } from '../../../core/time/zones.ts';
import { badRequest } from './errors.ts';

/** Graph's `dateTimeTimeZone`: a wall time without offset, and a Windows or IANA zone name. */
export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** @throws GraphError 400 for an unknown zone */
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

const wallClock = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(Z?)$/;

/**
 * The instant in epoch milliseconds, in whole seconds. A time in a gap moves forward; of a doubled time the earlier
 * one counts.
 * @throws GraphError 400 for anything that is not a wall time; a final `Z` is allowed in UTC only
 */
export function toInstant(value: DateTimeTimeZone, property: string): number {
  const zone = requireZone(value.timeZone);
  const match = wallClock.exec(value.dateTime);
  const text = match === null ? '' : `${match[1] ?? ''}${match[2] ?? ':00'}`;
  const wall = Date.parse(`${text}Z`);
  const real = !Number.isNaN(wall) && new Date(wall).toISOString().startsWith(text);
  if (real && (match?.[3] === '' || zone === 'UTC' || zone === 'Etc/UTC'))
    return instantOf(clockOf(zone), wall);
  throw badRequest(
    `Cannot convert '${value.dateTime}' of '${property}' to a date and time: expected YYYY-MM-DDTHH:MM:SS without an offset.`,
    'ErrorPropertyValidationFailure',
  );
}

/**
 * @param zoneName a name that `requireZone` accepted
 * @example toDateTime(…, 'UTC') → { dateTime: '2026-12-15T10:00:00.0000000', timeZone: 'UTC' }
 */
export function toDateTime(instant: number, zoneName: string): DateTimeTimeZone {
  const wall = zoneName === 'UTC' ? instant : wallOf(clockOf(requireZone(zoneName)), instant);
  return { dateTime: `${new Date(wall).toISOString().slice(0, 23)}0000`, timeZone: zoneName };
}

/** `2026-12-15T10:00:00Z`, as Graph writes time stamps. */
export function toStamp(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/**
 * Reads an ISO 8601 date and time of a query into epoch milliseconds. Without an offset it is UTC, as in Graph.
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
