import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { findPhrase, fold } from './plain-words.ts';
import type { Table } from './tables.ts';
import { numberOf } from './wishes.ts';

/** chrono's readers. A language without one has the days that the table and the numbers name. */
const libraries: Readonly<Record<string, Pick<english.Chrono, 'parse'>>> = {
  en: english.GB,
  de: german.casual,
};

type Day = Temporal.PlainDate;

/** A day that a sentence names, and where. */
interface Named {
  readonly day: Day;
  readonly at: number;
  readonly end: number;
  /** What was said of it: a weekday, a month without a day, … */
  readonly kind: 'day' | 'weekday' | 'week' | 'month' | 'year';
}

/**
 * The first day back that a sentence names, as an ISO date: "until 15 January" → the 15th, "up to and including the 15th" →
 * the 16th, "two weeks" → 14 days after today. Days without a year and weekdays are the next to come, after today.
 * Null when the sentence names none, or two that nobody can choose from.
 * @param now epoch milliseconds
 */
export function readUntil(said: string, table: Table, now: number, zone: string): string | null {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const text = fold(said);
  const named = lastNamed(text, said, today, table);
  const stretch = stretchOf(wordsOf(text), table);
  if (named === null) return stretch === null ? null : today.add(stretch).toString();
  const before = wordsOf(text.slice(0, named.at));
  const day =
    stretch !== null && isStart(text, named, table)
      ? named.day.add(stretch)
      : firstDayBack(named, before, text, table);
  return day.toString();
}

/** "two weeks from Monday": the day begins the stretch. */
function isStart(text: string, { at }: Named, { dates }: Table): boolean {
  const before = wordsOf(text.slice(0, at)).at(-1) ?? '';
  return !dates.until.slice(0, 5).includes(before);
}

function firstDayBack(named: Named, before: readonly string[], text: string, { dates }: Table): Day {
  const isAfter = findPhrase(before.slice(-3), dates.endOf) !== null;
  if (isAfter && named.kind === 'month') return named.day.with({ day: 1 }).add({ months: 1 });
  if (isAfter && named.kind === 'week') return named.day.add({ weeks: 1 });
  if (isAfter && named.kind === 'year') return named.day.add({ years: 1 });
  const isIncluded = findPhrase(wordsOf(text), dates.inclusive) !== null;
  if (isIncluded && named.kind === 'month') return named.day.add({ months: 1 });
  return isIncluded ? named.day.add({ days: 1 }) : named.day;
}

/** "two weeks", "the next 10 days", "a month" */
function stretchOf(words: readonly string[], table: Table): Temporal.DurationLike | null {
  const { periods, units, next } = table.dates;
  const period = findPhrase(words, Object.keys(periods));
  if (period !== null) return { days: periods[period.phrase] ?? 0 };
  for (const [i, word] of words.entries()) {
    const unit = (['day', 'week', 'month'] as const).find((name) => units[name].includes(word));
    if (unit === undefined) continue;
    const count = numberBefore(words.slice(0, i), next, table);
    if (count === null) continue;
    return { [`${unit}s`]: count };
  }
  return null;
}

function numberBefore(words: readonly string[], skipped: readonly string[], table: Table): number | null {
  const last = words.filter((word) => !skipped.includes(word) && word !== 'of').at(-1);
  return last === undefined ? null : numberOf(last, table);
}

function lastNamed(text: string, said: string, today: Day, table: Table): Named | null {
  const found = [
    ...namedByWords(text, today, table),
    ...namedByNumbers(text, today),
    ...namedByLibrary(said, today, table),
  ];
  // The longest one of those that overlap; then the one that comes after "until", else the last.
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.at <= one.at &&
          other.end >= one.end &&
          other.end - other.at > one.end - one.at,
      ),
  );
  const chosen = whole.filter(
    ({ at }) => findPhrase(wordsOf(text.slice(0, at)).slice(-4), table.dates.until.slice(0, 5)) !== null,
  );
  return (chosen.length > 0 ? chosen : whole).sort((a, b) => a.at - b.at).at(-1) ?? null;
}

/** Weeks, months, years and feasts, which the library reads as a day like today's, in the language's own words. */
function namedByWords(text: string, today: Day, { language, dates }: Table): Named[] {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const found: Named[] = [];
  /** Adds a day for the first of some phrases that the text has. */
  const add = (phrases: readonly string[], day: Day, kind: Named['kind']) => {
    const [first] = phrases
      .flatMap((phrase) => placesOf(phrase, text).slice(0, 1))
      .sort((a, b) => a.at - b.at || b.end - a.end);
    if (first !== undefined) found.push({ day, ...first, kind });
  };
  const pairs = (starts: readonly string[], ends: readonly string[]) =>
    starts.flatMap((start) => ends.map((end) => `${start} ${end}`));
  const { week, month: months } = dates.units;
  const yearName = fold(new Intl.DisplayNames(language, { type: 'dateTimeField' }).of('year') ?? 'year');
  const years = ['', 's', 'es'].map((ending) => yearName + ending);
  add(pairs(dates.next, week), monday.add({ weeks: 1 }), 'week');
  add(pairs(dates.next, months), today.with({ day: 1 }).add({ months: 1 }), 'month');
  add(pairs(dates.next, years), today.with({ month: 1, day: 1 }).add({ years: 1 }), 'day');
  for (const end of dates.endOf) {
    add(pairs([end], week), monday, 'week');
    add(pairs([end], months), today.with({ day: 1 }), 'month');
    add(pairs([end], years), today.with({ month: 1, day: 1 }), 'year');
  }
  for (const [name, monthDay] of Object.entries(dates.days)) {
    add([name], upcoming(Temporal.PlainDate.from(`${today.year}-${monthDay}`), today), 'day');
  }
  for (let month = 1; month <= 12; month += 1) {
    const first = Temporal.PlainDate.from({ year: today.year, month, day: 1 });
    const name = fold(first.toLocaleString(language, { month: 'long' }));
    for (const { at, end } of placesOf(name, text)) {
      const before = /(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? $/.exec(text.slice(0, at));
      const after = /^ (?:the )?(\d{1,2})(?!\d)/.exec(text.slice(end));
      const number = before?.[1] ?? after?.[1];
      const day = number === undefined ? upcoming(first, today) : dayOfMonth(Number(number), month, today);
      if (day !== null) found.push({ day, at, end, kind: number === undefined ? 'month' : 'day' });
    }
  }
  return found.map((one) => {
    const end = dates.endOf.find((phrase) => text.startsWith(`${phrase} `, one.at));
    return end === undefined ? one : { ...one, at: one.at + end.length + 1 };
  });
}

/** Where a text has a phrase as whole words. */
function placesOf(phrase: string, text: string): { readonly at: number; readonly end: number }[] {
  const isLetter = (one: string) => /\p{L}/u.test(one);
  const places: { at: number; end: number }[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (!isLetter(text.slice(at - 1, at)) && !isLetter(text.slice(end, end + 1))) places.push({ at, end });
  }
  return places;
}

/** "the 15th", "zum 15.", "14.1.": days without a month's name, which the library passes over. */
function namedByNumbers(text: string, today: Day): Named[] {
  const found: Named[] = [];
  const add = (match: RegExpExecArray, month: number | null) => {
    const day = dayOfMonth(Number(match[1]), month, today);
    if (day !== null) found.push({ day, at: match.index, end: match.index + match[0].length, kind: 'day' });
  };
  for (const match of text.matchAll(/(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.?(?![\d.])/g))
    add(match, Number(match[2]));
  for (const match of text.matchAll(/(?<![\d./-])(\d{1,2})(?:st|nd|rd|th)\b/g)) add(match, null);
  for (const match of text.matchAll(/(?<=\b(?:zum|am|dem|den|der) )(\d{1,2})\.(?!\s?\d)/g)) add(match, null);
  return found;
}

function namedByLibrary(said: string, today: Day, table: Table): Named[] {
  const reader = libraries[table.language];
  if (reader === undefined) return [];
  const reference = { instant: new Date(`${today.toString()}T12:00:00Z`), timezone: 0 };
  return reader
    .parse(said, reference, { forwardDate: true })
    .flatMap(({ index, text: match, start, end }): Named[] => {
      const last = end ?? start;
      const day = Temporal.PlainDate.from({
        year: last.get('year') ?? today.year,
        month: last.get('month') ?? today.month,
        day: last.get('day') ?? today.day,
      });
      const isDay = last.isCertain('day');
      if (!isDay && !last.isCertain('weekday')) return [];
      // Hours are none, and stretches of time and ends of months are read above.
      const plain = fold(match);
      // "so" is a Sunday in German, and much else.
      if (/^\p{Ll}{1,2}$/u.test(match)) return [];
      if (/\d\s?(?:am|pm|uhr|min)/.test(plain) || stretchOf(wordsOf(plain), table) !== null) return [];
      if (table.dates.endOf.some((phrase) => plain.startsWith(`${phrase} `))) return [];
      const at = fold(said.slice(0, index)).length;
      const found = { at, end: at + plain.length };
      if (last.isCertain('weekday') && !isDay) {
        const next = Temporal.PlainDate.compare(day, today) > 0 ? day : day.add({ weeks: 1 });
        return [{ ...found, day: next, kind: 'weekday' }];
      }
      return [{ ...found, day: last.isCertain('year') ? day : upcoming(day, today), kind: 'day' }];
    });
}

/** The next such day after today. 29 February may be years away. */
function upcoming(day: Day, today: Day): Day {
  let year = today.year;
  let next = day.with({ year });
  while (Temporal.PlainDate.compare(next, today) <= 0 || next.day !== day.day) {
    year += 1;
    next = day.with({ year });
  }
  return next;
}

/** The next such day after today; of any month when `month` is null. Null for a day that does not exist. */
function dayOfMonth(day: number, month: number | null, today: Day): Day | null {
  if (day < 1 || day > 31 || (month !== null && (month < 1 || month > 12))) return null;
  for (let ahead = 0; ahead <= 100; ahead += 1) {
    const first = today.with({ day: 1 }).add({ months: ahead });
    if ((month !== null && first.month !== month) || day > first.daysInMonth) continue;
    const date = first.with({ day });
    if (Temporal.PlainDate.compare(date, today) > 0) return date;
  }
  return null;
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}+|\p{N}+/gu) ?? [];
}
