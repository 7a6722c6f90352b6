import { Temporal } from 'temporal-polyfill';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

export interface StartOptions {
  readonly people: string | null;
  readonly calendars: string | null;
  readonly history: string | null;
  readonly data: string | null;
  readonly port: number;
  /** Epoch milliseconds; null for the machine's clock. */
  readonly now: number | null;
  readonly seed: number | null;
  /** Mails in lower case; empty for the first person of the directory. */
  readonly coordinators: readonly string[];
  /** Whether it begins without a scheme. */
  readonly empty: boolean;
}

/** The command line cannot be used. The message is one sentence that says why. */
export class UsageError extends Error {}

/**
 * Reads the options of `npm start`.
 * @throws UsageError
 * @returns null when help was asked for and has been printed
 */
export function readOptions(args: readonly string[]): StartOptions | null {
  const command = new Command('npm start --')
    .description('Runs the whole product on this machine.')
    .option('--people <file>', 'staff directory (CSV); without it a sample organisation')
    .option('--calendars <dir>', 'calendars, one <mail>.ics per person')
    .option('--history <file>', 'meetings of earlier rounds (CSV)')
    .option('--data <dir>', 'where state is kept between runs; without it nothing is kept')
    .option('--port <n>', 'port of everything', whole('a port between 1 and 65535', 1, 65_535), 3978)
    .option('--now <instant>', 'start the product’s clock there, such as 2026-12-07T08:00:00Z', instant)
    .option('--seed <n>', 'seed of the rounds', whole('a whole number from 0 to 2147483647', 0, 2 ** 31 - 1))
    .option('--coordinator <mail>', 'has the coordinator role; may be repeated', gathered, [])
    .addOption(
      new Option('--empty', 'begin without a scheme: a coordinator makes the first').conflicts('history'),
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return null;
    throw new UsageError(error.message.replace(/^error: /, '').replaceAll('\n', ' '), { cause: error });
  }
  const given = command.opts<{
    people?: string;
    calendars?: string;
    history?: string;
    data?: string;
    port: number;
    now?: number;
    seed?: number;
    coordinator: string[];
    empty?: true;
  }>();
  return {
    people: given.people ?? null,
    calendars: given.calendars ?? null,
    history: given.history ?? null,
    data: given.data ?? null,
    port: given.port,
    now: given.now ?? null,
    seed: given.seed ?? null,
    coordinators: given.coordinator.map((mail) => mail.toLowerCase()),
    empty: given.empty ?? false,
  };
}

function whole(expected: string, least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Expected ${expected}.`);
  };
}

/** ISO 8601 with a zone or an offset, so that it means the same instant everywhere. */
function instant(value: string): number {
  try {
    return Temporal.Instant.from(value).epochMilliseconds;
  } catch {
    throw new InvalidArgumentError(
      'Expected an instant as ISO 8601 with its zone, such as 2026-12-07T08:00:00Z.',
    );
  }
}

function gathered(value: string, before: string[]): string[] {
  return [...before, value];
}
