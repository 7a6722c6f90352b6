// Readers for the cells of the CSV files.
import { weekday, type Weekday } from '../../core/time/weekday.ts';
import { isZone } from '../../core/time/zones.ts';
import { InputError, type Place } from '../input/input-error.ts';

/** A mail address, as written, without the characters that nobody sees and that copying brings along. */
export function readMail(place: Place, written: string): string {
  const value = written.replaceAll(/\p{Cf}/gu, '').trim();
  if (value.length <= 254 && /^[^\s@,;:<>()[\]"\\/]+@[^\s@,;:<>()[\]"\\/]+$/.test(value)) return value;
  throw new InputError(place, {
    value,
    problem: 'is not a mail address',
    expected: 'one such as ann@example.org',
  });
}

/** `HH:MM`. */
export function readTime(place: Place, value: string): string {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value;
  throw new InputError(place, { value, problem: 'is not a time', expected: 'HH:MM such as 09:00 or 17:30' });
}

/** `Mon;Tue;…`. A day that occurs twice counts once. */
export function readWorkDays(place: Place, value: string): Weekday[] {
  const days = value.split(';').map((part) => weekday.safeParse(part.trim()));
  const known = days.flatMap((day) => (day.success ? [day.data] : []));
  if (known.length === days.length) return [...new Set(known)];
  throw new InputError(place, {
    value,
    problem: 'is not a list of weekdays',
    expected: 'Mon, Tue, Wed, Thu, Fri, Sat and Sun with semicolons between them, such as Mon;Tue;Wed',
  });
}

/** The name of a zone, as written: IANA or Windows. */
export function readZone(place: Place, value: string): string {
  if (isZone(value)) return value;
  throw new InputError(place, {
    value,
    problem: 'is not a time zone',
    expected: 'an IANA name such as Europe/Paris or a Windows name such as W. Europe Standard Time',
  });
}

/** A BCP 47 tag, in canonical form. */
export function readLanguage(place: Place, value: string): string {
  try {
    const tag = Intl.getCanonicalLocales(value)[0];
    if (tag !== undefined) return tag;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
  }
  throw new InputError(place, {
    value,
    problem: 'is not a language tag',
    expected: 'a BCP 47 tag such as en, de or pt-BR',
  });
}

/** A round's number. */
export function readRound(place: Place, value: string): number {
  const round = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(round)) return round;
  throw new InputError(place, {
    value,
    problem: 'is not a round',
    expected: 'a whole number that is not negative',
  });
}

/** In any case: spreadsheets write capitals. */
export function readMet(place: Place, value: string): boolean {
  const met = { true: true, false: false }[value.toLowerCase()];
  if (met !== undefined) return met;
  throw new InputError(place, { value, problem: 'is neither true nor false', expected: 'true or false' });
}

/** Two mail addresses, in lower case. */
export function readPair(
  place: Place,
  cells: { readonly a: string; readonly b: string },
): { readonly a: string; readonly b: string } {
  const a = readMail({ ...place, column: 'a' }, cells.a).toLowerCase();
  const b = readMail({ ...place, column: 'b' }, cells.b).toLowerCase();
  if (a !== b) return { a, b };
  throw new InputError(
    { ...place, column: 'b' },
    { value: cells.b, problem: 'is paired with itself', expected: 'two different people' },
  );
}
