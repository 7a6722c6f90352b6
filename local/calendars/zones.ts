import { clockOf, day, utcClock, type Wall, type ZoneClock } from '../../core/time/clock.ts';
import { ianaZone } from '../../core/time/zones.ts';
import { InputError } from '../input/input-error.ts';
import { linesNamed, textOf, type Component, type ContentLine } from './content-lines.ts';
import { fault, readMoment, readOffset, readPeriods, readRecurrence, type Reading } from './properties.ts';
import { ruleStarts } from '../recurrence/rule-starts.ts';
import type { Rule } from '../recurrence/rule.ts';

/**
 * One STANDARD or DAYLIGHT part: from each of its onsets on, the offset is `to`. Onsets are written in wall time of
 * `from`.
 */
interface Observance {
  readonly from: number;
  readonly to: number;
  readonly start: Wall;
  readonly extra: readonly Wall[];
  readonly rules: readonly Rule[];
}

type Onset = Readonly<Record<'at' | 'offset', number>>;

const year = 366 * day;

/**
 * The zones of one calendar of a file. A VTIMEZONE takes precedence over a known zone of the same name. It is read by its
 * name, with a warning, where it is broken or has ended. A broken one of an unknown name is a warning too, until an event
 * needs it.
 * @param warn is told of lines on which no event's time depends
 * @returns the clocks that the file defines, and a function that finds a clock by TZID
 */
export function zonesOf(
  file: string,
  calendar: Component,
  warn: (error: InputError) => void,
): { clocks: ZoneClock[]; clockNamed: Reading['clockNamed'] } {
  const defined = new Map<string, ZoneClock | InputError>();
  for (const component of calendar.components.filter(({ name }) => name === 'VTIMEZONE')) {
    const id = bare(textOf(component, 'TZID') ?? '');
    const known = knownClock(id);
    try {
      defined.set(id, clockOfTimezone(file, component, known, warn));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      warn(error);
      defined.set(id, known ?? error);
    }
  }
  const clockNamed = (name: string, line: ContentLine): ZoneClock => {
    const id = bare(name);
    const found = defined.get(id) ?? knownClock(id);
    if (found instanceof InputError) throw found;
    if (found === null)
      throw fault(
        file,
        { ...line, text: name },
        'is not a time zone and has no VTIMEZONE in this file',
        'a VTIMEZONE for it, an IANA name such as Europe/Paris or a Windows name such as W. Europe Standard Time',
      );
    if (!defined.has(id) && ianaZone(id) === null)
      warn(
        fault(file, line, 'has a VTIMEZONE elsewhere and is read by its name', 'a VTIMEZONE in this file'),
      );
    return found;
  };
  const clocks = [...defined.values()].flatMap((each) => (each instanceof InputError ? [] : [each]));
  return { clocks, clockNamed };
}

/** Some writers make the quotes of a parameter part of the name. */
function bare(id: string): string {
  return id.replaceAll('"', '').trim();
}

/** The clock of an IANA or Windows name, or of one that ends with an IANA name, such as `/example.org/Europe/Berlin`. */
function knownClock(id: string): ZoneClock | null {
  const names = id.startsWith('/') ? [...id.matchAll(/\//g)].map(({ index }) => id.slice(index + 1)) : [id];
  const name = names.map(ianaZone).find((each) => each !== null);
  return name === undefined ? null : clockOf(name);
}

/**
 * The clock that a VTIMEZONE describes (RFC 5545, section 3.6.5): before the first onset its TZOFFSETFROM. After the last
 * onset of a definition without endless rules, the zone of its name holds, with a warning if that differs.
 * @throws InputError when a part is incomplete
 */
function clockOfTimezone(
  file: string,
  component: Component,
  known: ZoneClock | null,
  warn: (error: InputError) => void,
): ZoneClock {
  const refusal = (problem: string, expected: string) =>
    new InputError({ file, line: component.line }, { value: 'BEGIN:VTIMEZONE', problem, expected });
  const observances = component.components
    .filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT')
    .map((part) => readObservance(file, part));
  const [first] = [...observances].sort((a, b) => a.start - b.start);
  if (first === undefined) throw refusal('has no offsets', 'a STANDARD or DAYLIGHT part');
  const years = new Map<number, Onset[]>();
  const onsetBefore = (instant: number): Onset => {
    const index = new Date(instant).getUTCFullYear();
    const onsets = years.get(index) ?? onsetsUntil(observances, Date.UTC(index + 1, 0, 2));
    years.set(index, onsets);
    return onsets.findLast(({ at }) => at <= instant) ?? { at: -Infinity, offset: first.from };
  };
  const defined = { offsetAt: (instant: number) => onsetBefore(instant).offset };
  const rules = observances.flatMap((each) => each.rules);
  if (known === null || rules.some(({ until, count }) => until === Infinity && count === Infinity))
    return defined;
  const last = onsetBefore(Date.UTC(9000, 0));
  const halfYears = [0, 182].map((days) => Math.max(last.at, Date.UTC(2000, 0)) + days * day);
  if (halfYears.every((each) => known.offsetAt(each) === last.offset)) return defined;
  warn(refusal('has no rule that goes on, and is read by its name', 'an RRULE without UNTIL'));
  return { offsetAt: (instant) => (instant >= last.at ? known : defined).offsetAt(instant) };
}

function readObservance(file: string, part: Component): Observance {
  const need = (name: string): ContentLine => {
    const line = linesNamed(part, name)[0];
    if (line) return line;
    const begin = { name, text: `BEGIN:${part.name}`, line: part.line };
    throw fault(file, begin, `has no ${name}`, 'DTSTART, TZOFFSETFROM and TZOFFSETTO');
  };
  const from = readOffset(file, need('TZOFFSETFROM'));
  const clock: ZoneClock = { offsetAt: () => from };
  const reading: Reading = { file, clockNamed: () => clock };
  const start = { ...readMoment(reading, need('DTSTART')), clock, isDate: false };
  return {
    from,
    to: readOffset(file, need('TZOFFSETTO')),
    start: start.wall,
    extra: linesNamed(part, 'RDATE')
      .flatMap((line) => readPeriods(reading, line))
      .map((each) => each.start.wall + (each.start.clock === utcClock ? from : 0)),
    rules: linesNamed(part, 'RRULE').map((line) => readRecurrence(reading, line, start, [])),
  };
}

/** The last onsets before `to`, in order. Each rule gives those of its last two years, among them its newest. */
function onsetsUntil(observances: readonly Observance[], to: number): Onset[] {
  const onsets = observances.flatMap(({ from, to: offset, start, extra, rules }) => {
    const ruled = rules.flatMap((rule) => {
      const end = Math.min(to + from, rule.until);
      return ruleStarts(rule, start, end - 2 * year, end);
    });
    return [start, ...extra, ...ruled].map((wall) => ({ at: wall - from, offset }));
  });
  return onsets.filter(({ at }) => at < to).sort((a, b) => a.at - b.at);
}
