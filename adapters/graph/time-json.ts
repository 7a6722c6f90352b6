import * as z from 'zod';
import { clockOf, instantOf } from '../../core/time/clock.ts';
import { hour, minute } from '../../core/time/interval.ts';
import { ianaZone } from '../../core/time/zones.ts';

const iso =
  /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(\.\d+)?(?:(Z)|([+-])([01]\d|2[0-3]):?([0-5]\d)?)?$/i;

/**
 * Reads an ISO 8601 date and time, with any offset, into epoch milliseconds.
 * @param zone an IANA or a Windows name; it counts when the text has no offset
 * @returns null for other text, a day or time that does not exist, and an unknown zone
 */
export function readTime(text: string, zone: string): number | null {
  const parts = iso.exec(text);
  if (parts === null) return null;
  const [, date = '', time = '', seconds = ':00', fraction = '', utc, sign, hours, minutes = '0'] = parts;
  const wall = Date.parse(`${date}T${time}${seconds}${fraction.slice(0, 4)}Z`);
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date)) return null;
  if (utc !== undefined) return wall;
  if (hours !== undefined) {
    const ahead = Number(hours) * hour + Number(minutes) * minute;
    return sign === '-' ? wall + ahead : wall - ahead;
  }
  const name = ianaZone(zone);
  return name === null ? null : instantOf(clockOf(name), wall);
}

/** Graph's `dateTimeTimeZone`. Without a zone it is UTC, as every request asks for (`Prefer: outlook.timezone`). */
export const graphTime = z
  .object({ dateTime: z.string(), timeZone: z.string().nullish() })
  .transform(({ dateTime, timeZone }, context) => {
    const at = readTime(dateTime, timeZone ?? 'UTC');
    if (at !== null) return at;
    context.addIssue('not a date and time of a known zone');
    return z.NEVER;
  });
