import type ICAL from 'ical.js';
import { day, type Wall, type ZoneClock } from '../../core/time/clock.ts';
import { InputError } from '../input/input-error.ts';
import type { Component } from './content-lines.ts';
import { linesNamed, readMoment, readMoments, readOffset, readRule, type Reading } from './properties.ts';
import { lastOf, ruleStarts } from './recurrence.ts';

/**
 * One STANDARD or DAYLIGHT part: from each of its onsets on, the offset is `to`. Onsets are written in wall time of
 * `from`.
 */
interface Observance {
  readonly from: number;
  readonly to: number;
  readonly start: Wall;
  readonly extra: readonly Wall[];
  readonly rules: readonly ICAL.Recur[];
}

interface Transition {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const year = 366 * day;

/**
 * The clock that a VTIMEZONE describes (RFC 5545, section 3.6.5).
 * @throws InputError when a part is incomplete
 */
export function clockOfTimezone(file: string, component: Component): ZoneClock {
  const observances = component.components
    .filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT')
    .map((part) => readObservance(file, part));
  if (observances.length === 0) {
    throw new InputError(
      { file, line: component.line },
      { value: 'BEGIN:VTIMEZONE', problem: 'has no offsets', expected: 'a STANDARD or DAYLIGHT part' },
    );
  }
  const years = new Map<number, Transition[]>();
  return {
    offsetAt(instant) {
      const index = new Date(instant).getUTCFullYear();
      let transitions = years.get(index);
      if (!transitions) {
        transitions = transitionsUntil(observances, Date.UTC(index + 1, 0, 2));
        years.set(index, transitions);
      }
      const last = transitions.findLast(({ at }) => at <= instant);
      return last ? last.after : (transitions[0]?.before ?? 0);
    },
  };
}

function readObservance(file: string, part: Component): Observance {
  const need = (name: string) => {
    const line = linesNamed(part, name)[0];
    if (line) return line;
    throw new InputError(
      { file, line: part.line },
      {
        value: `BEGIN:${part.name}`,
        problem: `has no ${name}`,
        expected: 'DTSTART, TZOFFSETFROM and TZOFFSETTO',
      },
    );
  };
  const from = readOffset(file, need('TZOFFSETFROM'));
  const reading: Reading = { file, owner: { offsetAt: () => from }, zones: new Map() };
  return {
    from,
    to: readOffset(file, need('TZOFFSETTO')),
    start: readMoment(reading, need('DTSTART')).wall,
    extra: linesNamed(part, 'RDATE').flatMap((line) =>
      readMoments(reading, line).map(({ wall, clock }) => wall - clock.offsetAt(0) + from),
    ),
    rules: linesNamed(part, 'RRULE').map((line) => readRule(file, line)),
  };
}

/** The last transitions before `to`, in order. Each rule gives those of its last two years, among them its newest. */
function transitionsUntil(observances: readonly Observance[], to: number): Transition[] {
  const transitions = observances.flatMap(({ from, to: after, start, extra, rules }) => {
    const fixed = { offsetAt: () => from };
    const ruled = rules.flatMap((rule) => {
      const end = Math.min(to + from, lastOf(rule, fixed));
      return [...ruleStarts(rule, start, fixed, end - 2 * year, end)];
    });
    return [start, ...extra, ...ruled].map((wall) => ({ at: wall - from, before: from, after }));
  });
  return transitions.filter(({ at }) => at < to).sort((a, b) => a.at - b.at);
}
