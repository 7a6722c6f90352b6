import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { meetingWeek, type MeetingWeek } from '../../core/time/meeting-week.ts';
import { isZone } from '../../core/time/zones.ts';

export interface PlanOptions {
  readonly people: string;
  readonly calendars: string | null;
  readonly history: string | null;
  readonly exclude: string | null;
  readonly week: MeetingWeek;
  readonly minutes: number;
  /** As it was given: an IANA or a Windows name. */
  readonly zone: string;
  readonly seed: number;
  readonly out: string;
}

/** The command line cannot be used. The message is one sentence that says why. */
export class UsageError extends Error {}

/**
 * Reads the options of `npm run plan`.
 * @throws UsageError
 * @returns null when help was asked for and has been printed
 */
export function readOptions(args: readonly string[]): PlanOptions | null {
  const command = new Command('npm run plan --')
    .description('Plans a round from files: who would meet whom, and when.')
    .requiredOption('--people <file>', 'staff directory (CSV)')
    .option(
      '--calendars <dir>',
      'calendars, one <mail>.ics per person; without them working hours alone count',
    )
    .option('--history <file>', 'meetings of earlier rounds (CSV)')
    .option('--exclude <file>', 'pairs who may never meet (CSV)')
    .requiredOption('--week <monday>', 'the Monday on which the meeting week begins, as YYYY-MM-DD')
    .option('--minutes <n>', 'length of a meeting: a multiple of 5, at most 240', readMinutes, 30)
    .option('--zone <zone>', 'zone of the meeting week, and of people who name none', 'Europe/London')
    .option('--seed <n>', 'decides among plans that are equally good', readSeed, 1)
    .requiredOption('--out <file>', 'where the plan is written (JSON)')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return null;
    throw new UsageError(error.message.replace(/^error: /, ''), { cause: error });
  }
  const given = command.opts<{
    people: string;
    calendars?: string;
    history?: string;
    exclude?: string;
    week: string;
    minutes: number;
    zone: string;
    seed: number;
    out: string;
  }>();
  return {
    people: given.people,
    calendars: given.calendars ?? null,
    history: given.history ?? null,
    exclude: given.exclude ?? null,
    week: readWeek(given.week, given.zone),
    minutes: given.minutes,
    zone: given.zone,
    seed: given.seed,
    out: given.out,
  };
}

function readMinutes(value: string): number {
  const minutes = Number(value);
  if (/^\d+$/.test(value) && minutes > 0 && minutes <= 240 && minutes % 5 === 0) return minutes;
  throw new InvalidArgumentError('Expected a multiple of 5 from 5 to 240, such as 30.');
}

function readSeed(value: string): number {
  const seed = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(seed)) return seed;
  throw new InvalidArgumentError('Expected a whole number that is not negative, such as 1.');
}

const day = 24 * 60 * 60_000;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

function readWeek(value: string, zone: string): MeetingWeek {
  if (!isZone(zone)) {
    throw new UsageError(
      `--zone: "${zone}" is not a time zone; expected an IANA name such as Europe/London or a Windows name such as W. Europe Standard Time`,
    );
  }
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  if (Number.isNaN(date) || !new Date(date).toISOString().startsWith(value)) {
    throw new UsageError(`--week: "${value}" is not a date; expected a Monday as YYYY-MM-DD`);
  }
  const weekday = new Date(date).getUTCDay();
  if (weekday !== 1) {
    const monday = new Date(date - ((weekday + 6) % 7) * day).toISOString().slice(0, 10);
    throw new UsageError(
      `--week: ${value} is a ${weekdays[weekday] ?? ''}; expected a Monday, for a meeting week runs from Monday to Sunday: ${monday} is the Monday of that week`,
    );
  }
  return meetingWeek(value, zone);
}
