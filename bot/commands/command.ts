import * as z from 'zod';
import { preferences, type Preferences } from '../../core/records/participant.ts';
import type { CommandName, HalfDay } from '../../core/words/en/typed.ts';

/**
 * What somebody asks the bot to do. `scheme`: null for the only scheme there is. `until`: ISO date of the first day
 * back; null when no date was given.
 */
export type Command =
  | { readonly kind: 'help' | 'my-pairing' | 'other-times' | 'settings' }
  /** Pressed, not typed. */
  | { readonly kind: 'decline-invitation' }
  | { readonly kind: 'join' | 'leave'; readonly scheme: string | null }
  | { readonly kind: 'pause'; readonly scheme: string | null; readonly until: string | null }
  | {
      readonly kind: 'prefer';
      readonly scheme: string | null;
      readonly hours: HalfDay;
      /** Absent: stays as it is. */
      readonly minutes?: Preferences['minutes'];
    }
  /** Pressed, not typed. `start`: epoch milliseconds. */
  | {
      readonly kind: 'choose';
      readonly pairing: string;
      readonly revision: number;
      readonly start: number;
    }
  /** A date that nobody can read, or that does not exist. */
  | { readonly kind: 'date-unclear' }
  /** Pressed, not typed: asks until when. */
  | { readonly kind: 'pause-ask'; readonly scheme: string | null }
  | { readonly kind: 'unknown' };

/** Every kind of command. */
export const commandKinds = Object.keys({
  help: true,
  'my-pairing': true,
  'other-times': true,
  settings: true,
  join: true,
  leave: true,
  pause: true,
  prefer: true,
  choose: true,
  'date-unclear': true,
  'pause-ask': true,
  'decline-invitation': true,
  unknown: true,
} satisfies Record<Command['kind'], true>);

/** The verb in a button's data. */
export type Verb = CommandName | 'pause-ask' | 'prefer' | 'choose' | 'decline-invitation';

/** The values of the field for the length of a meeting. `scheme` means the scheme's own length. */
export const minutesChoices = { scheme: null, '30': 30, '45': 45, '60': 60 } as const satisfies Record<
  string,
  Preferences['minutes']
>;

const scheme = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .nullish()
  .transform((given) => given ?? null);

const pressed = z.discriminatedUnion('verb', [
  z.object({ verb: z.enum(['help', 'my-pairing', 'other-times', 'settings', 'decline-invitation']) }),
  z.object({ verb: z.enum(['join', 'leave', 'pause-ask']), scheme }),
  z.object({ verb: z.literal('pause'), scheme, until: z.string().nullish() }),
  z.object({
    verb: z.literal('prefer'),
    scheme,
    hours: preferences.shape.hours,
    minutes: z.enum(['scheme', '30', '45', '60']).transform((choice) => minutesChoices[choice]),
  }),
  z.object({
    verb: z.literal('choose'),
    pairing: z.string().regex(/^[a-z0-9-]{1,40}$/),
    revision: z.int().min(0),
    start: z.iso.datetime().transform((text) => Date.parse(text)),
  }),
]);

/** The verbs of all buttons. */
export const verbs: readonly Verb[] = pressed.options.flatMap(({ shape: { verb } }) =>
  'options' in verb ? verb.options : [verb.value],
);

/**
 * Reads the command in a button's data. The data come from outside: null for anything that is not one of our buttons.
 * An empty date field means that no date was given.
 */
export function readPressed(data: unknown): Command | null {
  const { data: said } = pressed.safeParse(data);
  switch (said?.verb) {
    case undefined:
      return null;
    case 'help':
    case 'my-pairing':
    case 'other-times':
    case 'settings':
    case 'decline-invitation':
      return { kind: said.verb };
    case 'join':
    case 'leave':
    case 'pause-ask':
      return { kind: said.verb, scheme: said.scheme };
    case 'pause':
      return pauseUntil(said.scheme, said.until?.trim() ?? '');
    case 'prefer':
      return { kind: 'prefer', scheme: said.scheme, hours: said.hours, minutes: said.minutes };
    case 'choose':
      return { kind: 'choose', pairing: said.pairing, revision: said.revision, start: said.start };
  }
}

function pauseUntil(scheme: string | null, until: string): Command {
  if (until === '') return { kind: 'pause', scheme, until: null };
  return z.iso.date().safeParse(until).success ? { kind: 'pause', scheme, until } : { kind: 'date-unclear' };
}
