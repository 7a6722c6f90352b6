import type { Hours } from '../../core/time/hours.ts';
import { triosIn, type MatchingInput, type MatchingPerson } from '../../core/matching/index.ts';
import { memberWeek, type MemberWeek } from '../../core/slots/member-week.ts';
import { busyIntervals } from '../calendars/occurrences.ts';
import { readCalendars } from '../calendars/read-calendars.ts';
import { readExclusions } from '../files/exclusions.ts';
import { type HistoryRow, readHistory } from '../files/history.ts';
import { readPeople } from '../files/people.ts';
import type { Employee } from '../organisation/employee.ts';
import type { PlanOptions } from './options.ts';
import { type Progress, rowsOf } from './progress.ts';

/** What a round is planned from. The id of a person is their mail in lower case. */
export interface Gathered {
  readonly employees: ReadonlyMap<string, Employee>;
  readonly weeks: ReadonlyMap<string, MemberWeek>;
  readonly input: MatchingInput;
  /** The ids of people who are left out of the input, because it is not known when they are busy. */
  readonly unreadable: readonly string[];
  /** One sentence each. */
  readonly warnings: readonly string[];
}

/** @throws InputError */
export async function gather(options: PlanOptions, progress: Progress): Promise<Gathered> {
  const people = await readPeople(options.people, {
    defaultZone: options.zone,
    onProgress: rowsOf(progress, options.people),
  });
  const employees = new Map(people.employees.map((employee) => [employee.mail.toLowerCase(), employee]));
  const history =
    options.history === null
      ? []
      : await readHistory(options.history, { onProgress: rowsOf(progress, options.history) });
  const exclusions = options.exclude === null ? [] : await readExclusions(options.exclude);
  progress.say('Reading the calendars …');
  const available = await readWeeks(options, people.employees);
  const trios = triosIn(history);
  const warnings = [
    ...people.warnings,
    ...strangersIn(options.history, history, employees),
    ...strangersIn(options.exclude, exclusions, employees),
    ...available.warnings,
  ];
  return {
    employees,
    weeks: available.weeks,
    unreadable: available.unreadable,
    input: {
      people: [...employees]
        .filter(([id]) => available.weeks.has(id))
        .map(([id, { department, office, manager }]): MatchingPerson => ({
          id,
          starts: available.weeks.get(id)?.starts.get(options.minutes) ?? new Uint32Array(),
          ...(department !== undefined && { department }),
          ...(office !== undefined && { office }),
          ...(manager !== undefined && { manager: manager.toLowerCase() }),
          ...trios.get(id),
        })),
      excluded: exclusions.map(({ a, b }) => [a, b]),
      history,
      seed: options.seed,
    },
    warnings,
  };
}

async function readWeeks(
  { calendars: folder, week, minutes }: PlanOptions,
  employees: readonly Employee[],
): Promise<{ weeks: Map<string, MemberWeek>; unreadable: string[]; warnings: readonly string[] }> {
  const read = folder === null ? null : await readCalendars(folder, employees);
  /** People with an empty calendar share one week with everybody of the same hours. */
  const byHours = new Map<string, MemberWeek>();
  const weeks = new Map<string, MemberWeek>();
  const unreadable: string[] = [];
  for (const { mail, timeZone, workDays, workStart, workEnd } of employees) {
    const id = mail.toLowerCase();
    const hours: Hours = { zone: timeZone, days: workDays, start: workStart, end: workEnd };
    const calendar = read?.calendars.get(id)?.calendar;
    if (calendar !== undefined && calendar.unreadable !== null) {
      unreadable.push(id);
      continue;
    }
    const busy = calendar === undefined ? [] : busyIntervals(calendar, week.start, week.end);
    const key = JSON.stringify(hours);
    const found =
      (busy.length === 0 ? byHours.get(key) : undefined) ?? memberWeek(week, [minutes], { hours, busy });
    if (busy.length === 0) byHours.set(key, found);
    weeks.set(id, found);
  }
  return { weeks, unreadable, warnings: [...(read?.warnings ?? []), ...(read?.ofLines ?? [])] };
}

/** The first rows are named in warnings, up to this number; the others are counted. */
const named = 20;

/** Warns of rows that name somebody outside the directory. They are skipped: people leave. */
function strangersIn(
  file: string | null,
  rows: readonly Pick<HistoryRow, 'line' | 'a' | 'b'>[],
  employees: ReadonlyMap<string, Employee>,
): string[] {
  if (file === null) return [];
  const strange = rows.filter(({ a, b }) => !employees.has(a) || !employees.has(b));
  const warnings = strange.slice(0, named).map(({ line, a, b }) => {
    const column = employees.has(a) ? 'b' : 'a';
    return `${file}, line ${line}, column ${column}: ${employees.has(a) ? b : a} is not among the people; the row is passed over`;
  });
  if (strange.length > named) {
    warnings.push(`${file}: ${strange.length - named} more rows name somebody who is not among the people`);
  }
  return warnings;
}
