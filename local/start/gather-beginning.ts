import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarFile } from '../calendars/calendar.ts';
import { parseCalendar } from '../calendars/parse.ts';
import { readCalendars } from '../calendars/read-calendars.ts';
import type { DataFolder } from '../data/data-folder.ts';
import { InputError } from '../input/input-error.ts';
import { readHistory, type HistoryRow } from '../files/history.ts';
import { readPeople } from '../files/people.ts';
import type { Employee } from '../organisation/employee.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { sampleOrganisation } from '../sample/sample-organisation.ts';
import { UsageError, type StartOptions } from './options.ts';

export interface Gathered {
  readonly organisation: Organisation;
  readonly history: readonly HistoryRow[];
  readonly seed: number | null;
  /** One sentence each. */
  readonly warnings: readonly string[];
  /** Saves the input for the next start. To be called after a successful start. */
  readonly keep: () => Promise<void>;
}

/** The zone of the default scheme, for people without a zone in the file. */
const defaultZone = 'Europe/London';

/**
 * Gathers the input of a start: the given files, else what the data folder started with, else the sample
 * organisation. Changes nothing.
 * @throws InputError, UsageError
 */
export async function gatherBeginning(options: StartOptions, data: DataFolder): Promise<Gathered> {
  const warnings: string[] = [];
  const { employees, texts } = await staff(options, data, warnings);
  const calendars = texts ?? (await calendarsOf(options, data, employees, warnings));
  const history = options.history === null ? [] : await readHistory(options.history);
  warnings.push(...unknownPeople(options.history, history, employees));

  const coordinators = chosenCoordinators(options, data, employees);
  const seed = options.seed ?? data.beginning?.seed ?? null;
  if (data.beginning !== null && options.now !== null) {
    warnings.push('--now is left aside: the clock goes on where it was when this data folder was last used.');
  }

  const keep = async () => {
    await keepCalendars(data, calendars);
    await data.keep({ employees, coordinators, seed });
  };
  return { organisation: { employees, coordinators, calendars }, history, seed, warnings, keep };
}

async function staff(
  options: StartOptions,
  { beginning }: DataFolder,
  warnings: string[],
): Promise<{ employees: readonly Employee[]; texts: Organisation['calendars'] | null }> {
  if (options.people !== null) {
    const read = await readPeople(options.people, { defaultZone });
    warnings.push(...read.warnings);
    refuseMissing(options.people, read.employees, beginning?.employees ?? []);
    return { employees: read.employees, texts: null };
  }
  if (beginning !== null) return { employees: beginning.employees, texts: null };
  const sample = sampleOrganisation(options.now ?? Date.now());
  const texts = new Map(
    sample.employees.flatMap(({ mail, timeZone }): [string, CalendarFile][] => {
      const text = sample.calendars.get(mail.toLowerCase());
      if (text === undefined) return [];
      return [
        [mail.toLowerCase(), { text, calendar: parseCalendar(text, `${mail}.ics`, { zone: timeZone }) }],
      ];
    }),
  );
  return { employees: sample.employees, texts: options.calendars === null ? texts : null };
}

/** Refuses an empty directory, and one without somebody who was in it when the data folder was last used. */
function refuseMissing(file: string, employees: readonly Employee[], before: readonly Employee[]): void {
  if (employees.length === 0) {
    throw new InputError({ file }, { problem: 'names nobody', expected: 'at least one person' });
  }
  const here = new Set(employees.map(({ mail }) => mail.toLowerCase()));
  const [missing, ...more] = before.filter(({ mail }) => !here.has(mail.toLowerCase()));
  if (missing === undefined) return;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  throw new InputError(
    { file },
    {
      problem: `lacks ${missing.mail}${others}, whom the data folder knows`,
      expected: 'everybody whom it was begun with (or another --data)',
    },
  );
}

async function calendarsOf(
  options: StartOptions,
  data: DataFolder,
  employees: readonly Employee[],
  warnings: string[],
): Promise<Organisation['calendars']> {
  const folder = options.calendars ?? (data.beginning === null ? null : data.at('calendars'));
  if (folder === null) return new Map();
  const read = await readCalendars(folder, employees);
  warnings.push(...read.ofLines);
  if (options.calendars !== null) {
    const [missing] = read.without;
    if (missing !== undefined) {
      throw new InputError(
        { file: join(options.calendars, `${missing}.ics`) },
        {
          value: missing,
          problem: `has no calendar${read.without.length === 1 ? '' : ` (nor have ${read.without.length - 1} more)`}`,
          expected: 'one <mail>.ics for each person, which may be an empty calendar',
        },
      );
    }
    warnings.push(...read.warnings);
  }
  return read.calendars;
}

async function keepCalendars(data: DataFolder, calendars: Organisation['calendars']): Promise<void> {
  await mkdir(data.at('calendars'), { recursive: true });
  for (const [mail, { text }] of calendars) await writeFile(data.at('calendars', `${mail}.ics`), text);
}

function chosenCoordinators(
  { coordinators }: StartOptions,
  { beginning }: DataFolder,
  employees: readonly Employee[],
): readonly string[] {
  const known = new Set(employees.map(({ mail }) => mail.toLowerCase()));
  const unknown = coordinators.find((mail) => !known.has(mail));
  if (unknown !== undefined) {
    throw new UsageError(
      `--coordinator "${unknown}" is nobody in the directory; expected the mail of one of its people.`,
    );
  }
  if (coordinators.length > 0) return coordinators;
  const before = beginning?.coordinators.filter((mail) => known.has(mail)) ?? [];
  return before.length > 0 ? before : [...known].slice(0, 1);
}

/** Rows about people outside the directory are ignored, with a warning: people leave. */
function unknownPeople(
  file: string | null,
  history: Awaited<ReturnType<typeof readHistory>>,
  employees: readonly Employee[],
): string[] {
  const known = new Set(employees.map(({ mail }) => mail.toLowerCase()));
  return history.flatMap(({ line, a, b }) =>
    [a, b]
      .filter((mail) => !known.has(mail.toLowerCase()))
      .map(
        (mail) => `${file ?? ''}, line ${line}: "${mail}" is nobody in the directory; the row is left aside.`,
      ),
  );
}
